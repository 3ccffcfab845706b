import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	accrual,
	booksOf,
	credit,
	debit,
	general,
	generalWith,
} from '../harness/generalEntries.cjs';
import { giveUpOn } from '../harness/impatience.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { posted, runAll } from '../harness/invoices.cjs';
import type { Fault, Settings } from '../harness/sandbox.cjs';
import { lostAnswers, type LostAnswer } from './booking.cjs';
import { bench, keepBalanced } from './refusals.cjs';

keepBalanced();

let restore = () => {};
afterEach(() => restore());

const MINUTE = 60_000;
const profiles = ['strict', 'lenient'] as const;
const path = 'generaljournalentry/GeneralJournalEntries';
const keyed = generalWith({ bookingReference: 'Payroll 2026-03' });
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const later = async (ms: number) => await bench.world.set(bench.world.now() + ms);
const sent = async () => (await posted(bench)).length;
const entries = async () => await bench.sandbox.records(NL, 'GeneralJournalEntries');
const lose = async ({ fault }: LostAnswer) => {
	restore = giveUpOn({ method: 'POST', path });
	await bench.sandbox.faults([{ match: { method: 'POST', path: `${path}$` }, fault }]);
};

describe.each(profiles)('A general entry is booked once, %s sandbox', (profile) => {
	let demo = 0;
	beforeEach(async () => {
		await bench.reset(profile);
		demo = (await entries()).length;
	});
	const booked = async () => (await entries()).length - demo;

	it.each<[string, INodeParameters]>([
		['a booking reference', keyed],
		['a number', generalWith({ entryNumber: '26909001' })],
		['both', generalWith({ entryNumber: '26909002', bookingReference: 'N-1' })],
		['a reference with signs of its own', generalWith({ bookingReference: "O'Hara & 50 % +#/é" })],
	])('by %s: in one run, and in the next', async (_, parameters) => {
		const { json } = await runAll(bench, [parameters, parameters]);
		const [first, second] = json;
		expect(first?.alreadyBooked).toBe(false);
		expect(second).toEqual({ ...first, alreadyBooked: true });
		expect(await sent()).toBe(1);
		expect(await one(parameters)).toEqual({ ...first, alreadyBooked: true });
		expect(await one({ ...parameters, options: {} })).toMatchObject({ id: first?.id });
		expect(await sent()).toBe(1);
	});

	it('by a number that somebody else has given, and not by one of another year', async () => {
		const other = await one(general());
		const numbered = generalWith({ entryNumber: String(other.number) });
		expect(await one(numbered)).toMatchObject({ id: other.id, alreadyBooked: true });
		const error = await bench.fail({ ...numbered, date: '2026-03-12' });
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toContain(
			`number ${String(other.number)} in journal 90, year 2026 is booked`,
		);
		const before = await one({ ...numbered, date: '2025-12-30' });
		expect(before).toMatchObject({ alreadyBooked: false, year: 2025 });
	});

	it('whatever the case of the reference and the order of the lines', async () => {
		const first = await one(keyed);
		const other = generalWith({ bookingReference: ' PAYROLL 2026-03' }, [...accrual].reverse());
		expect(await one(other)).toMatchObject({ id: first.id, alreadyBooked: true });
	});

	it('without a key it is booked, and booked again', async () => {
		const { json } = await runAll(bench, [general(), general()]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false]);
		expect((await bench.calls()).filter((call) => call.includes('JournalEntryLines'))).toEqual([]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['date', { date: '2026-03-11' }, /, but its date is 2026-03-10, not 2026-03-11$/],
		[
			'currency',
			{ additionalFields: { bookingReference: 'X-1', currency: by('code', 'USD') } },
			/, but its currency is EUR, not USD/,
		],
		[
			'total',
			{ linesJson: JSON.stringify([debit(100.01), credit(100.01)]) },
			/, but its total is 100\.00, not 100\.01 and it has no debit of 100\.01 on 4100/,
		],
		[
			'account',
			{ linesJson: JSON.stringify([debit(100, '4200'), credit(100)]) },
			/, but it has no debit of 100\.00 on 4200 and it has a debit of 100\.00 on 4100$/,
		],
		[
			'side',
			{ linesJson: JSON.stringify([credit(100, '4100'), debit(100, '1700')]) },
			/, but it has no credit of 100\.00 on 4100/,
		],
	])('and another %s is a conflict that names the entry', async (_, change, difference) => {
		const given = generalWith({ bookingReference: 'X-1' });
		const first = await one(given);
		const error = await bench.fail({ ...given, ...change });
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toMatch(
			/^A general journal entry with booking reference X-1 is booked already: entry \d+ in journal 90, but/,
		);
		expect(error.message).toMatch(difference);
		expect(error.context.details).toMatchObject({ entryId: first.id });
		expect(await sent()).toBe(1);
		const twice = generalWith({ bookingReference: 'X-2' });
		const changed = JSON.parse(
			JSON.stringify({ ...twice, ...change }).replace('X-1', 'X-2'),
		) as INodeParameters;
		const { json } = await runAll(bench, [twice, changed], { continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual([undefined, 'CONFLICT']);
		expect(await booked()).toBe(2);
	});

	it('and an error when that was asked for', async () => {
		const parameters = { ...keyed, options: { ifAlreadyBooked: 'fail' } };
		await one(parameters);
		const error = await bench.fail(parameters);
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toMatch(/is booked already: entry \d+ in journal 90$/);
	});

	it('and not taken for the entry of the next month that carries the same reference', async () => {
		const next = { ...keyed, date: '2026-04-01' };
		const reversed = [credit(100, '4100'), debit(100, '1700')];
		await bench.run(
			inDivision('apiRequest', 'send', {
				method: 'POST',
				path,
				body: JSON.stringify(await bodyOf({ ...next, linesJson: JSON.stringify(reversed) })),
			}),
		);
		const first = await bench.run({
			...keyed,
			date: '2026-04-01',
			linesJson: JSON.stringify(reversed),
		});
		expect(first.json[0]).toMatchObject({ alreadyBooked: true, date: '2026-04-01' });
		const error = await bench.fail(keyed);
		expect(error.message).toContain('its date is 2026-04-01, not 2026-03-10');
	});

	async function bodyOf(parameters: INodeParameters): Promise<IDataObject> {
		const { body } = await one({ ...parameters, options: { preview: true } });
		return body as IDataObject;
	}

	it.each(lostAnswers.filter(({ foundAfter }) => foundAfter !== undefined))(
		'$name: is found, and a rerun adds nothing',
		async (lost) => {
			await lose(lost);
			const start = bench.world.now();
			const entry = await one(keyed);
			expect(entry).toMatchObject({ alreadyBooked: false, debit: 100 });
			expect(bench.world.now() - start).toBe(lost.foundAfter);
			expect(await sent()).toBe(1);
			await later(6 * MINUTE);
			expect(await one(keyed)).toMatchObject({ id: entry.id, alreadyBooked: true });
			expect(await booked()).toBe(1);
		},
	);

	it.each(lostAnswers.filter(({ foundAfter }) => foundAfter === undefined))(
		'$name: fails after a minute, and a rerun completes it',
		async (lost) => {
			await lose(lost);
			const start = bench.world.now();
			const { json } = await runAll(bench, [keyed, keyed], { continueOnFail: true });
			expect(json.map(({ code }) => code)).toEqual(['UNKNOWN_OUTCOME', 'UNKNOWN_OUTCOME']);
			expect(json[0]?.error).toMatch(/^The general journal entry may have been booked/);
			expect(json[0]?.details).toMatchObject({
				description: expect.stringMatching(
					/journal 90, 2026-03-10.* booking reference Payroll/,
				) as string,
			});
			expect(json[1]?.error).toMatch(/an earlier item with booking reference Payroll/);
			expect(bench.world.now() - start).toBe(MINUTE);
			expect(await sent()).toBe(1);
			await later(6 * MINUTE);
			await one(keyed);
			expect(await booked()).toBe(1);
		},
	);

	it('without a key, a lost answer is said at once', async () => {
		await lose({ name: '', fault: { kind: 'reset', when: 'after' } });
		const error = await bench.fail(general());
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		expect(error.description).toContain('may book it twice');
		expect(await sent()).toBe(1);
	});

	it.each<[string, Settings, RegExp]>([
		[
			'a cost center',
			{ drop: ['GeneralJournalEntryLines.CostCenter'] },
			/^Line 1: Exact Online did not keep the cost center VERK$/,
		],
		[
			'the key',
			{ drop: ['GeneralJournalEntryLines.Notes'] },
			/did not keep the booking reference "D-1": running this again may/,
		],
	])('warns when Exact does not keep %s', async (_, settings, warning) => {
		await bench.sandbox.settings(settings);
		const lines = [debit(100, '4100', { costCenter: 'VERK' }), credit(100)];
		const entry = await one(generalWith({ bookingReference: 'D-1' }, lines));
		expect(entry._warnings).toEqual([expect.stringMatching(warning)]);
	});

	it('says that it is booked when Exact booked something else', async () => {
		const tamper = [
			{ entity: 'GeneralJournalEntryLines', column: 'Date', set: Date.UTC(2026, 0, 1) },
		];
		await bench.sandbox.settings({ tamper });
		const error = await bench.fail(keyed);
		expect(error.context.code).toBe('BOOKED_DIFFERENTLY');
		expect(error.message).toMatch(
			/^The general journal entry is booked, but its date is 2026-01-01, not [\d-]+ .*\(entry \d+ in journal 90\)$/,
		);
		expect(error.context.details).toMatchObject({ entryNumber: expect.any(String) as string });
		expect(await booked()).toBe(1);
	});

	it.each<[string, Fault, string]>([
		[
			'can not be read',
			{ kind: 'status', status: 500 },
			'It is booked, but could not be compared with the ledger afterwards',
		],
		[
			'does not show it yet',
			{ kind: 'emptyPage' },
			'The ledger does not show it yet, so it was not compared with what was asked for',
		],
	])('is booked all the same when the ledger %s', async (_, fault, warning) => {
		const match = { path: 'bulk/Financial/TransactionLines' };
		await bench.sandbox.faults([{ match, times: 9, fault }]);
		const { json } = await runAll(bench, [keyed, keyed]);
		expect(json.map(({ alreadyBooked, _warnings }) => [alreadyBooked, _warnings])).toEqual([
			[false, [warning]],
			[true, [warning]],
		]);
		expect(json[0]).toMatchObject({
			journal: '90',
			number: expect.any(Number) as number,
			debit: null,
		});
		await bench.sandbox.clearFaults();
		const again = await one(keyed);
		expect(again).toMatchObject({ id: json[0]?.id, alreadyBooked: true, debit: 100 });
		expect(again).not.toHaveProperty('_warnings');
	});

	const hundred = [...Array(100).keys()].map((n) =>
		generalWith({ bookingReference: `run-${n}` }, [debit(n + 1), credit(n + 1)]),
	);

	it('books 100 with 100 calls, 3 look-ups, 3 comparisons; a rerun books nothing', async () => {
		const { json } = await runAll(bench, hundred);
		expect(json.every(({ alreadyBooked }) => alreadyBooked === false)).toBe(true);
		const counts = await bench.countedCalls();
		expect(counts).toEqual({
			...lookUps,
			'GET current/Me 200': 1,
			'GET generaljournalentry/GeneralJournalEntryLines 200': 3,
			'POST generaljournalentry/GeneralJournalEntries 201': 100,
			'GET bulk/Financial/TransactionLines 200': 3,
		});
		expect(await booksOf(bench, json[99]?.id)).toEqual([
			['4100', 100_00],
			['1700', -100_00],
		]);
		await bench.sandbox.clearLog();
		const again = await runAll(bench, hundred);
		expect(await bench.countedCalls()).toEqual({
			...lookUps,
			'GET generaljournalentry/GeneralJournalEntryLines 200': 3,
			'GET bulk/Financial/TransactionLines 200': 3,
		});
		expect(again.json).toEqual(json.map((item) => ({ ...item, alreadyBooked: true })));
	});

	const lookUps = {
		'GET bulk/Financial/GLAccounts 200': 1,
		'GET financial/Journals 200': 1,
		'GET general/Currencies 200': 1,
		'GET financial/FinancialPeriods 200': 1,
		'GET read/financial/JournalStatusList 200': 1,
	};
});
