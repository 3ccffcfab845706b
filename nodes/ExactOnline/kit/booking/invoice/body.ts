import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../exact/values/text';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { fromMinor, toMinor } from '../../../ledger/money';
import { filled } from '../draft/filled';
import type { CreateInputs } from './fields';
import type { Header } from './header';
import type { DraftLine } from './lines';
import { bookingReferenceOf } from './sameInvoice';

/** What an invoice is made of, checked. */
export interface InvoiceParts {
	inputs: CreateInputs;
	kind: InvoiceKindFacts;
	header: Header;
	lines: readonly DraftLine[];
}

/** Columns that have a field of their own, or that a booking may not choose. */
export const ownColumns: readonly string[] = [
	...['EntryID', 'Customer', 'Supplier', 'Journal', 'EntryDate', 'DueDate', 'Currency', 'Rate'],
	...['Description', 'YourRef', 'PaymentReference', 'PaymentCondition', 'EntryNumber'],
	...['InvoiceNumber', 'ReportingYear', 'ReportingPeriod', 'ExternalLinkReference'],
	...['VATAmountFC', 'GAccountAmountFC', 'WithholdingTaxPercentage', 'WithholdingTaxBaseAmount'],
	...['WithholdingTaxAmountDC', 'SalesEntryLines', 'PurchaseEntryLines'],
];

/**
 * The body of the POST. Amounts are entered positive; Exact wants those of a credit note below zero, or, for some
 * return journals, above (`sign` -1).
 */
export function bodyOf(
	{ inputs, kind, header, lines }: InvoiceParts,
	names: { relation: string; lines: string },
	sign: 1 | -1,
): IDataObject {
	const { additionalFields: more, invoiceDate, reference } = inputs;
	const { decimals, period, currency } = header;
	const factor = kind.sign * sign;
	const signed = (amount: number | undefined) =>
		amount === undefined ? undefined : fromMinor(toMinor(amount, decimals) * factor + 0, decimals);
	return filled({
		...more.additionalExactFields,
		[names.relation]: header.relation?.ID,
		Journal: textOf(header.journal?.Code),
		EntryDate: invoiceDate,
		DueDate: more.dueDate,
		Currency: textOf(currency?.Code) || undefined,
		Rate: more.exchangeRate,
		Description: more.description,
		YourRef: reference,
		PaymentReference: header.paymentReference,
		PaymentCondition: textOf(header.paymentTerm?.Code) || undefined,
		EntryNumber: header.entryNumber,
		ReportingYear: more.period === undefined ? undefined : period?.year,
		ReportingPeriod: more.period === undefined ? undefined : period?.period,
		ExternalLinkReference: bookingReferenceOf(inputs, header),
		VATAmountFC: signed(more.vatAmount),
		GAccountAmountFC: signed(more.gAccountAmount),
		WithholdingTaxPercentage: fraction(more.withholdingPercentage),
		WithholdingTaxBaseAmount: signed(more.withholdingBase),
		WithholdingTaxAmountDC: signed(more.withholdingAmount),
		[names.lines]: lines.map((line) => lineBody(line, factor, decimals)),
	});
}

function lineBody(line: DraftLine, factor: number, decimals: number): IDataObject {
	const { input, ledgerAccount, vatCode, vatAmount, rule } = line;
	const amount = (minor: number) => fromMinor(minor * factor + 0, decimals);
	return filled({
		GLAccount: ledgerAccount.ID,
		AmountFC: amount(line.amount),
		VATCode: textOf(vatCode?.Code) || undefined,
		// Exact declares the VAT of a reverse charge itself; an amount of its own would be owed.
		VATAmountFC: vatAmount === undefined || rule?.charged === true ? undefined : amount(vatAmount),
		Description: input.description,
		Quantity: line.quantity,
		CostCenter: line.costCenter,
		CostUnit: line.costUnit,
		Project: line.projectId,
		From: input.from,
		To: input.to,
		VATNonDeductiblePercentage: fraction(input.nonDeductiblePercentage),
		PrivateUsePercentage: fraction(input.privateUsePercentage),
	});
}

/** Exact keeps percentages as fractions; a division would leave 0.33299999999999996 of 33.3 %. */
function fraction(percentage: number | undefined): number | undefined {
	return percentage === undefined ? undefined : fromMinor(toMinor(percentage, 6), 8);
}
