import { approvalOf } from '../ledger/approvals.mjs';
import { columns } from './column.mjs';
import { lookup, lookupCode } from './computed.mjs';
import { ordinary } from './endpoint.mjs';
import type { Entity, Row, Scope } from './entity.mjs';

const tableOf = (more: string) => `
	HID                                 Int64
	AccountCode                         String      left 18
	AccountId                           Guid
	AccountName                         String
	Amount                              Double
	AmountInTransit                     Double
	${more}
	CurrencyCode                        String
	Description                         String
	DueDate                             Day
	EntryNumber                         Int32
	Id                                  Guid
	InvoiceDate                         Day
	InvoiceNumber                       Int32
	JournalCode                         String
	JournalDescription                  String
	Notes                               String
	YourRef                             String
`;

/** Open, selected for payment, sent to the bank; 50 is matched. */
const unpaid = [20, 30, 40];
const inTransit = 40;

/** A number for an open item that stays the same, from the digits of its key. */
const numberOf = ({ ID }: Row) => Number.parseInt(String(ID).slice(0, 13).replace('-', ''), 16);

function listed(table: string, { company }: Scope): Row[] {
	const open = company
		.table(table)
		.rows()
		.filter((term) => unpaid.includes(Number(term['Status'])));
	const rows = open.map((term) => ({ ...term, HID: numberOf(term) }));
	return rows.sort((a, b) => a.HID - b.HID);
}

/** Signed like the open items themselves: what is to be received is negative (seen in live data). */
const computed = {
	AccountCode: lookup('Account', 'Accounts', 'Code'),
	AccountId: (row: Row) => row['Account'] ?? null,
	AccountName: lookup('Account', 'Accounts', 'Name'),
	Amount: (row: Row) => row['AmountFC'] ?? 0,
	AmountInTransit: (row: Row) => (row['Status'] === inTransit ? (row['AmountFC'] ?? 0) : 0),
	CurrencyCode: (row: Row) => row['Currency'] ?? null,
	Id: (row: Row) => row['ID'] ?? null,
	JournalCode: (row: Row) => row['Journal'] ?? null,
	JournalDescription: lookupCode('Journal', 'Journals', 'Description'),
};

const receivablesList: Entity = {
	name: 'ReceivablesList',
	model: 'Exact.Web.Api.Models.Financial.ReceivablesList',
	key: 'HID',
	title: { en: 'Receivables', nl: 'Openstaande debiteuren' },
	rows: (scope) => listed('Receivables', scope),
	computed,
	columns: columns(tableOf('')),
};

/** Of purchases it is known as well how far their approval is. */
const payablesList: Entity = {
	...receivablesList,
	name: 'PayablesList',
	model: 'Exact.Web.Api.Models.Financial.PayablesList',
	title: { en: 'Payables', nl: 'Openstaande crediteuren' },
	rows: (scope) => listed('Payments', scope),
	computed: {
		...computed,
		ApprovalStatus: (row, { company }) => approvalOf(company, row['TransactionEntryID']),
	},
	columns: columns(tableOf('ApprovalStatus Int16')),
};

/** Only what is open. */
export const openItemListEndpoints = [
	ordinary('read/financial/ReceivablesList', receivablesList, { verbs: ['GET'] }),
	ordinary('read/financial/PayablesList', payablesList, { verbs: ['GET'] }),
];
