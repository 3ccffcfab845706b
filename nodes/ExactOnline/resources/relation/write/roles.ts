import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import { client, supplier, type Relation } from '../../../records/account';

/** Columns by which a relation that is there can be found, by the value of *Match By*. */
export const matchColumns = {
	code: 'Code',
	chamberOfCommerce: 'ChamberOfCommerce',
	email: 'Email',
	id: 'ID',
	searchCode: 'SearchCode',
	vatNumber: 'VATNumber',
} as const;
export type MatchBy = keyof typeof matchColumns;

/** What writing a client and writing a supplier do not have in common: Exact keeps both in `crm/Accounts`. */
export interface Role {
	relation: Relation;
	lookUp: MasterLookUp;
	/** Values of columns that make a relation one. */
	given: Readonly<Record<string, string | boolean>>;
	/** Where Exact keeps the defaults of this role. */
	columns: Readonly<
		Record<'currency' | 'paymentTerm' | 'vatCode' | 'ledgerAccount' | 'controlAccount', string>
	>;
	/** `GLAccounts.Type` that a control account must have. */
	control: { type: number; words: string };
	/** `VATCodes.VATTransactionType` of codes that are for the other role only. */
	otherVatCodes: 'P' | 'S';
	/** How one is found by what *Match By* names, with all columns that can be compared. */
	by: Readonly<Record<MatchBy, MasterLookUp>>;
}

/** What is compared with what was entered, and what tells whether a relation is in use. */
const always = `
	ID Code Name Status IsSupplier Blocked EndDate MainContact AddressLine1 AddressLine2 AddressLine3 Postcode City State
	Country Email Phone Website Language VATNumber ChamberOfCommerce SearchCode Parent PeppolIdentifier
	PeppolIdentifierType Remarks`
	.trim()
	.split(/\s+/);

export const clientRole = role(client, lookUps.client, 'Sales', {
	given: { Status: 'C' },
	controlColumn: 'GLAR',
	control: { type: 20, words: 'accounts receivable' },
	otherVatCodes: 'P',
});

export const supplierRole = role(supplier, lookUps.supplier, 'Purchase', {
	given: { IsSupplier: true },
	controlColumn: 'GLAP',
	control: { type: 22, words: 'accounts payable' },
	otherVatCodes: 'S',
});

function role(
	relation: Relation,
	lookUp: MasterLookUp,
	side: 'Sales' | 'Purchase',
	{
		controlColumn,
		...facts
	}: Pick<Role, 'given' | 'control' | 'otherVatCodes'> & {
		controlColumn: string;
	},
): Role {
	const columns = {
		currency: `${side}Currency`,
		paymentTerm: `PaymentCondition${side}`,
		vatCode: `${side}VATCode`,
		ledgerAccount: `GLAccount${side}`,
		controlAccount: controlColumn,
	};
	const select = [...always, ...Object.values(columns)];
	const entries = Object.entries(matchColumns).map(([name, column]) => [
		name,
		{ ...lookUp, select, record: { ...lookUp.record, code: column } },
	]);
	const by = Object.fromEntries(entries) as Role['by'];
	return { relation, lookUp, columns, by, ...facts };
}
