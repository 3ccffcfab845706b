import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { spaceOf } from './deterministic.mjs';
import { amountsOf, entryAt, keyOf, ledgerOf, linesPerEntry } from './generatedLedger.mjs';
import { onePage } from './scans.mjs';

/** The two revenues; the ledger has the receivable and the VAT besides. */
export const linesPerInvoice = 2;

/** VAT of 21 %, which is not part of the amount, in both demo companies. */
const vatCode = '4';
const vatPercentage = 0.21;

/** Documents.Type. */
const salesInvoice = 10;

/** What people scan is rarely smaller than this many bytes. */
const fileSize = 50_000;

type Generator = (index: number) => Row;

/** The sales invoices that the generated ledger entries come from. */
export function generatedInvoices(company: Company): Generator {
	const ledger = ledgerOf(company);
	return (entry) => {
		const { id, number, date, due, year, period, owner, written } = entryAt(ledger, entry);
		const [total, , , vat] = amountsOf(entry);
		return {
			EntryID: id,
			Customer: owner,
			Journal: '70',
			EntryNumber: number,
			InvoiceNumber: number,
			EntryDate: date,
			DueDate: due,
			ReportingYear: year,
			ReportingPeriod: period,
			Currency: 'EUR',
			Rate: 1,
			AmountDC: total / 100,
			AmountFC: total / 100,
			VATAmountDC: -vat / 100,
			VATAmountFC: -vat / 100,
			YourRef: `Order ${number}`,
			Description: 'Generated',
			PaymentCondition: '30',
			Type: 20,
			Status: 20,
			Created: written,
			Modified: written,
		};
	};
}

/** Their lines: each has the key of its ledger line, as where an invoice is booked. */
export function generatedInvoiceLines(company: Company): Generator {
	const ledger = ledgerOf(company);
	return (index) => {
		const entry = Math.floor(index / linesPerInvoice);
		const line = 1 + (index % linesPerInvoice);
		const { id, written } = entryAt(ledger, entry);
		const [, first, second, vat] = amountsOf(entry);
		const ofFirst = Math.round(-first * vatPercentage);
		const [net, own] = line === 1 ? [-first, ofFirst] : [-second, -vat - ofFirst];
		return {
			ID: keyOf(ledger.lines, entry * linesPerEntry + line),
			EntryID: id,
			LineNumber: line,
			GLAccount: ledger.accounts[line],
			Description: 'Generated',
			Quantity: 1,
			AmountDC: net / 100,
			AmountFC: net / 100,
			VATCode: vatCode,
			VATPercentage: vatPercentage,
			VATAmountDC: own / 100,
			VATAmountFC: own / 100,
			VATBaseAmountDC: net / 100,
			VATBaseAmountFC: net / 100,
			Type: 20,
			Created: written,
			Modified: written,
		};
	};
}

const documentsOf = ({ code }: Company) => spaceOf(`${code} generated Documents`);

/** A document for each of those entries. */
export function generatedDocuments(company: Company): Generator {
	const [ledger, space] = [ledgerOf(company), documentsOf(company)];
	return (entry) => {
		const { id, number, date, owner, written } = entryAt(ledger, entry);
		return {
			ID: keyOf(space, entry),
			HID: number,
			Type: salesInvoice,
			Subject: 'Generated',
			Account: owner,
			DocumentDate: date,
			FinancialTransactionEntryID: id,
			Created: written,
			Modified: written,
		};
	};
}

/** A PDF for each of those documents; all of them share one content, so that thousands fit in memory. */
export function generatedFiles(company: Company): Generator {
	const [ledger, space] = [ledgerOf(company), documentsOf(company)];
	const files = spaceOf(`${company.code} generated DocumentAttachments`);
	const file = onePage('Generated '.repeat(fileSize / 10));
	const content = file.toString('base64');
	return (entry) => ({
		ID: keyOf(files, entry),
		Document: keyOf(space, entry),
		FileName: `${entryAt(ledger, entry).number}.pdf`,
		FileSize: file.length,
		Attachment: content,
	});
}
