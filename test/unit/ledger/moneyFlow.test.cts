import fc from 'fast-check';

import {
	closingFinding,
	isAfter,
	openingOf,
	type ChainLink,
} from '../../../nodes/ExactOnline/ledger/balanceChain.js';
import { controlAccount, type Party } from '../../../nodes/ExactOnline/ledger/controlAccount.js';
import {
	flowDebit,
	flowPostings,
	flowSum,
	type FlowLine,
} from '../../../nodes/ExactOnline/ledger/moneyFlow.js';

const link = (year: number, period: number, closing: number): ChainLink => ({
	...{ year, period, closing },
});

describe('the balance that an entry opens with', () => {
	test.each<[string, ChainLink[], number]>([
		['0 in an empty journal', [], 0],
		['what the last one closes with', [link(2026, 1, 100), link(2026, 2, 250)], 250],
		['that of its own period in the order booked', [link(2026, 3, 9), link(2026, 3, 7)], 7],
		[
			'that of the latest period, whatever was booked last',
			[link(2026, 3, 9), link(2026, 1, 7)],
			9,
		],
		['none of later periods', [link(2025, 12, 5), link(2026, 4, 9), link(2027, 1, 8)], 5],
		['0 before all others', [link(2026, 4, 9)], 0],
	])('is %s', (_, links, opening) => {
		expect(openingOf(links, { year: 2026, period: 3 })).toBe(opening);
	});

	test.each([
		[2026, 3, 2026, 2, true],
		[2026, 3, 2026, 3, false],
		[2026, 1, 2025, 12, true],
		[2025, 12, 2026, 1, false],
	])('%s/%s after %s/%s: %s', (year, period, otherYear, otherPeriod, expected) => {
		expect(isAfter({ year, period }, { year: otherYear, period: otherPeriod })).toBe(expected);
	});
});

describe('the closing balance that was given', () => {
	test('has to be what the entry leads to', () => {
		expect(closingFinding({ opening: 100, sum: -30, closing: 70 }, 2, [])).toBeUndefined();
		expect(closingFinding({ opening: 100, sum: -30, closing: 71 }, 2, ['X'])).toMatchObject({
			code: 'TOTAL_MISMATCH',
			where: ['X'],
			what: 'is 0.71, but the opening balance of 1.00 and lines of -0.30 come to 0.70',
		});
	});
});

describe('the control account', () => {
	const account = (id: string, type: number, isBlocked = false) => ({ id, type, isBlocked });
	const all = [account('a', 20), account('b', 22), account('c', 22), account('d', 24)];
	const find = (party: Party, ofJournals: string[] = [], accounts = all) =>
		controlAccount(party, { own: undefined, accounts, ofJournals });

	test('is the own one before all others', () => {
		const own = account('z', 90);
		expect(controlAccount('client', { own, accounts: all, ofJournals: ['a'] })).toEqual({
			account: own,
		});
	});

	test.each<[string, Party, string[], string]>([
		['the only one of its type', 'client', [], 'a'],
		['of several, that of the journals', 'supplier', ['x', 'c', 'c'], 'c'],
	])('is %s', (_, party, journals, id) => {
		expect(find(party, journals)).toMatchObject({ account: { id } });
	});

	test.each<[string, Party, string[], string[]]>([
		['several and no journal', 'supplier', [], ['b', 'c']],
		['several and journals of both', 'supplier', ['b', 'c'], ['b', 'c']],
		['several and a journal of another account', 'supplier', ['d'], ['b', 'c']],
		['none at all', 'employee', [], []],
	])('is not told by %s', (_, party, journals, ids) => {
		expect(find(party, journals)).toEqual({
			candidates: ids.map((id) => expect.objectContaining({ id }) as unknown),
		});
	});

	test('is never a blocked one', () => {
		const accounts = [account('a', 20, true), account('e', 20)];
		expect(find('client', [], accounts)).toMatchObject({ account: { id: 'e' } });
	});
});

describe('what flowed, in the ledger', () => {
	const vat = (type: 'E' | 'I' | 'B' | 'N', rate = 0.21, charged = false) => ({
		...{ type, rate, charged },
	});
	test.each<[string, FlowLine, object]>([
		['without VAT', { amount: 121 }, { own: -121, vat: [], isRounded: false }],
		['of an excluding code', { amount: 121, vat: vat('E') }, { own: -100, vat: [-21] }],
		['of an including code', { amount: -121, vat: vat('I') }, { own: 100, vat: [21] }],
		[
			'with VAT that was given',
			{ amount: -121, vat: vat('E'), vatAmount: -20 },
			{ own: 101, vat: [20], isRounded: false },
		],
		[
			'of a reverse charge',
			{ amount: -100, vat: vat('E', 0.21, true) },
			{ own: 100, vat: [21, -21], tolerance: 1, isRounded: false },
		],
		['of a code for the base only', { amount: 50, vat: vat('B', 0) }, { own: -50, vat: [] }],
		['of no VAT', { amount: 50, vat: vat('N', 0.21) }, { own: -50, vat: [] }],
		['nothing', { amount: 0 }, { own: 0, vat: [] }],
	])('%s', (_, line, expected) => {
		expect(flowPostings(line)).toMatchObject(expected);
	});

	test('adds up, with as much debit as credit, however it is taxed', () => {
		const line = fc.record({
			amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
			vat: fc.option(
				fc.record({
					rate: fc.constantFrom(0, 0.06, 0.09, 0.21),
					type: fc.constantFrom('E' as const, 'I' as const, 'B' as const, 'N' as const),
					charged: fc.boolean(),
				}),
				{ nil: undefined },
			),
		});
		fc.assert(
			fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
				const postings = lines.map(flowPostings).flatMap(({ own, vat: taxes }) => [own, ...taxes]);
				const all = [flowSum(lines), ...postings];
				expect(all.reduce((sum, one) => sum + one, 0)).toBe(0);
				const debits = all.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
				expect(flowDebit(lines)).toBe(debits);
			}),
			{ seed: 20260610 },
		);
	});
});
