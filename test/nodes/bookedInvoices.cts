import { NL } from '../harness/inputs.cjs';
import type { Row, Sandbox } from '../harness/sandbox.cjs';

/** IDs of the entries, by a number that a test can remember. */
export const id = (n: number) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`;

export const everyKind = ['customerInvoice', 'customerRefund', 'supplierInvoice', 'supplierRefund'];

/** Nothing else was booked in this year. */
export const inYear = { dateFrom: '2019-01-01', dateTo: '2019-12-31' };

export interface Entry {
	n: number;
	type: number;
	journal: string;
	number: number;
	/** Net amounts of the lines, as stored; VAT is 21 percent. */
	lines: readonly number[];
	more?: Row;
}

export const entries: readonly Entry[] = [
	{
		n: 1,
		type: 20,
		journal: '70',
		number: 19700001,
		lines: [60.1, 39.9],
		more: { YourRef: 'PO-1', ExternalLinkReference: 'booking-1', Status: 20 },
	},
	// Return journals may hold credit notes with either sign.
	{ n: 2, type: 21, journal: '71', number: 19710001, lines: [100, -10] },
	{ n: 3, type: 21, journal: '71', number: 19710002, lines: [-100, 10] },
	{
		n: 4,
		type: 20,
		journal: '70',
		number: 19700001,
		lines: [50],
		more: { ReportingYear: 2018, EntryDate: '2019-02-01' },
	},
	{ n: 11, type: 30, journal: '60', number: 19600001, lines: [200], more: { Status: 5 } },
	{ n: 12, type: 31, journal: '61', number: 19710001, lines: [30] },
];

/** Whom the entries are with. */
export interface Partners {
	client: Row;
	supplier: Row;
}

/** Puts the entries into the Dutch company, as Exact would have stored them. */
export async function bookEntries(sandbox: Sandbox): Promise<Partners> {
	const accounts = await sandbox.records(NL, 'Accounts');
	const partners = {
		client: accounts.find(({ Status }) => Status === 'C') ?? {},
		supplier: accounts.find(({ IsSupplier }) => IsSupplier === true) ?? {},
	};
	await insertEntries(sandbox, entries, partners);
	return partners;
}

export async function insertEntries(
	sandbox: Sandbox,
	booked: readonly Entry[],
	{ client, supplier }: Partners,
): Promise<void> {
	const [ledgerAccount] = await sandbox.records(NL, 'GLAccounts');
	for (const [side, lines, relation] of [
		['SalesEntries', 'SalesEntryLines', { Customer: client.ID }],
		['PurchaseEntries', 'PurchaseEntryLines', { Supplier: supplier.ID }],
	] as const) {
		const own = booked.filter(({ type }) => type < 30 === (side === 'SalesEntries'));
		const rows = own.map((entry) => ({ ...relation, ...headerOf(entry) }));
		await sandbox.insert(NL, side, rows);
		await sandbox.insert(
			NL,
			lines,
			own.flatMap((entry) => linesOf(entry, ledgerAccount?.ID)),
		);
	}
}

function headerOf({ n, type, journal, number, lines, more }: Entry): Row {
	const net = lines.reduce((sum, amount) => sum + amount, 0);
	const [total, vat] = [1.21, 0.21].map((part) => Math.round(net * part * 100) / 100);
	return {
		EntryID: id(n),
		Type: type,
		Journal: journal,
		EntryNumber: number,
		EntryDate: '2019-03-05',
		DueDate: '2019-04-04',
		ReportingYear: 2019,
		ReportingPeriod: 3,
		Status: 50,
		Currency: 'EUR',
		Rate: 1,
		AmountFC: total,
		AmountDC: total,
		VATAmountFC: vat,
		VATAmountDC: vat,
		PaymentCondition: '30',
		...more,
	};
}

/** The last line first: Exact gives them in the order of their keys. */
function linesOf({ n, lines }: Entry, GLAccount: unknown): Row[] {
	return lines.map((net, at) => ({
		ID: id(n * 100 - at),
		EntryID: id(n),
		LineNumber: at + 1,
		GLAccount,
		AmountFC: net,
		VATAmountFC: Math.round(net * 21) / 100,
		VATCode: '4',
		VATPercentage: 0.21,
		Quantity: 1,
		Description: `Line ${at + 1}`,
	}));
}
