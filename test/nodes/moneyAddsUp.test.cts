import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { by, inDivision } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Side } from '../sandbox/bookkeeper.cjs';
import { AFTERWARDS, story, type Company, type Story } from './randomBooks.cjs';
import { RunningBooks } from './runningBooks.cjs';

/*
 * Random books around the end of a financial year, read through the node. Four witnesses have to agree to the cent:
 * balances, entries, open items, and the books that the test keeps by itself.
 */

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

type Sums = Map<string, number>;

/** A line of the ledger as its entry shows it. */
interface Line {
	cents: number;
	entry: IDataObject;
}

const cents = (value: unknown) => Math.round(Number(value) * 100);
const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);
const sides = { sales: 'client', purchases: 'supplier' } as const;

function sumsOf(parts: ReadonlyArray<readonly [key: unknown, cents: number]>): Sums {
	const sums: Sums = new Map();
	for (const [key, amount] of parts) sums.set(String(key), (sums.get(String(key)) ?? 0) + amount);
	return new Map([...sums].filter(([, sum]) => sum !== 0));
}
const plain = (sums: Sums) => Object.fromEntries(sums);
const together = (...all: Sums[]) => sumsOf(all.flatMap((sums) => [...sums]));

const read = async (
	{ division }: Company,
	resource: string,
	operation: string,
	more: IDataObject,
) => {
	const own = { division: by('id', division), ...more } as Parameters<typeof inDivision>[2];
	return (await bench.run(inDivision(resource, operation, own))).json;
};
const entriesOf = async (company: Company, resource = 'journalEntry') =>
	await read(company, resource, 'getAll', {
		returnAll: true,
		filters: { dateFrom: '2000-01-01', dateTo: '2035-12-31' },
	});
const balancesOf = async (company: Company, to: string, from = '') =>
	await read(company, 'ledgerAccount', 'getBalances', { to, filters: { from } });
const openOf = async (company: Company, side: Side) => {
	const of = { returnAll: true, side: sides[side] };
	const items = await read(company, 'outstandingItem', 'getAll', of);
	return sumsOf(
		items.map((item) => [item.invoiceId, cents(item.openAmountInDivisionCurrency)] as const),
	);
};
/** By account; the row of results that no account shows is left out. */
const closingOf = (balances: readonly IDataObject[]) =>
	sumsOf(
		balances
			.filter(({ ledgerAccount }) => ledgerAccount !== null)
			.map((one) => [one.ledgerAccount, cents(one.closing)] as const),
	);

/** Starts over in the story's sandbox; nothing limits how many calls a minute has. */
async function begin({ profile }: Story): Promise<void> {
	await bench.reset(profile, AFTERWARDS);
	await bench.sandbox.settings({ minuteLimit: 1e6, dayLimit: 1e6 });
}

/** What balances and open items say at the end of all stories. */
async function standing(company: Company) {
	const closing = closingOf(await balancesOf(company, company.months[3]));
	const [sales, purchases] = [await openOf(company, 'sales'), await openOf(company, 'purchases')];
	return { closing, sales, purchases };
}

const isYearEnd = ({ type }: IDataObject) => type === 'periodClosing' || Number(type) >= 320;
const turnsYear = ({ type }: IDataObject) => [327, 328].includes(Number(type));

/** A range as it is entered, its days, and the bookyears in which it begins and ends. */
type Range = readonly [from: string, to: string, days: [string, string], years: [number, number]];

function rangesOf({ months: [first, last, next, end] }: Company): Range[] {
	const year = Number(end.slice(0, 4));
	const [old, begun] = first < '2026-07' ? [2026, 2027] : [year - 1, year];
	const lastDay = (month: string) =>
		new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
			.toISOString()
			.slice(0, 10);
	const oldStart = first < '2026-07' ? '2025-07-01' : '2026-01-01';
	return [
		['', last, [oldStart, lastDay(last)], [old, old]],
		['', next, [`${next}-01`, lastDay(next)], [begun, begun]],
		[first, end, [`${first}-01`, lastDay(end)], [old, begun]],
		['', `${last}-13`, [oldStart, `${last}-13`], [old, old]],
		[`${first}-07`, `${next}-15`, [`${first}-07`, `${next}-15`], [old, begun]],
	];
}

/** What a balance has to show, worked out of the lines of all entries. */
function expected(lines: readonly Line[], isSheet: boolean, [, , days, years]: Range) {
	const counted = lines.filter(({ entry }) =>
		isSheet ? !turnsYear(entry) : !isYearEnd(entry) && Number(entry.year) >= years[0],
	);
	const sum = (which: readonly Line[]) => total(which.map((line) => line.cents));
	const day = ({ entry }: Line) => String(entry.date);
	const before = counted.filter((line) => day(line) < days[0]);
	const within = counted.filter((line) => days[0] <= day(line) && day(line) <= days[1]);
	const ended = isSheet
		? []
		: [...before, ...within].filter(({ entry }) => Number(entry.year) < years[1]);
	return {
		opening: sum(before),
		debit: sum(within.filter((line) => line.cents > 0)),
		credit: 0 - sum(within.filter((line) => line.cents < 0)),
		carriedOver: 0 - sum(ended),
		closing: sum(before) + sum(within) - sum(ended),
	};
}

function linesByAccount(entries: readonly IDataObject[]): Map<string, Line[]> {
	const byAccount = new Map<string, Line[]>();
	for (const entry of entries) {
		for (const { ledgerAccount, debit, credit } of entry.lines as IDataObject[]) {
			const lines = byAccount.get(String(ledgerAccount)) ?? [];
			byAccount.set(String(ledgerAccount), lines);
			lines.push({ cents: cents(debit) - cents(credit), entry });
		}
	}
	return byAccount;
}

/** The accounts of the balance sheet. */
async function sheetOf({ division }: Company): Promise<Set<string>> {
	const chart = await bench.sandbox.records(division, 'GLAccounts');
	return new Set(
		chart.filter(({ BalanceType }) => BalanceType === 'B').map(({ Code }) => String(Code)),
	);
}

async function checkBalances(company: Company, entries: readonly IDataObject[]): Promise<void> {
	const byAccount = linesByAccount(entries);
	const sheet = await sheetOf(company);
	for (const range of rangesOf(company)) {
		const [from, to, days] = range;
		const balances = await balancesOf(company, to, from);
		expect(total(balances.map(({ closing }) => cents(closing)))).toBe(0);
		expect(total(balances.map(({ opening }) => cents(opening)))).toBe(0);
		const shown = new Map(balances.map((one) => [String(one.ledgerAccount), one]));
		for (const [account, lines] of byAccount) {
			const must = expected(lines, sheet.has(account), range);
			const {
				from: first,
				to: last,
				...one
			} = shown.get(account) ?? { from: days[0], to: days[1] };
			const names = Object.keys(must) as Array<keyof typeof must>;
			const found = Object.fromEntries(names.map((name) => [name, cents(one[name] ?? 0)]));
			expect({ account, from, to, days: [first, last], ...found }).toEqual({
				...{ account, from, to, days },
				...must,
			});
		}
	}
}

function checkEntries(entries: readonly IDataObject[]): void {
	for (const { lines, debit, credit, isBalanced, id } of entries) {
		const sum = (name: string) =>
			total((lines as IDataObject[]).map((line) => cents(line[name] as number)));
		const [debits, credits] = [sum('debit'), sum('credit')];
		expect([id, isBalanced, cents(debit), cents(credit)]).toEqual([id, true, debits, debits]);
		expect(credits).toBe(debits);
	}
}

/** The lists of some kinds of entries have the same entries as the list of all. */
async function checkKinds(company: Company, entries: readonly IDataObject[]): Promise<void> {
	const brief = ({ id, date, debit, credit, lines }: IDataObject) => ({
		...{ id, date, debit, credit },
		lines: (lines as IDataObject[]).map((line) => [line.ledgerAccount, line.debit, line.credit]),
	});
	for (const [resource, kind] of [
		['miscellaneousOperation', 'other'],
		['financialEntry', 'cashFlow'],
	] as const) {
		const found = await entriesOf(company, resource);
		checkEntries(found);
		const all = entries.filter(({ type }) => type === kind);
		expect(found.map(brief)).toEqual(all.map(brief));
	}
}

async function checkStory(told: Story): Promise<void> {
	const { company } = told;
	await begin(told);
	const before = await standing(company);
	const kept = await RunningBooks.keep(bench.sandbox, told);
	const after = await standing(company);

	const sheet = await sheetOf(company);
	const booked = kept.postings
		.filter(({ account, day }) => sheet.has(account) || day >= `${company.months[2]}-01`)
		.map(({ account, cents: amount }) => [account, amount] as const);
	expect(plain(after.closing)).toEqual(plain(together(before.closing, sumsOf(booked))));

	for (const side of ['sales', 'purchases'] as const) {
		const open = together(before[side], kept.open(side));
		expect(plain(after[side])).toEqual(plain(open));
		const control = after.closing.get(company.control[side]) ?? 0;
		expect(total([...after[side].values()])).toBe(side === 'sales' ? control : -control);
	}

	const entries = await entriesOf(company);
	checkEntries(entries);
	await checkKinds(company, entries);
	await checkBalances(company, entries);
}

test('balances, entries, open items and books kept by hand agree to the cent', async () => {
	await fc.assert(fc.asyncProperty(story, checkStory), { seed: 20_261_231, numRuns: 14 });
}, 120_000);
