import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { pick, spaceOf } from './deterministic.mjs';

/** A payment of an invoice to come, in full or in part. */
export interface Payment {
	/** Key of the line on the control account, and of that account. */
	line: string;
	glAccount: Row[string];
	account: Row[string];
	number: Row[string];
	sold: boolean;
	/** Money that flows: a receipt is positive. */
	amount: number;
	date: number;
}

const dayLength = 86_400_000;
const tables = ['SalesEntries', 'PurchaseEntries'] as const;

/**
 * Which invoices get paid, and when: most of them a few days after they fall due. Of the invoices of the open
 * years, in the order of their dates, every sixth is not paid at all and every sixth to one half; of the
 * closed year the sixth of each side is forgotten. Credit notes and invoices in dollars stay open.
 */
export function paymentsOf(company: Company, closedYear: number): Payment[] {
	return tables.flatMap((table) => {
		const invoices = company
			.table(table)
			.rows()
			.filter(({ Type, Currency }) => (Type === 20 || Type === 30) && Currency === 'EUR')
			.sort((a, b) => Number(a['EntryDate']) - Number(b['EntryDate']));
		const isPast = (row: Row) => Number(row['ReportingYear']) <= closedYear;
		const past = invoices.filter(isPast).filter((_, index) => index !== 5);
		const later = invoices
			.filter((row) => !isPast(row))
			.flatMap((row, index) => (index % 6 === 4 ? [] : [{ row, half: index % 6 === 2 }]));
		const paid = [...past.map((row) => ({ row, half: false })), ...later];
		return paid.flatMap(({ row, half }) => paymentOf(company, row, half));
	});
}

function paymentOf(company: Company, invoice: Row, half: boolean): Payment[] {
	const line = company
		.table('TransactionLines')
		.rows()
		.find((row) => row['EntryID'] === invoice['EntryID'] && row['LineNumber'] === 0);
	if (!line) return [];
	const open = Number(line['AmountDC']);
	const late = pick(spaceOf(String(invoice['EntryID'])), 9);
	return [
		{
			line: String(line['ID']),
			glAccount: line['GLAccount'],
			account: line['Account'],
			number: invoice['InvoiceNumber'],
			sold: invoice['Type'] === 20,
			amount: half ? Math.round(open * 50) / 100 : open,
			date: Number(invoice['DueDate']) + late * dayLength,
		},
	];
}
