import { costcenter } from '../../nodes/ExactOnline/records/costcenter.js';
import { journalStatus } from '../../nodes/ExactOnline/records/journalStatus.js';
import { purchaseEntry } from '../../nodes/ExactOnline/records/purchaseEntry.js';
import { columnsOf, readable } from '../../nodes/ExactOnline/records/record.js';
import { salesEntry } from '../../nodes/ExactOnline/records/salesEntry.js';
import type { ReadContext } from '../../nodes/ExactOnline/records/shows.js';
import { vatCode } from '../../nodes/ExactOnline/records/vatCode.js';

const context: ReadContext = { division: 123, zone: { offsetMs: 0 }, today: '2026-06-25' };

describe('an invoice', () => {
	/** One line that goes the other way than the entry stands among them. */
	const entry = (Type: number, sign: 1 | -1) => ({
		Type,
		AmountFC: sign * 110,
		VATAmountFC: sign * 19.1,
		AmountDC: sign * 99,
		GAccountAmountFC: 0,
		SalesEntryLines: [
			{ LineNumber: 1, AmountFC: sign * 100, VATAmountFC: sign * 21 },
			{ LineNumber: 2, AmountFC: sign * -9.1, VATAmountFC: sign * -1.9 },
		],
	});
	const amounts = (sign: 1 | -1) => ({
		net: sign * 90.9,
		vat: sign * 19.1,
		total: sign * 110,
		totalInDivisionCurrency: sign * 99,
		gAccountAmount: 0,
		lines: [
			expect.objectContaining({ amount: sign * 100, vatAmount: sign * 21 }),
			expect.objectContaining({ amount: sign * -9.1, vatAmount: sign * -1.9 }),
		],
	});

	test.each([
		['customerInvoice', 20, 1, 1],
		['customerInvoice', 20, -1, -1],
		['customerRefund', 21, 1, -1],
		['customerRefund', 21, -1, -1],
		['supplierRefund', 31, 1, -1],
		['supplierRefund', 31, -1, -1],
	] as const)(
		'%s (%i) that Exact stores with sign %i is shown with %i',
		(kind, type, as, shown) => {
			const json = readable(salesEntry, entry(type, as), context);
			expect(json).toMatchObject({ kind, ...amounts(shown) });
			expect(Object.is(json.gAccountAmount, 0)).toBe(true);
		},
	);

	test.each([
		[0.3, 0.1, 0.2],
		[120.99, 21, 99.99],
		[123456789.01, 21426384.21, 102030404.8],
		[1000, 0, 1000],
		[null, null, null],
	])('of %p with %p VAT is %p net', (AmountFC, VATAmountFC, net) => {
		expect(readable(purchaseEntry, { AmountFC, VATAmountFC }, context).net).toBe(net);
	});

	test('reads the same on both sides, each from its own columns', () => {
		expect(Object.keys(salesEntry.shows)).toEqual(Object.keys(purchaseEntry.shows));
		expect(columnsOf(salesEntry)).toEqual(expect.arrayContaining(['Customer', 'CustomerName']));
		expect(columnsOf(purchaseEntry)).toEqual(expect.arrayContaining(['Supplier', 'SupplierName']));
	});

	test('of which only an amount is selected still asks for what decides the sign', () => {
		expect(columnsOf(salesEntry, ['vat'])).toEqual(['EntryID', 'VATAmountFC', 'Type', 'AmountFC']);
		expect(salesEntry.parts.lines?.ownerColumns).toEqual(['Type', 'AmountFC']);
	});
});

describe('what entries point at', () => {
	test.each([
		[0.21, 21],
		[0.07, 7],
		[0.055, 5.5],
		[1, 100],
		[0, 0],
		[21, 21],
		[null, null],
	])('rate %p is %p percent', (Percentage, percentage) => {
		expect(readable(vatCode, { Percentage }, context).percentage).toBe(percentage);
	});

	test.each([
		[{ Active: true, EndDate: null }, true],
		[{ EndDate: '/Date(1782345600000)/' }, true],
		[{ EndDate: '/Date(1782259200000)/' }, false],
		// The column is obsolete.
		[{ Active: false, EndDate: null }, true],
	])('cost center %j is active on 2026-06-25: %p', (row, active) => {
		expect(readable(costcenter, row, context).isActive).toBe(active);
	});

	test('status of a journal is known by journal, year and period', () => {
		const row = { Journal: '70 ', Year: 2026, Period: 1, Status: 1, JournalType: 20 };
		const expected = { id: '70/2026/1', status: 'closed', journalType: 'sales' };
		expect(readable(journalStatus, row, context)).toMatchObject(expected);
	});
});
