import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { by, NL } from '../harness/inputs.cjs';
import { expectBalanced, posted, runAll } from '../harness/invoices.cjs';
import {
	BANK,
	CASH,
	costs,
	entities,
	entriesOf,
	money,
	moneyWith,
	standing,
} from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

let bench: Bench;
let restore = () => {};
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => {
	restore();
	restore = () => {};
	await expectBalanced(bench);
});

const profiles = ['strict', 'lenient'] as const;
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const round = (amount: number) => Math.round(amount * 100) / 100;
const balances = (entries: readonly IDataObject[]) =>
	entries.map(({ openingBalance, closingBalance }) => [openingBalance, closingBalance]);
const on = (date: string, amount = -10) => money([costs(amount)], { date });
const sent = async () => (await posted(bench)).length;
const looks = async () =>
	(await bench.calls()).filter((call) =>
		/^GET financialtransaction\/(Bank|Cash)Entries |^GET financialtransaction\/Trans/.test(call),
	);

/** Exact's refusal in its own words. */
const unbalanced = (
	text = 'Opening balance plus all bank entry lines should result in the closing balance',
) => ({
	match: { method: 'POST', path: 'financialtransaction/BankEntries$' },
	fault: {
		kind: 'status' as const,
		status: 500,
		body: { error: { code: '', message: { lang: '', value: text } } },
	},
});

describe.each(profiles)('The opening balance, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each([BANK, CASH] as const)(
		'is what the last entry of journal %s closes with',
		async (code) => {
			const before = await standing(bench, code);
			expect(before).not.toBe(0);
			const journal = by('code', code);
			const [entry] = balances([await one(money([costs()], { journal }))]);
			expect(entry).toEqual([before, round(before - 12.5)]);
			expect(await standing(bench, code)).toBe(round(before - 12.5));
			expect(entities[code]).toBe(code === BANK ? 'BankEntries' : 'CashEntries');
		},
	);

	it('is 0 in a journal without entries, also of a payment service', async () => {
		const [bank] = (await bench.sandbox.records(NL, 'Journals')).filter(
			({ Code }) => Code === BANK,
		);
		const row: Row = { ...bank, ID: '44444444-4444-4444-8444-000000000016', Code: '25', Type: 16 };
		delete row.Timestamp;
		await bench.sandbox.insert(NL, 'Journals', [row]);
		const journal = { journal: by('code', '25') };
		expect(await one(money([costs()], journal))).toMatchObject({
			...{ kind: 'bank', journal: '25', openingBalance: 0, closingBalance: -12.5 },
		});
	});

	it('of entries in one run is what the one before closes with, after one look', async () => {
		const start = await standing(bench, BANK);
		const days = ['2026-06-10', '2026-06-11', '2026-07-01'];
		const { json } = await runAll(
			bench,
			days.map((day) => on(day)),
		);
		expect(balances(json)).toEqual(
			[0, 1, 2].map((n) => [round(start - 10 * n), round(start - 10 * (n + 1))]),
		);
		for (const item of json) expect(item).not.toHaveProperty('_warnings');
		expect(await looks()).toEqual([
			'GET financialtransaction/BankEntries 200',
			'GET financialtransaction/TransactionLines 200',
		]);
	});

	it('is one of each journal, in whatever order they come', async () => {
		const [bank, cash] = [await standing(bench, BANK), await standing(bench, CASH)];
		const { json } = await runAll(
			bench,
			[BANK, CASH, BANK, CASH].map((code) => ({ ...on('2026-06-10'), journal: by('code', code) })),
		);
		expect(json.map(({ openingBalance }) => openingBalance)).toEqual([
			...[bank, cash, round(bank - 10), round(cash - 10)],
		]);
		expect(await looks()).toHaveLength(4);
	});

	it('can be given; the next entry opens with what that one closes with', async () => {
		const { json } = await runAll(bench, [
			moneyWith({ openingBalance: 1000.5, closingBalance: 988 }),
			moneyWith({ closingBalance: 975.5 }),
		]);
		expect(balances(json)).toEqual([
			[1000.5, 988],
			[988, 975.5],
		]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		[
			'that was found',
			{ closingBalance: 1 },
			/^'Additional Fields > Closing Balance' is 1\.00, but the opening balance of -?\d+\.\d\d and lines of -12\.50 come to/,
		],
		[
			'that was given',
			{ openingBalance: 0, closingBalance: 12.5 },
			/is 12\.50, but the opening balance of 0\.00 and lines of -12\.50 come to -12\.50$/,
		],
	])('%s has to lead to the closing balance', async (_, given, message) => {
		const error = await bench.fail(moneyWith(given));
		expect(error.context.code).toBe('TOTAL_MISMATCH');
		expect(error.message).toMatch(message);
		expect(error.description).toContain('Nothing was sent');
		expect(await sent()).toBe(0);
	});

	it('follows from the entries up to the period; who is back-dated is told of newer ones', async () => {
		const rows = (await entriesOf(bench, BANK)).filter(
			({ FinancialYear, FinancialPeriod }) => FinancialYear === 2025 && FinancialPeriod === 11,
		);
		const [november] = rows;
		expect(rows).toHaveLength(1);
		const later = await one(on('2026-06-20'));
		const entry = await one(on('2025-11-15'));
		expect(entry.openingBalance).toBe(november?.ClosingBalanceFC);
		const newer = `Entry ${String(later.number)} of 2026-06-20 in journal 20 is newer: its opening balance stays as it is`;
		expect(entry._warnings).toEqual([newer]);
		// The end of the chain has not moved: the next one goes on from there.
		expect(await one(on('2026-06-21'))).toMatchObject({ openingBalance: later.closingBalance });
		// In the same month it goes on behind the last one, and says so as well.
		const between = await one(on('2026-06-15'));
		expect(between._warnings).toEqual([expect.stringContaining('of 2026-06-21')]);
	});

	it('of a run that goes back in time says it too', async () => {
		const start = await standing(bench, BANK);
		const { json } = await runAll(bench, [on('2026-06-20'), on('2026-05-31'), on('2026-07-01')]);
		expect(balances(json)).toEqual([
			[start, round(start - 10)],
			[start, round(start - 10)],
			[round(start - 10), round(start - 20)],
		]);
		expect(json.map(({ _warnings }) => _warnings)).toEqual([
			undefined,
			[expect.stringContaining(`Entry ${String(json[0]?.number)} of 2026-06-20`)],
			undefined,
		]);
	});

	it('stands in a preview, from item to item; nothing is sent', async () => {
		const start = await standing(bench, BANK);
		const preview = { options: { preview: true } };
		const { json } = await runAll(bench, [
			{ ...on('2026-06-10'), ...preview },
			{ ...on('2026-06-11'), ...preview },
		]);
		expect(json.map(({ body }) => body)).toMatchObject([
			{ OpeningBalanceFC: start, ClosingBalanceFC: round(start - 10) },
			{ OpeningBalanceFC: round(start - 10), ClosingBalanceFC: round(start - 20) },
		]);
		expect(json[0]).toMatchObject({ preview: true, what: 'bank entry', total: 10 });
		const error = await bench.fail({ ...moneyWith({ closingBalance: 1 }), ...preview });
		expect(error.context.code).toBe('TOTAL_MISMATCH');
		expect(await sent()).toBe(0);
	});
});

describe('When the balances do not meet', () => {
	beforeEach(async () => await bench.reset());

	it.each([
		['English', undefined],
		['Dutch', 'Het beginsaldo plus alle bankboekingsregels moet gelijk zijn aan het eindsaldo'],
	])('the sums that were sent are said (%s)', async (_, text) => {
		const start = await standing(bench, BANK);
		await bench.sandbox.faults([unbalanced(text)]);
		const error = await bench.fail(on('2026-06-10'));
		expect(error.context.code).toBe('EXACT');
		expect(error.description).toContain(
			`Sent were an opening balance of ${start.toFixed(2)}, lines of -10.00 and a closing balance of ${(start - 10).toFixed(2)}. Nothing was booked.`,
		);
		expect(error.context.details).toMatchObject({ status: 500, sum: '-10.00' });
		expect(await sent()).toBe(1);
	});

	/** Another process books 5.00 just before the first POST arrives. */
	async function interfere(): Promise<void> {
		const rows = await entriesOf(bench, BANK);
		const row = { ...rows.at(-1), EntryID: '44444444-4444-4444-8444-000000000099' };
		const place = { FinancialYear: 2026, FinancialPeriod: 6, EntryNumber: 26209000 };
		const moved = { ...row, ...place, ClosingBalanceFC: 5 };
		delete (moved as IDataObject).Timestamp;
		let isDone = false;
		restore = beforeEachCall(async (url) => {
			if (isDone || !/BankEntries$/.test(url)) return;
			isDone = true;
			await bench.sandbox.insert(NL, 'BankEntries', [moved]);
		});
	}

	it('and another process has booked, the entry is sent once more with the new balance', async () => {
		await interfere();
		await bench.sandbox.faults([unbalanced()]);
		const { json } = await runAll(bench, [on('2026-06-10'), on('2026-06-11')]);
		expect(balances(json)).toEqual([
			[5, -5],
			[-5, -15],
		]);
		expect(await sent()).toBe(3);
	});

	it('it is sent twice at most', async () => {
		await interfere();
		await bench.sandbox.faults([{ ...unbalanced(), times: 3 }]);
		const error = await bench.fail(on('2026-06-10'));
		expect(error.description).toContain('an opening balance of 5.00, lines of -10.00');
		expect(await sent()).toBe(2);
	});

	it.each<[string, INodeParameters, string | undefined]>([
		['a balance that was given', moneyWith({ openingBalance: 3 }), undefined],
		['another refusal', on('2026-06-10'), 'Something else is wrong'],
	])('%s is never sent again', async (_, parameters, text) => {
		await interfere();
		await bench.sandbox.faults([unbalanced(text)]);
		await bench.fail(parameters);
		expect(await sent()).toBe(1);
	});

	it('and the balance can not be read, nothing is booked for the item', async () => {
		const path = 'financialtransaction/BankEntries\\?';
		await bench.sandbox.faults([
			{ match: { method: 'GET', path }, fault: { kind: 'html' }, times: 9 },
		]);
		const { json } = await bench.run(on('2026-06-10'), { continueOnFail: true });
		expect(json[0]?.code).toBe('UNAVAILABLE');
		expect(await sent()).toBe(0);
	});

	it('what Exact keeps otherwise is said, and counts for the next', async () => {
		const tamper = [{ entity: 'BankEntries', column: 'ClosingBalanceFC', set: 7 }];
		await bench.sandbox.settings({ tamper });
		const { json } = await runAll(bench, [on('2026-06-10'), on('2026-06-11')]);
		expect(json[0]?._warnings).toEqual([
			expect.stringMatching(/^Exact Online keeps a closing balance of 7\.00 instead of -?\d/),
		]);
		expect(json[1]).toMatchObject({ openingBalance: 7 });
	});
});
