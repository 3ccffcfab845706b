import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { payableColumns } from './columns/payable';
import { receivableColumns } from './columns/receivable';
import { paymentMethods } from './paymentCondition';
import { record } from './record';
import {
	added,
	day,
	decimal,
	flag,
	guid,
	moment,
	money,
	text,
	whole,
	word,
	type Shown,
} from './shows';

/** The only columns that the bulk twins can be filtered by, on both sides. */
const bulkFilters = [
	...['Account', 'Document', 'EndDate', 'EntryDate', 'EntryID', 'GLAccount', 'ID', 'InvoiceDate'],
	...['InvoiceNumber', 'Source', 'Status', 'TransactionID', 'TransactionType'],
];

const onRow =
	(name: string) =>
	(row: Row): GenericValue =>
		(row[name] as GenericValue) ?? null;

/**
 * How an open item reads, the same on both sides. What stands under `OpenAmountFC`, `OpenAmountDC`, `InvoiceAmountFC`,
 * `Direction`, `DaysOverdue`, `Ageing` and `DueDates` is worked out when the items are read: Exact's signs differ.
 */
const shows: Readonly<Record<string, Shown>> = {
	id: guid('ID'),
	invoiceId: guid('TransactionEntryID'),
	kind: word('TransactionType', {
		10: 'openingBalance',
		20: 'customerInvoice',
		21: 'customerRefund',
		30: 'supplierInvoice',
		31: 'supplierRefund',
		40: 'payment',
		90: 'generalEntry',
	}),
	number: whole('EntryNumber'),
	invoiceNumber: whole('InvoiceNumber'),
	journal: text('Journal'),
	date: day('InvoiceDate'),
	dueDate: day('DueDate'),
	daysOverdue: added({ type: 'integer' }, onRow('DaysOverdue')),
	ageing: added({ type: 'string' }, onRow('Ageing')),
	direction: added({ type: 'string' }, onRow('Direction')),
	openAmount: { ...added({ type: 'number' }, onRow('OpenAmountFC')), columns: ['AmountFC'] },
	openAmountInDivisionCurrency: {
		...added({ type: 'number' }, onRow('OpenAmountDC')),
		columns: ['AmountDC'],
	},
	amount: {
		...added({ type: 'number' }, onRow('InvoiceAmountFC')),
		columns: ['TransactionAmountFC'],
	},
	currency: text('Currency'),
	exchangeRate: decimal('RateFC'),
	relationId: guid('Account'),
	relationCode: text('AccountCode'),
	relationName: text('AccountName'),
	ledgerAccount: text('GLAccountCode'),
	description: text('Description'),
	reference: text('YourRef'),
	paymentReference: text('PaymentReference'),
	paymentTerm: text('PaymentCondition'),
	paymentMethod: word('PaymentMethod', paymentMethods),
	status: word('Status', { 20: 'open', 30: 'selected', 40: 'inTransit', 50: 'matched' }),
	isProcessed: {
		...flag('TransactionStatus'),
		read: ({ TransactionStatus }) => TransactionStatus === 50,
	},
	dueDates: added(
		{
			type: 'array',
			items: {
				type: 'object',
				properties: {
					date: { type: 'string' },
					amount: { type: 'number' },
					paymentMethod: { type: 'string' },
				},
			},
		},
		onRow('DueDates'),
	),
	documentId: guid('Document'),
	discountDueDate: day('DiscountDueDate'),
	discount: money('AmountDiscountFC'),
	modified: moment('Modified'),
};

/** What a client has to pay, one row for each term. */
export const receivable = record({
	noun: 'receivable',
	path: 'cashflow/Receivables',
	bulk: 'bulk/Cashflow/Receivables',
	bulkFilters,
	key: 'ID',
	scope: 'Financial: receivables',
	columns: receivableColumns,
	shows,
});

/** What a supplier is owed, one row for each term. Exact calls it a payment. */
export const payable = record({
	noun: 'payable',
	path: 'cashflow/Payments',
	bulk: 'bulk/Cashflow/Payments',
	bulkFilters,
	key: 'ID',
	scope: 'Financial: cashflow',
	columns: payableColumns,
	shows,
});
