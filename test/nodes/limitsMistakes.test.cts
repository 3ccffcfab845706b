import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision } from '../harness/inputs.cjs';
import { expectBalanced, purchase, runAll } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { FaultRule } from '../harness/sandbox.cjs';
import { booked, everything, type Everything } from './booking.cjs';

let bench: Bench;
let demo: Everything;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	await bench.sandbox.settings({ minuteLimit: 1000 });
	demo = await everything(bench);
});
afterEach(async () => await expectBalanced(bench));

const BATCH = 200;
const ALLOWED = 8;

const references = Array.from({ length: BATCH }, (_, n) => `M-${n + 1}`);
const purchases = references.map((reference) => purchase(reference));
const counted = async () => (await bench.sandbox.log()).filter(({ counted }) => counted.error);
const posts = async () => (await bench.sandbox.log()).filter(({ method }) => method === 'POST');
const send = (parameters: INodeParameters) =>
	inDivision('apiRequest', 'send', { path: 'crm/Accounts', ...parameters });

/** Mistakes that only Exact can see. */
const mistakes: ReadonlyArray<[what: string, parameters: INodeParameters]> = [
	['a column that does not exist', send({ method: 'GET', query: '$select=NoSuchField' })],
	['a body with such a column', send({ method: 'POST', body: { NoSuchField: 1 } })],
	['a path that does not exist', send({ method: 'GET', path: 'crm/NoSuchThings' })],
];

describe('a mistake that is repeated two hundred times', () => {
	const items = references.map(() => ({}));

	it.each(mistakes)('%s: eight answers that Exact counts', async (_, parameters) => {
		const { json } = await bench.run(parameters, { items, continueOnFail: true });
		expect(await counted()).toHaveLength(ALLOWED);
		const [sent, unsent] = [json.slice(0, ALLOWED), json.slice(ALLOWED)];
		expect(sent.filter(({ code }) => code === 'ERROR_LIMIT')).toEqual([]);
		expect(unsent.filter(({ code }) => code !== 'ERROR_LIMIT')).toEqual([]);
		expect(unsent).toHaveLength(BATCH - ALLOWED);
		for (const { error, details } of unsent) {
			expect(error).toMatch(/^Stopped after 8 refused calls within an hour/);
			expect(details).toMatchObject({
				description: expect.stringContaining(
					'nothing more is sent there until 2026-03-16 10:00 UTC',
				),
			});
		}
	});

	it.each(mistakes)(
		'%s: eight as well by two hundred executions at once',
		async (_, parameters) => {
			const errors = await Promise.all(items.map(async () => await bench.fail(parameters)));
			expect((await counted()).length).toBeLessThanOrEqual(ALLOWED);
			const unsent = errors.filter(({ context }) => context.code === 'ERROR_LIMIT');
			expect(unsent).toHaveLength(BATCH - ALLOWED);
			expect((await bench.sandbox.log()).filter(({ status }) => status === 429)).toEqual([]);
		},
	);

	it('a batch of bookings without the right: eight answers, and the rest says why it was not sent', async () => {
		await bench.sandbox.settings({ rights: { 'financial.accounting': 'read' } });
		const { json } = await runAll(bench, purchases, { continueOnFail: true });
		expect(json).toHaveLength(BATCH);
		expect(json.filter(({ code }) => code === 'FORBIDDEN')).toHaveLength(ALLOWED);
		expect(json.filter(({ code }) => code === 'ERROR_LIMIT')).toHaveLength(BATCH - ALLOWED);
		expect(await counted()).toHaveLength(ALLOWED);
		expect((await booked(bench, demo)).entries).toEqual([]);
	});

	it('nothing counts for IDs that do not exist', async () => {
		const unknown = references.map((_, n) => {
			const id = `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`;
			return inDivision('client', 'get', { relation: by('id', id) });
		});
		const { json } = await runAll(bench, unknown, { continueOnFail: true });
		expect(new Set(json.map(({ code }) => code))).toEqual(new Set(['NOT_FOUND']));
		expect(await counted()).toEqual([]);
	});
});

describe('business errors (HTTP 500)', () => {
	/** Exact refuses every third one. */
	const isBad = (n: number) => n % 3 === 1;
	const body = { error: { code: '', message: { lang: '', value: 'Not allowed: Journal' } } };
	const rules: FaultRule[] = references.flatMap((_, n) =>
		isBad(n)
			? [
					{
						match: { method: 'POST', path: 'PurchaseEntries' },
						skip: n,
						fault: { kind: 'status', status: 500, body },
					} as const,
				]
			: [],
	);

	it('never stop the others: every good item of two hundred is booked once', async () => {
		await bench.sandbox.faults(rules);
		const { json } = await runAll(bench, purchases, { continueOnFail: true });
		expect(json.map(({ code }) => code !== undefined)).toEqual(references.map((_, n) => isBad(n)));
		for (const { details } of json.filter((_, n) => isBad(n))) {
			expect(details).toMatchObject({ exactText: 'Not allowed: Journal', status: 500 });
		}
		const good = references.filter((_, n) => !isBad(n));
		const { entries } = await booked(bench, demo);
		expect(entries.map(({ YourRef }) => String(YourRef)).sort()).toEqual([...good].sort());
		expect(await posts()).toHaveLength(BATCH);
		expect(await counted()).toEqual([]);
	});
});
