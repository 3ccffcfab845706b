import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { giveUpOn } from '../harness/impatience.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { expectBalanced, OTHER_CLIENT, posted, runAll } from '../harness/invoices.cjs';
import {
	BANK,
	CASH,
	costs,
	entriesOf,
	money,
	moneyWith,
	paid,
	postings,
	received,
	standing,
} from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Settings } from '../harness/sandbox.cjs';
import { binary } from './attaching.cjs';
import { lostAnswers, type LostAnswer } from './booking.cjs';
import { change } from './ledgerBooks.cjs';

let bench: Bench;
let restore = () => {};
let demo = 0;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => {
	restore();
	await expectBalanced(bench);
});

const MINUTE = 60_000;
const profiles = ['strict', 'lenient'] as const;
const statement = [received(), paid(), costs()];
const keyed = moneyWith({ bookingReference: 'Statement 112' }, statement);
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const later = async (ms: number) => await bench.world.set(bench.world.now() + ms);
const sent = async () => (await posted(bench)).length;
const entries = async () =>
	(await entriesOf(bench, BANK)).length + (await entriesOf(bench, CASH)).length;
const booked = async () => (await entries()) - demo;
const path = 'financialtransaction/BankEntries';
const lose = async ({ fault }: LostAnswer) => {
	restore = giveUpOn({ method: 'POST', path });
	await bench.sandbox.faults([{ match: { method: 'POST', path: `${path}$` }, fault }]);
};

describe.each(profiles)('A bank or cash entry is booked once, %s sandbox', (profile) => {
	beforeEach(async () => {
		await bench.reset(profile);
		demo = await entries();
	});

	it.each<[string, INodeParameters]>([
		['a booking reference', keyed],
		['a booking reference, in cash', { ...keyed, journal: by('code', CASH) }],
		['a number', moneyWith({ entryNumber: '26209001' })],
		['both', moneyWith({ entryNumber: '26209002', bookingReference: 'N-1' })],
		[
			'a booking reference, with VAT',
			moneyWith({ bookingReference: 'V-1' }, [
				costs(-121, { ledgerAccount: '4100', vatCode: '4' }),
				costs(100, { ledgerAccount: '7000', vatCode: '6' }),
			]),
		],
	])('by %s: in one run, and in the next', async (_, parameters) => {
		const { json } = await runAll(bench, [parameters, parameters]);
		const [first, second] = json;
		expect(first?.alreadyBooked).toBe(false);
		expect(second).toEqual({ ...first, alreadyBooked: true });
		expect(await one(parameters)).toEqual({ ...first, alreadyBooked: true });
		expect(await sent()).toBe(1);
		expect(await booked()).toBe(1);
	});

	it('in a journal that names its suspense account: the ledger tells the own one', async () => {
		const entry = await one(keyed);
		expect(entry.ownAccount).toBe('1100');
		const rows = async (entity: string, code: string) =>
			(await bench.sandbox.records(NL, entity)).filter(({ Code }) => Code === code);
		const [suspense] = await rows('GLAccounts', '1150');
		const GLAccount = suspense?.ID;
		await change(bench.sandbox, 'Journals', await rows('Journals', BANK), () => ({ GLAccount }));
		expect(await one(keyed)).toEqual({ ...entry, alreadyBooked: true });
	});

	it('without a key it is booked, and booked again', async () => {
		const { json } = await runAll(bench, [money(), money()]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false]);
		expect((await bench.calls()).filter((call) => call.includes('EntryLines'))).toEqual([]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['date', { date: '2026-06-11' }, /, but its date is 2026-06-10, not 2026-06-11$/],
		[
			'amount',
			{ linesJson: JSON.stringify([received(), paid(), costs(-12.51)]) },
			/it has no debit of 12\.51 on 9200/,
		],
		[
			'sign',
			{ linesJson: JSON.stringify([received(), paid(), costs(12.5)]) },
			/it has no credit of 12\.50 on 9200/,
		],
		[
			'line',
			{ linesJson: JSON.stringify([received(), paid()]) },
			/it has a debit of 12\.50 on 9200/,
		],
	])('and another %s is a conflict that names the entry', async (_, other, difference) => {
		const first = await one(keyed);
		const error = await bench.fail({ ...keyed, ...other });
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toMatch(
			/^A bank entry with booking reference Statement 112 is booked already: entry \d+ in journal 20, but/,
		);
		expect(error.message).toMatch(difference);
		expect(error.context.details).toMatchObject({ entryId: first.id });
		expect(await sent()).toBe(1);
	});

	it('and an error when that was asked for', async () => {
		const parameters = { ...keyed, options: { ifAlreadyBooked: 'fail' } };
		await one(parameters);
		expect((await bench.fail(parameters)).message).toMatch(
			/is booked already: entry \d+ in journal 20$/,
		);
	});

	it.each(lostAnswers.filter(({ foundAfter }) => foundAfter !== undefined))(
		'$name: is found, the next one opens with its balance, and a rerun adds nothing',
		async (lost) => {
			const start = await standing(bench, BANK);
			await lose(lost);
			const clock = bench.world.now();
			const { json } = await runAll(bench, [keyed, money()]);
			const closing = Math.round((start + 48) * 100) / 100;
			expect(json).toMatchObject([
				{ alreadyBooked: false, openingBalance: start, closingBalance: closing },
				{ alreadyBooked: false, openingBalance: closing },
			]);
			expect(bench.world.now() - clock).toBe(lost.foundAfter);
			await later(6 * MINUTE);
			expect(await one(keyed)).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
			expect(await booked()).toBe(2);
		},
	);

	it.each(lostAnswers.filter(({ foundAfter }) => foundAfter === undefined))(
		'$name: fails after a minute, and a rerun completes it',
		async (lost) => {
			await lose(lost);
			const clock = bench.world.now();
			const error = await bench.fail(keyed);
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(error.message).toMatch(/^The bank entry may have been booked/);
			expect(error.description).toMatch(/journal 20, 2026-06-10.* booking reference Statement 112/);
			expect(bench.world.now() - clock).toBe(MINUTE);
			expect(await sent()).toBe(1);
			await later(6 * MINUTE);
			await one(keyed);
			expect(await booked()).toBe(1);
		},
	);

	it('without a key, a lost answer is said at once', async () => {
		await lose({ name: '', fault: { kind: 'reset', when: 'after' } });
		const error = await bench.fail(money());
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		expect(error.description).toContain('may book it twice');
	});

	it.each<[string, Settings, RegExp]>([
		[
			'a cost center',
			{ drop: ['BankEntryLines.CostCenter'] },
			/^Line 1: Exact Online did not keep the cost center VERK$/,
		],
		[
			'the key',
			{ drop: ['BankEntryLines.Notes'] },
			/did not keep the booking reference "D-1": running this again may/,
		],
	])('warns when Exact does not keep %s', async (_, settings, warning) => {
		await bench.sandbox.settings(settings);
		const lines = [costs(-1, { costCenter: 'VERK' })];
		const entry = await one(moneyWith({ bookingReference: 'D-1' }, lines));
		expect(entry._warnings).toEqual([expect.stringMatching(warning)]);
	});

	it('says that it is booked when Exact booked something else', async () => {
		const set = Date.UTC(2026, 0, 1);
		await bench.sandbox.settings({ tamper: [{ entity: 'BankEntryLines', column: 'Date', set }] });
		const error = await bench.fail(keyed);
		expect(error.context.code).toBe('BOOKED_DIFFERENTLY');
		expect(error.message).toMatch(
			/^The bank entry is booked, but its date is 2026-01-01, not .*in journal 20\)$/,
		);
		expect(await booked()).toBe(1);
	});

	it('attaches a file, and after a refusal with the next run', async () => {
		const parameters = moneyWith({ bookingReference: 'F-1', file: 'data' });
		const files = [binary({})];
		const match = { method: 'POST', path: 'documents/DocumentAttachments' };
		await bench.sandbox.faults([{ match, fault: { kind: 'status', status: 400 } }]);
		const error = await bench.fail(parameters, { files });
		expect(error.context.code).toBe('PARTIAL');
		const { json } = await bench.run(parameters, { files });
		expect(json[0]).toMatchObject({
			alreadyBooked: true,
			attachment: { alreadyAttached: false, size: expect.any(Number) as number },
		});
		expect(await booked()).toBe(1);
	});

	it('goes on with the others: the wrong ones are left out, and the balances follow', async () => {
		const all = [money([received(1)]), money([costs(0)]), money([received(2)])];
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual([undefined, 'PARAM_RANGE', undefined]);
		expect(json[2]?.openingBalance).toBe(json[0]?.closingBalance);
		const stopped = await runAll(bench, all).then(
			() => 'ran',
			() => 'stopped',
		);
		expect(stopped).toBe('stopped');
		expect(await booked()).toBe(2);
	});

	const hundred = [...Array(100).keys()].map((n) =>
		moneyWith({ bookingReference: `run-${n}` }, [
			received(n + 1, n % 2 === 0 ? {} : { client: OTHER_CLIENT }),
			costs(-0.1),
		]),
	);
	const lookUps = {
		'GET bulk/Financial/GLAccounts 200': 1,
		'GET bulk/CRM/Accounts 200': 1,
		'GET financial/Journals 200': 1,
		'GET general/Currencies 200': 1,
		'GET financial/FinancialPeriods 200': 1,
		'GET read/financial/JournalStatusList 200': 1,
		'GET financialtransaction/BankEntryLines 200': 3,
		'GET bulk/Financial/TransactionLines 200': 3,
	};

	it('books 100 with 100 calls, 2 for the balance; a rerun books nothing', async () => {
		const start = await standing(bench, BANK);
		const { json } = await runAll(bench, hundred);
		expect(json.every(({ alreadyBooked }) => alreadyBooked === false)).toBe(true);
		expect(await bench.countedCalls()).toEqual({
			...lookUps,
			'GET current/Me 200': 1,
			'GET financialtransaction/BankEntries 200': 1,
			'GET financialtransaction/TransactionLines 200': 1,
			'POST financialtransaction/BankEntries 201': 100,
		});
		expect(json[99]?.closingBalance).toBe(Math.round((start + 5050 - 10) * 100) / 100);
		expect(await postings(bench, json[99]?.id)).toEqual([
			['1100', 99_90],
			['1300', -100_00],
			['9200', 10],
		]);
		await bench.sandbox.clearLog();
		const again = await runAll(bench, hundred);
		expect(await bench.countedCalls()).toEqual({
			...lookUps,
			'GET financialtransaction/BankEntries 200': 3,
		});
		expect(again.json).toEqual(json.map((item) => ({ ...item, alreadyBooked: true })));
	});
});

describe.each(profiles)('Financial Entry: Delete, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));
	const remove = (more: INodeParameters) => inDivision('financialEntry', 'delete', more);

	it.each([BANK, CASH] as const)('takes an entry of journal %s out of the books', async (code) => {
		const journal = by('code', code);
		const before = (await entriesOf(bench, code)).length;
		const [first, second] = [
			await one(money([costs()], { journal })),
			await one(money([costs()], { journal })),
		];
		const deleted = { journal: code, deleted: true };
		expect(await one(remove({ entry: String(first.id) }))).toMatchObject({
			...deleted,
			id: first.id,
		});
		const byNumber = { getBy: 'number', entryNumber: String(second.number), journal };
		expect(await one(remove(byNumber))).toMatchObject({ ...deleted, number: second.number });
		expect(await entriesOf(bench, code)).toHaveLength(before);
		expect(await postings(bench, first.id)).toEqual([]);
	});

	it('takes none that is processed, of another kind, or not there', async () => {
		const [processed] = (await entriesOf(bench, BANK)).filter(({ Status }) => Status === 50);
		const ledger = await bench.sandbox.records(NL, 'TransactionLines');
		const general = ledger.find(({ Type }) => Type === 90);
		const code = async (entry: unknown) =>
			(await bench.fail(remove({ entry: String(entry) }))).context.code;
		expect(await code(processed?.EntryID)).toBe('CONFLICT');
		expect(await code(general?.EntryID)).toBe('TYPE');
		expect(await code('44444444-4444-4444-8444-000000000001')).toBe('NOT_FOUND');
		expect((await bench.calls()).filter((call) => call.startsWith('DELETE'))).toEqual([]);
	});
});
