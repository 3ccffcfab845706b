import type { Row, Value } from '../entities/entity.mjs';
import type { Books } from './books.mjs';
import { rounded, total } from './money.mjs';
import type { Posting } from './posting.mjs';

/** Columns that a ledger line has from its entry, and those it has from the line of the entry. */
const fromHeader = [
	...['EntryID', 'EntryNumber', 'InvoiceNumber', 'Type', 'Status', 'Currency', 'YourRef'],
	...['PaymentReference', 'OrderNumber', 'Document', 'ExternalLinkReference', 'Modified'],
] as const;
const fromLine = [
	...['CostCenter', 'CostUnit', 'Project', 'ProjectWBS', 'Asset', 'Subscription', 'Notes'],
	...['SerialNumber', 'TrackingNumber'],
] as const;

/** Rows of TransactionLines, without the keys of those that are no line of the entry. */
export function transactionRows(
	header: Row,
	account: Value,
	postings: readonly Posting[],
	books: Books,
): Row[] {
	const common: Row = {
		...copied(header, fromHeader),
		Account: account,
		Date: header['EntryDate'],
		JournalCode: header['Journal'],
		FinancialYear: header['ReportingYear'],
		FinancialPeriod: header['ReportingPeriod'],
		ExchangeRate: header['Rate'],
	};
	const amounts = inCompanyCurrency(postings, Number(header['Rate'] ?? 1), books.digits());
	let last = 0;
	for (const { line } of postings) last = Math.max(last, Number(line?.['LineNumber'] ?? 0));
	return postings.map((posting, index) => {
		const { line, whole } = posting;
		const own = index === 0 ? 0 : whole ? line?.['LineNumber'] : (last += 1);
		return {
			...common,
			...posting.columns,
			...(index === 0 ? { DueDate: header['DueDate'] } : {}),
			...(line ? copied(line, fromLine) : {}),
			...(whole ? { ID: line?.['ID'], Quantity: line?.['Quantity'] } : {}),
			...vatColumns(posting, books),
			LineNumber: own,
			Description: line?.['Description'] ?? header['Description'],
			GLAccount: posting.glAccount,
			AmountFC: posting.amount,
			AmountDC: amounts[index],
		};
	});
}

function vatColumns({ vatCode, vatType, vat, base }: Posting, books: Books): Row {
	if (vatCode === undefined || vatCode === null) return {};
	return {
		VATCode: vatCode,
		VATPercentage: books.vatCode(vatCode)?.['Percentage'] ?? 0,
		VATType: vatType,
		AmountVATFC: vat,
		AmountVATBaseFC: base,
	};
}

/** Each amount at the rate of the entry; the largest line after the control line takes what rounding leaves. */
function inCompanyCurrency(postings: readonly Posting[], rate: number, digits: number): number[] {
	const amounts = postings.map(({ amount, home }) => home ?? rounded(amount * rate, digits));
	const left = total(amounts, digits);
	if (left === 0) return amounts;
	let largest = 1;
	for (let index = 1; index < amounts.length; index++) {
		if (Math.abs(amounts[index] ?? 0) > Math.abs(amounts[largest] ?? 0)) largest = index;
	}
	return amounts.map((amount, index) =>
		index === largest ? total([amount, -left], digits) : amount,
	);
}

function copied(from: Row, names: readonly string[]): Row {
	return Object.fromEntries(names.map((name) => [name, from[name]]));
}
