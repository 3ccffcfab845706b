import { equals, type Condition } from '../exact/odata/filter';
import type { Row } from '../exact/source';
import { address } from './address';
import { bankAccount } from './bankAccount';
import { accountColumns } from './columns/account';
import { contact } from './contact';
import { record, type RecordType } from './record';
import {
	addressLines,
	day,
	derived,
	flag,
	group,
	guid,
	isCurrent,
	moment,
	text,
	word,
} from './shows';

/** A relation in one of its two roles: Exact keeps clients and suppliers in one entity, `crm/Accounts`. */
export interface Relation {
	record: RecordType;
	/** What makes a relation a client or a supplier: in a filter, and on a row with Status and IsSupplier. */
	role: Condition;
	isOne(row: Row): boolean;
	/** The column with the ledger account that holds what they owe or are owed, where they have one of their own. */
	control: 'GLAR' | 'GLAP';
}

/** The columns of which Exact wants one in every filter on accounts. */
const mandatoryFilter = `
	ID Accountant AccountManager AddressLine1 AddressLine2 AddressLine3 Blocked BRIN BSN ChamberOfCommerce City
	Classification Classification1 Classification2 Classification3 Classification4 Classification5 Classification6
	Classification7 Classification8 Code CodeAtSupplier Country Created Email EndDate EORINumber Fax InvoiceAccount
	IsAccountant IsReseller IsSales IsSupplier MainContact Modified Name Parent Phone Postcode PriceList Reseller
	RSIN SearchCode StartDate Status Type VATNumber`
	.trim()
	.split(/\s+/);

/** Client: a relation whose status is customer. */
export const client: Relation = {
	record: relation('client', 'Sales', 'GLAR'),
	role: equals('Status', 'C'),
	isOne: ({ Status }) => String(Status).trim() === 'C',
	control: 'GLAR',
};

export const supplier: Relation = {
	record: relation('supplier', 'Purchase', 'GLAP'),
	role: equals('IsSupplier', true),
	isOne: ({ IsSupplier }) => IsSupplier === true,
	control: 'GLAP',
};

function relation(noun: string, side: 'Sales' | 'Purchase', control: 'GLAR' | 'GLAP'): RecordType {
	return record({
		noun,
		path: 'crm/Accounts',
		bulk: 'bulk/CRM/Accounts',
		key: 'ID',
		code: 'Code',
		scope: 'CRM: accounts',
		mandatoryFilter,
		columns: accountColumns,
		// Exact stores the code right-aligned in 18 places and compares it that way.
		padded: { Code: 18 },
		parts: {
			addresses: { name: 'Addresses', record: address, parent: 'Account' },
			bankAccounts: { name: 'BankAccounts', record: bankAccount, parent: 'Account' },
			contacts: { name: 'Contacts', record: contact, parent: 'Account' },
		},
		shows: {
			id: guid('ID'),
			code: text('Code'),
			name: text('Name'),
			searchCode: text('SearchCode'),
			status: word('Status', { A: 'none', S: 'suspect', P: 'prospect', C: 'customer' }),
			isSupplier: flag('IsSupplier'),
			isActive: derived(
				['Blocked', 'EndDate'],
				'boolean',
				({ Blocked, EndDate }, context) => Blocked !== true && isCurrent(EndDate, context),
			),
			vatNumber: text('VATNumber'),
			chamberOfCommerce: text('ChamberOfCommerce'),
			email: text('Email'),
			phone: text('Phone'),
			website: text('Website'),
			language: text('Language'),
			address: group({
				...addressLines,
				state: text('State'),
				country: text('Country'),
			}),
			currency: text(`${side}Currency`),
			paymentTerm: text(`PaymentCondition${side}`),
			vatCode: text(`${side}VATCode`),
			ledgerAccountId: guid(`GLAccount${side}`),
			controlAccountId: guid(control),
			parentId: guid('Parent'),
			mainContactId: guid('MainContact'),
			remarks: text('Remarks'),
			startDate: day('StartDate'),
			endDate: day('EndDate'),
			created: moment('Created'),
			modified: moment('Modified'),
		},
	});
}
