import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { giveUpOn } from '../harness/impatience.cjs';
import { by } from '../harness/inputs.cjs';
import {
	expectBalanced,
	OTHER_CLIENT,
	posted,
	revenue,
	runAll,
	sale,
} from '../harness/invoices.cjs';
import { BANK, entriesOf } from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault, Settings } from '../harness/sandbox.cjs';
import { lostAnswers } from './booking.cjs';
import { match, termsOf, toUpload, uploads } from './matchingBooks.cjs';
import { owe, pay, paying, payOnce } from './paying.cjs';

const profiles = ['strict', 'lenient'] as const;
let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
let restore = () => {};
afterEach(async () => {
	restore();
	restore = () => {};
	await expectBalanced(bench);
});
afterAll(async () => await bench.stop());

const isMoney = (body: object) => 'BankEntryLines' in body || 'CashEntryLines' in body;
const sent = async () => (await posted(bench)).filter(isMoney).length;
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const later = async () => await bench.world.set(bench.world.now() + 600_000);
const isOpen = async (id: unknown) =>
	(await termsOf(bench, 'client', String(id))).some(([status]) => status !== 50);

const refusal: Fault = {
	kind: 'status',
	status: 200,
	headers: { 'content-type': 'text/xml' },
	body: '<?xml version="1.0" encoding="utf-8"?><eExact><Messages><Message type="0"><Topic code="MatchSets" node="MatchSet"><Data keyAlt="x"/></Topic><Date>2026-03-16T10:00:00</Date><Description>Periode gesloten</Description></Message></Messages></eExact>',
};

describe.each(profiles)('A payment that is booked but not matched, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, Settings, Fault | undefined, string, RegExp]>([
		['refused by Exact', {}, refusal, 'EXACT_XML', /has not matched this: Periode gesloten$/],
		['without the XML API', { xmlApi: 'gone' }, undefined, 'XML_GONE', /has withdrawn the XML API/],
		['without the right to it', { xmlApi: 'refused' }, undefined, 'FORBIDDEN', /may not use/],
		[
			'whose answer got lost',
			{},
			{ kind: 'reset', when: 'before' },
			'UNKNOWN_OUTCOME',
			/It is not known whether Exact Online has matched/,
		],
	])('%s: is said, and completed by the next run', async (_, settings, fault, reason, text) => {
		const owed = await owe(bench);
		const parameters = payOnce('P-1', [paying(owed)]);
		await bench.sandbox.settings(settings);
		if (fault !== undefined) await bench.sandbox.faults([{ match: toUpload, times: 1, fault }]);
		const before = (await entriesOf(bench, BANK)).map(({ EntryID }) => EntryID);
		const error = await bench.fail(parameters);
		const entries = await entriesOf(bench, BANK);
		const entry = entries.find(({ EntryID }) => !before.includes(EntryID));
		expect(error.context).toMatchObject({
			code: 'PARTIAL',
			details: {
				...{ reason, entryId: entry?.EntryID, entryNumber: String(entry?.EntryNumber) },
				payments: [{ invoiceId: owed.id, amount: 121, matched: false, openAmount: 121 }],
			},
		});
		expect(error.message).toMatch(text);
		const start = `The payment is booked (entry ${String(entry?.EntryNumber)} in journal 20), but not matched with invoice ${owed.number}: `;
		expect(error.message.slice(0, start.length)).toBe(start);
		expect(error.description).toMatch(/^Run this again: it books nothing a second time/);
		await bench.sandbox.settings({ xmlApi: 'on' });
		await later();
		const item = await one(parameters);
		expect(item).toMatchObject({
			...{ id: entry?.EntryID, alreadyBooked: true },
			payments: [{ amount: 121, matched: true, openAmount: 0 }],
		});
		expect(await sent()).toBe(1);
		expect(await isOpen(owed.id)).toBe(false);
	});

	it('without a key: names Matching: Match, which completes it', async () => {
		const owed = await owe(bench);
		await bench.sandbox.faults([{ match: toUpload, times: 1, fault: refusal }]);
		const error = await bench.fail(pay([paying(owed)]));
		expect(error.description).toMatch(/^Running this again would book it a second time.* Match/);
		await one(match('client', [owed.id, String(error.context.details?.entryId)]));
		expect(await isOpen(owed.id)).toBe(false);
	});

	it('is one of several: the others are matched, whatever n8n does on error', async () => {
		const [a, b, c] = [await owe(bench, 1), await owe(bench, 2), await owe(bench, 3)];
		// A set of its own for each: only the second one is refused.
		const path = 'financialtransaction/BankEntries$';
		const fault: Fault = {
			kind: 'status',
			status: 400,
			body: { error: { message: { value: 'No' } } },
		};
		const wrong = { match: { method: 'POST', path }, skip: 1, times: 1, fault };
		await bench.sandbox.faults([wrong]);
		const all = [a, b, c].map((owed) => pay([paying(owed)]));
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json).toMatchObject([
			{ payments: [{ matched: true }] },
			{ code: 'EXACT' },
			{ kind: 'bank' },
		]);
		expect([await isOpen(a.id), await isOpen(b.id), await isOpen(c.id)]).toEqual([
			...[false, true, false],
		]);
		const [d, e] = [await owe(bench, 4), await owe(bench, 5)];
		await bench.sandbox.faults([wrong]);
		const stopped = await runAll(bench, [pay([paying(d)]), pay([paying(e)])]).catch(
			(error: unknown) => error,
		);
		expect(stopped).toMatchObject({ context: { code: 'EXACT', itemIndex: 1 } });
		expect([await isOpen(d.id), await isOpen(e.id)]).toEqual([false, true]);
	});
});

describe.each(profiles)('A payment whose booking got no answer, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(lostAnswers)('$name: is found or said, and booked and matched once', async (lost) => {
		const owed = await owe(bench);
		const parameters = payOnce('P-1', [paying(owed)]);
		const path = 'financialtransaction/BankEntries';
		restore = giveUpOn({ method: 'POST', path });
		const { fault, foundAfter } = lost;
		await bench.sandbox.faults([{ match: { method: 'POST', path: `${path}$` }, fault }]);
		const before = (await entriesOf(bench, BANK)).length;
		if (foundAfter === undefined) {
			expect((await bench.fail(parameters)).context.code).toBe('UNKNOWN_OUTCOME');
		} else expect(await one(parameters)).toMatchObject({ payments: [{ matched: true }] });
		await later();
		expect(await one(parameters)).toMatchObject({ payments: [{ amount: 121, matched: true }] });
		expect((await entriesOf(bench, BANK)).length).toBe(before + 1);
		expect(await isOpen(owed.id)).toBe(false);
	});
});

describe.each(profiles)('Sixty payments at once, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const counted = async () => {
		const counts: Record<string, number> = {};
		for (const call of await bench.calls()) counts[call] = (counts[call] ?? 0) + 1;
		return counts;
	};
	const sixty = async () => {
		const sales = [...Array(60).keys()].map((n) =>
			sale(
				'',
				[revenue(n + 1, { vatCode: '0' })],
				n % 2 ? { client: by('code', OTHER_CLIENT) } : {},
			),
		);
		const { json } = await runAll(bench, sales);
		await bench.sandbox.clearLog();
		return json.map(({ id }) => ({ id: String(id) }));
	};

	it.each([
		[
			'items',
			(owed: Array<{ id: string }>) =>
				owed.map((invoice, n) => payOnce(`P-${n}`, [paying(invoice)])),
			{ entries: 60, reads: 35 },
		],
		[
			'lines of one item',
			(owed: Array<{ id: string }>) => [
				payOnce(
					'P',
					owed.map((invoice) => paying(invoice)),
				),
			],
			{ entries: 1, reads: 32 },
		],
	])(
		'as %s take calls in proportion; a rerun sends nothing',
		async (_, asked, { entries, reads }) => {
			const owed = await sixty();
			const { json } = await runAll(bench, asked(owed));
			const paid = json.flatMap(({ payments }) => payments as IDataObject[]);
			expect(paid).toHaveLength(60);
			expect(paid.every(({ matched, openAmount }) => matched === true && openAmount === 0)).toBe(
				true,
			);
			const counts = await counted();
			expect(counts).toMatchObject({
				'POST financialtransaction/BankEntries 201': entries,
				'POST docs/XMLUpload.aspx 200': 2,
			});
			const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
			expect(all).toBe(reads + entries + 2);
			await bench.sandbox.clearLog();
			const again = await runAll(bench, asked(owed));
			expect(again.json.every(({ alreadyBooked }) => alreadyBooked === true)).toBe(true);
			expect(Object.keys(await counted()).filter((call) => call.startsWith('POST'))).toEqual([]);
		},
	);
});

describe('What is not paid', () => {
	beforeEach(async () => await bench.reset());
	const nobody = '44444444-3333-4333-8333-000000000009';

	it.each<[string, object, string, RegExp]>([
		[
			'an ID that nothing has',
			{ invoiceId: nobody },
			'NOT_FOUND',
			/^'Payment 1 > Invoice or Entry ID' is 44444444/,
		],
		['no ID', { amount: 1 }, 'PARAM_REQUIRED', /Payment 1 > Invoice or Entry ID' is empty/],
		['a number', { invoiceId: '26700001' }, 'ID_FORMAT', /Payment 1 > Invoice or Entry ID'/],
		[
			'less than nothing',
			{ invoiceId: nobody, amount: -1 },
			'PARAM_RANGE',
			/Payment 1 > Amount' is -1/,
		],
	])('%s', async (_, row, code, message) => {
		const error = await bench.fail(pay([row]));
		expect(error.context.code).toBe(code);
		expect(error.message).toMatch(message);
		expect(await sent()).toBe(0);
	});

	it('more than is open, what is paid, and nothing at all; all is said together', async () => {
		const [a, b] = [await owe(bench, 100), await owe(bench, 50)];
		await one(pay([paying(b)]));
		const error = await bench.fail(pay([paying(a, 100.01), paying(b), { invoiceId: nobody }]));
		const { problems } = error.context.details as { problems: IDataObject[] };
		expect(problems).toMatchObject([
			{ code: 'NOT_FOUND', field: 'Payment 3 > Invoice or Entry ID' },
			{
				...{ code: 'PARAM_RANGE', field: 'Payment 1 > Amount' },
				problem: `is 100.01, but of entry ${a.number} only 100.00 is open`,
			},
			{
				...{ code: 'CONFLICT', field: 'Payment 2 > Invoice or Entry ID' },
				problem: `is entry ${b.number}, of which nothing is open: it is paid already`,
			},
		]);
		const empty = await bench.fail(pay([], { additionalFields: { closingBalance: 5 } }));
		expect(empty.message).toMatch(/^'Payments' are empty$/);
		expect(await sent()).toBe(1);
	});

	it('twice by items of one run, and nothing while one item is wrong', async () => {
		const owed = await owe(bench, 100);
		const all = [pay([paying(owed, 60)]), pay([paying(owed, 60)]), pay([paying(owed)])];
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json).toMatchObject([
			{ payments: [{ amount: 60 }] },
			{ code: 'PARAM_RANGE' },
			{ code: 'CONFLICT' },
		]);
		const other = await owe(bench, 100);
		const wrong = await runAll(bench, [pay([paying(other)]), pay([{ invoiceId: nobody }])]).catch(
			(error: unknown) => error,
		);
		expect(wrong).toMatchObject({ context: { code: 'NOT_FOUND' } });
		expect(await sent()).toBe(1);
	});

	it('in another currency, nor an entry of several clients', async () => {
		const dollars = { additionalFields: { currency: by('code', 'USD') } };
		const owed = await owe(bench, 100, 'sale', dollars);
		const error = await bench.fail(pay([paying(owed)]));
		expect(error.context.code).toBe('CURRENCY');
		expect(error.message).toMatch(/is entry \d+ in USD, but the entry that pays it is in EUR$/);
		const [a, b] = [
			await owe(bench),
			await owe(bench, 9, 'sale', { client: by('code', OTHER_CLIENT) }),
		];
		const { id } = await one(pay([paying(a, 1), paying(b, 1)]));
		expect(await bench.fail(pay([{ invoiceId: id }]))).toMatchObject({
			message: expect.stringMatching(/has lines of several clients or suppliers$/) as string,
			context: { code: 'MATCH_LINE' },
		});
	});

	it('the closing balance is a check', async () => {
		const owed = await owe(bench);
		const additionalFields = { openingBalance: 100, closingBalance: 220 };
		const error = await bench.fail(pay([paying(owed)], { additionalFields }));
		expect(error.context.code).toBe('TOTAL_MISMATCH');
		const right = { openingBalance: 100, closingBalance: 221 };
		expect(await one(pay([paying(owed)], { additionalFields: right }))).toMatchObject(right);
		expect(await uploads(bench)).toHaveLength(1);
	});
});
