import fc from 'fast-check';

import {
	expectedTotals,
	totalFinding,
	type TotalsLine,
	type VatRule,
} from '../../../nodes/ExactOnline/ledger/vat.js';

const excluding: VatRule = { rate: 0.21, type: 'E', charged: false };
const including: VatRule = { rate: 0.21, type: 'I', charged: false };
const reverse: VatRule = { rate: 0.21, type: 'E', charged: true };

describe('the totals of one line', () => {
	test.each<[string, TotalsLine, { net: number; vat: number; gross: number; tolerance: number }]>([
		[
			'VAT on top',
			{ amount: 10000, vat: excluding },
			{ net: 10000, vat: 2100, gross: 12100, tolerance: 1 },
		],
		[
			'VAT on top, as given',
			{ amount: 10000, vat: excluding, vatAmount: 2099 },
			{ net: 10000, vat: 2099, gross: 12099, tolerance: 0 },
		],
		[
			'VAT of nothing, as given',
			{ amount: 10000, vat: excluding, vatAmount: 0 },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'VAT included',
			{ amount: 12100, vat: including },
			{ net: 10000, vat: 2100, gross: 12100, tolerance: 1 },
		],
		[
			'VAT included, as given',
			{ amount: 12100, vat: including, vatAmount: 2101 },
			{ net: 9999, vat: 2101, gross: 12100, tolerance: 0 },
		],
		[
			'reverse charge',
			{ amount: 10000, vat: reverse },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'reverse charge with a VAT amount',
			{ amount: 10000, vat: reverse, vatAmount: 2100 },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'base only',
			{ amount: 10000, vat: { rate: 0.21, type: 'B', charged: false } },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'no VAT',
			{ amount: 10000, vat: { rate: 0.21, type: 'N', charged: false } },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'0 %: nothing to round',
			{ amount: 10000, vat: { rate: 0, type: 'E', charged: false } },
			{ net: 10000, vat: 0, gross: 10000, tolerance: 0 },
		],
		[
			'half a cent goes up',
			{ amount: 250, vat: { rate: 0.07, type: 'E', charged: false } },
			{ net: 250, vat: 18, gross: 268, tolerance: 1 },
		],
		[
			'half a cent of a negative line goes down',
			{ amount: -250, vat: { rate: 0.07, type: 'E', charged: false } },
			{ net: -250, vat: -18, gross: -268, tolerance: 1 },
		],
		[
			// 50 * 0.29 is 14.499999999999998.
			'half a cent in spite of binary arithmetic',
			{ amount: 50, vat: { rate: 0.29, type: 'E', charged: false } },
			{ net: 50, vat: 15, gross: 65, tolerance: 1 },
		],
		[
			'a rate with a fraction',
			{ amount: 10000, vat: { rate: 0.055, type: 'E', charged: false } },
			{ net: 10000, vat: 550, gross: 10550, tolerance: 1 },
		],
	])('%s', (_name, line, totals) => {
		expect(expectedTotals([line])).toEqual(totals);
	});
});

describe('the totals of an invoice', () => {
	test('are rounded by line', () => {
		// 2.1 cents each: three lines are 6 cents, their sum would be 6.3.
		const line = { amount: 10, vat: excluding };
		expect(expectedTotals([line, line, line])).toEqual({
			net: 30,
			vat: 6,
			gross: 36,
			tolerance: 3,
		});
	});

	test('of no lines are nothing', () => {
		expect(expectedTotals([])).toEqual({ net: 0, vat: 0, gross: 0, tolerance: 0 });
	});

	const rule = fc.record({
		rate: fc.integer({ min: 0, max: 3000 }).map((part) => part / 10_000),
		type: fc.constantFrom('E', 'I', 'B', 'N'),
		charged: fc.boolean(),
	});
	const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
	const line = fc.record(
		{ amount: cents, vat: rule, vatAmount: cents },
		{ requiredKeys: ['amount', 'vat'] },
	);

	test('are whole, and net and VAT make the gross', () => {
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				const { net, vat, gross } = expectedTotals(lines);
				expect([net, vat, gross].every(Number.isSafeInteger)).toBe(true);
				expect(net + vat).toBe(gross);
			}),
		);
	});

	test('of a credit note are those of the invoice with the other sign', () => {
		const opposite = ({ amount, vat, vatAmount }: TotalsLine): TotalsLine =>
			vatAmount === undefined
				? { amount: -amount, vat }
				: { amount: -amount, vat, vatAmount: -vatAmount };
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				const { net, vat, gross, tolerance } = expectedTotals(lines);
				const mirrored = { net: 0 - net, vat: 0 - vat, gross: 0 - gross, tolerance };
				expect(expectedTotals(lines.map(opposite))).toEqual(mirrored);
			}),
		);
	});

	test('give the VAT that was put on top also when it is included', () => {
		fc.assert(
			fc.property(fc.nat(99_999_999), rule, (net, { rate }) => {
				const onTop = expectedTotals([{ amount: net, vat: { rate, type: 'E', charged: false } }]);
				const included = expectedTotals([
					{ amount: onTop.gross, vat: { rate, type: 'I', charged: false } },
				]);
				expect(Math.abs(included.vat - onTop.vat)).toBeLessThanOrEqual(1);
			}),
		);
	});
});

describe('a total', () => {
	const totals = { net: 10000, vat: 2099, gross: 12099, tolerance: 0 };

	test('that the lines miss is said in words', () => {
		expect(totalFinding(12100, totals, 2)).toEqual({
			code: 'TOTAL_MISMATCH',
			where: [],
			what: 'lines add up to 120.99, total is 121.00 (difference 0.01)',
			expected: expect.stringContaining("fill 'Correction Ledger Account'"),
		});
	});

	test('is written with the decimals of its currency', () => {
		expect(totalFinding(12000, totals, 0, ['Total'])).toMatchObject({
			where: ['Total'],
			what: 'lines add up to 12099, total is 12000 (difference 99)',
		});
	});

	test.each([
		[12099, 0, true],
		[12100, 0, false],
		[12098, 0, false],
		[12100, 1, true],
		[12098, 1, true],
		[12101, 1, false],
		[12102, 3, true],
		[Number.NaN, 3, false],
	])('of %d, tolerance %d, is met: %j', (total, tolerance, met) => {
		expect(totalFinding(total, { ...totals, tolerance }, 2) === undefined).toBe(met);
	});
});
