import fc from 'fast-check';

import { accrualFinding } from '../../../nodes/ExactOnline/ledger/accrual.js';
import { invoiceKinds, kindOf } from '../../../nodes/ExactOnline/ledger/kinds.js';
import { parsePeriod, periodOf } from '../../../nodes/ExactOnline/ledger/period.js';

describe('the kinds of invoices', () => {
	test.each([
		['customerInvoice', 'sales', 20, 1, [20], 'sales invoice'],
		['customerRefund', 'sales', 21, -1, [21, 20], 'sales credit note'],
		['supplierInvoice', 'purchase', 30, 1, [22], 'purchase invoice'],
		['supplierRefund', 'purchase', 31, -1, [23, 22], 'purchase credit note'],
	] as const)('%s: %s, type %d, sign %d', (kind, side, entryType, sign, journalTypes, words) => {
		expect(invoiceKinds[kind]).toEqual({ side, entryType, sign, journalTypes, words });
		expect(kindOf(entryType)).toBe(kind);
	});

	test.each([0, 10, 22, 40, 90, Number.NaN])('do not include type %d', (entryType) => {
		expect(kindOf(entryType)).toBeUndefined();
	});
});

describe('a period', () => {
	test.each(['03/2026', '032026', '2026-03', ' 03/2026 '])('is read from %j', (text) => {
		expect(parsePeriod(text)).toEqual({ year: 2026, month: 3 });
	});

	test.each([
		'',
		'3/2026',
		'13/2026',
		'00/2026',
		'202603',
		'2026-3',
		'2026/03',
		'03-2026',
		'03/26',
	])('is not read from %j', (text) => {
		expect(parsePeriod(text, ['Period'])).toEqual({
			code: 'PARAM_FORMAT',
			where: ['Period'],
			what: `is '${text}'`,
			expected: 'Expected mm/yyyy such as 03/2026.',
		});
	});

	test('is the same in all three forms', () => {
		const year = fc.integer({ min: 1000, max: 9999 });
		fc.assert(
			fc.property(year, fc.integer({ min: 1, max: 12 }), (inYear, month) => {
				const mm = String(month).padStart(2, '0');
				for (const text of [`${mm}/${inYear}`, `${mm}${inYear}`, `${inYear}-${mm}`]) {
					expect(parsePeriod(text)).toEqual({ year: inYear, month });
				}
			}),
		);
	});

	// A year from July to June, in two periods.
	const broken = [
		{ year: 2026, period: 1, start: '2025-07-01', end: '2025-12-31', id: 'a' },
		{ year: 2026, period: 2, start: '2026-01-01', end: '2026-06-30', id: 'b' },
	];

	test.each([
		['2025-07-01', 'a'],
		['2025-12-31', 'a'],
		['2026-01-01', 'b'],
		['2026-06-30', 'b'],
		['2025-06-30', undefined],
		['2026-07-01', undefined],
	])('of %s is %s', (day, id) => {
		expect(periodOf(day, broken)?.id).toBe(id);
	});
});

describe('an accrual', () => {
	test.each([
		[undefined, undefined],
		['2026-01-01', '2026-12-31'],
		['2026-01-01', '2026-01-01'],
	])('from %s to %s can be booked', (from, to) => {
		expect(accrualFinding(from, to)).toBeUndefined();
	});

	test.each([
		['2026-01-01', undefined, 'PARAM_PAIR', 'has no end date'],
		[undefined, '2026-12-31', 'PARAM_PAIR', 'has no start date'],
		[
			'2026-12-31',
			'2026-01-01',
			'PARAM_RANGE',
			'starts on 2026-12-31, after its end on 2026-01-01',
		],
	])('from %s to %s cannot: %s', (from, to, code, what) => {
		expect(accrualFinding(from, to, ['Lines', 1])).toEqual({
			code,
			where: ['Lines', 1],
			what,
			expected: expect.stringContaining('first'),
		});
	});
});
