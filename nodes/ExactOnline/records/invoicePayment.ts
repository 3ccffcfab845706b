import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { record } from './record';
import { added, day, derived, guid, text, whole, wordOf } from './shows';
import { journalTypes } from './journal';
import { transactionLine } from './transactionLine';
import { textOf } from '../exact/values/text';

const onRow =
	(name: string) =>
	(row: Row): GenericValue =>
		(row[name] as GenericValue) ?? null;

/**
 * A payment of an invoice. Exact keeps none: a row is the line of the ledger that the invoice is matched with, and what
 * was worked out of it (`InvoiceEntryID`, `DedicatedAmount`, `IsMatched`, `Method`, `IsProven`, `JournalType`).
 */
export const invoicePayment = record({
	...transactionLine,
	noun: 'payment',
	shows: {
		id: guid('ID'),
		invoiceId: added({ type: 'string' }, onRow('InvoiceEntryID')),
		name: derived(['JournalCode', 'EntryNumber'], 'string', ({ JournalCode, EntryNumber }) =>
			[JournalCode, EntryNumber].map(textOf).join('/'),
		),
		date: day('Date'),
		currency: text('Currency'),
		amount: derived(['AmountFC'], 'number', ({ AmountFC }) =>
			typeof AmountFC === 'number' ? Math.abs(AmountFC) : null,
		),
		dedicatedAmount: added({ type: 'number' }, onRow('DedicatedAmount')),
		isMatched: added({ type: 'boolean' }, onRow('IsMatched')),
		method: added({ type: 'string' }, onRow('Method')),
		isProven: added({ type: 'boolean' }, onRow('IsProven')),
		entryId: guid('EntryID'),
		entryNumber: whole('EntryNumber'),
		journal: text('JournalCode'),
		journalName: text('JournalDescription'),
		journalType: added({ type: 'string' }, ({ JournalType }) => {
			const type = textOf(JournalType);
			return type === '' ? null : wordOf(type, journalTypes);
		}),
		description: text('Description'),
		paymentReference: text('PaymentReference'),
		relationId: guid('Account'),
		relationName: text('AccountName'),
		ledgerAccount: text('GLAccountCode'),
	},
});
