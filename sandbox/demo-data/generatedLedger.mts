import type { Row } from '../entities/entity.mjs';
import { booksOf } from '../ledger/books.mjs';
import type { Company } from '../rows/company.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';

/** Lines of one generated entry: the receivable, two revenues, VAT. */
export const linesPerEntry = 4;

const dayLength = 86_400_000;
/** Days until an invoice is due. */
const term = 30 * dayLength;
const firstDay = Date.UTC(2025, 0, 1);
/** January 2025 to March 2026, as the other bookings of the demo. */
const days = 455;
const written = Date.UTC(2025, 0, 2, 8);
/** Numbers that no journal gives out. */
const firstNumber = 300_000_000;

/** A key in one piece: texts put together hold on to their parts, which takes four times the memory. */
export const keyOf = (space: number, index: number) =>
	Buffer.from(guidOf(space, index), 'latin1').toString('latin1');

/** What all entries have in common, looked up once. */
export interface Ledger {
	/** Where the keys of lines, entries and open items come from. */
	lines: number;
	entries: number;
	terms: number;
	/** Keys of the ledger accounts of the four lines. */
	accounts: readonly Row[string][];
	owners: readonly Row[];
	/** Year and period of each day. */
	calendar: readonly { year: Row[string]; period: Row[string] }[];
}

export function ledgerOf(company: Company): Ledger {
	const space = (name: string) => spaceOf(`${company.code} generated ${name}`);
	const books = booksOf(company);
	const revenue = company
		.table('GLAccounts')
		.rows()
		.filter((row) => row['Type'] === 110);
	const used = [books.ofType(20), revenue[0], revenue[1] ?? revenue[0], books.ofType(24)];
	const periods = company.table('FinancialPeriods').rows();
	const calendar = Array.from({ length: days }, (_, index) => {
		const day = firstDay + index * dayLength;
		const period = periods.find(
			(row) => Number(row['StartDate']) <= day && day <= Number(row['EndDate']),
		);
		return { year: period?.['FinYear'], period: period?.['FinPeriod'] };
	});
	return {
		...{ lines: space('TransactionLines'), entries: space('Entries'), terms: space('Receivables') },
		...{ accounts: used.map((row) => row?.['ID'] ?? null), calendar },
		owners: company.table('Accounts').rows(),
	};
}

/** Amounts of an entry in cents: what is owed, two parts of the revenue, VAT. */
export function amountsOf(entry: number): [number, number, number, number] {
	const net = 1000 + ((entry * 37) % 90_000);
	const part = Math.round(net * 0.6);
	const vat = Math.round(net * 0.21);
	return [net + vat, -part, part - net, -vat];
}

/** What all that belongs to an entry says of it. */
export function entryAt(ledger: Ledger, entry: number) {
	const date = firstDay + (entry % days) * dayLength;
	const { year, period } = ledger.calendar[entry % days] ?? {};
	return {
		...{ id: keyOf(ledger.entries, entry), number: firstNumber + entry },
		...{ date, due: date + term, year, period, written: written + entry * 1000 },
		owner: ledger.owners[entry % Math.max(1, ledger.owners.length)]?.['ID'],
	};
}

/** Lines of the ledger: every four are an entry that balances. They hold no more than a sale needs. */
export function generatedLines(company: Company): (index: number) => Row {
	const ledger = ledgerOf(company);
	let [entry, entryId] = [-1, ''];
	return (index) => {
		if (Math.floor(index / linesPerEntry) !== entry) {
			entry = Math.floor(index / linesPerEntry);
			entryId = keyOf(ledger.entries, entry);
		}
		const line = index % linesPerEntry;
		const amount = (amountsOf(entry)[line] ?? 0) / 100;
		const day = entry % days;
		const { year, period } = ledger.calendar[day] ?? {};
		// All rows have the same columns in the same order, so that a million fit in memory.
		return {
			ID: keyOf(ledger.lines, index),
			EntryID: entryId,
			EntryNumber: firstNumber + entry,
			InvoiceNumber: firstNumber + entry,
			LineNumber: line,
			Type: 20,
			Status: 20,
			JournalCode: '70',
			Date: firstDay + day * dayLength,
			FinancialYear: year,
			FinancialPeriod: period,
			GLAccount: ledger.accounts[line],
			Account: ledger.owners[entry % Math.max(1, ledger.owners.length)]?.['ID'],
			AmountDC: amount,
			AmountFC: amount,
			Currency: 'EUR',
			ExchangeRate: 1,
			Description: 'Generated',
			Created: written + entry * 1000,
			Modified: written + entry * 1000,
			Timestamp: 0,
		};
	};
}

/** The open items of those entries, one each: as many as a quarter of the lines. */
export function generatedReceivables(company: Company): (index: number) => Row {
	const ledger = ledgerOf(company);
	return (entry) => {
		const [cents] = amountsOf(entry);
		const { id, number, date, due, year, period, owner, written } = entryAt(ledger, entry);
		return {
			ID: keyOf(ledger.terms, entry),
			EntryID: keyOf(ledger.terms, -1 - entry),
			TransactionEntryID: id,
			TransactionID: keyOf(ledger.lines, entry * linesPerEntry),
			TransactionType: 20,
			TransactionStatus: 20,
			TransactionReportingYear: year,
			TransactionReportingPeriod: period,
			Account: owner,
			GLAccount: ledger.accounts[0],
			AmountDC: -cents / 100,
			AmountFC: -cents / 100,
			TransactionAmountDC: cents / 100,
			TransactionAmountFC: cents / 100,
			Currency: 'EUR',
			RateFC: 1,
			EntryNumber: number,
			InvoiceNumber: number,
			Journal: '70',
			Description: 'Generated',
			EntryDate: date,
			InvoiceDate: date,
			DueDate: due,
			TransactionDueDate: due,
			PaymentCondition: '30',
			PaymentDays: 30,
			PaymentMethod: 'B',
			Status: 20,
			Created: written,
			Modified: written,
			Timestamp: 0,
		};
	};
}
