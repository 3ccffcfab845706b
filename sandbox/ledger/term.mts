import type { Row, Value } from '../entities/entity.mjs';
import type { Books } from './books.mjs';

const dayLength = 86_400_000;

/**
 * The open item of an entry. Its amount is the opposite of the control line (an invoice to a customer is
 * negative as long as it is to be received); the amount of the transaction is that of the control line.
 */
export function termOf(account: Value, header: Row, control: Row, books: Books): Row {
	const [amountFC, amountDC] = [Number(control['AmountFC']), Number(control['AmountDC'])];
	const [from, due] = [Number(header['EntryDate']), Number(header['DueDate'])];
	return {
		Account: account,
		GLAccount: control['GLAccount'],
		AmountFC: -amountFC,
		AmountDC: -amountDC,
		TransactionAmountFC: amountFC,
		TransactionAmountDC: amountDC,
		Currency: header['Currency'],
		RateFC: header['Rate'],
		Description: header['Description'],
		Document: header['Document'],
		DueDate: header['DueDate'],
		EntryDate: header['EntryDate'],
		InvoiceDate: header['EntryDate'],
		EntryNumber: header['EntryNumber'],
		InvoiceNumber: header['InvoiceNumber'],
		Journal: header['Journal'],
		OrderNumber: header['OrderNumber'],
		PaymentCondition: header['PaymentCondition'],
		PaymentDays: Math.round((due - from) / dayLength),
		PaymentMethod: methodOf(header, books),
		PaymentReference: header['PaymentReference'],
		TransactionDueDate: header['DueDate'],
		TransactionEntryID: header['EntryID'],
		TransactionID: control['ID'],
		TransactionIsReversal: header['Reversal'],
		TransactionReportingPeriod: header['ReportingPeriod'],
		TransactionReportingYear: header['ReportingYear'],
		TransactionStatus: header['Status'],
		TransactionType: header['Type'],
		YourRef: header['YourRef'],
		Modified: header['Modified'],
	};
}

function methodOf(header: Row, books: Books): Value {
	return books.condition(header['PaymentCondition'])?.['PaymentMethod'] ?? 'B';
}
