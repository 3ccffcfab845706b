import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

/** IDs of rows that a test puts in, by a number. */
export const id = (n: number) => `44444444-4444-4444-8444-${String(n).padStart(12, '0')}`;

/** That many rows with an ID each. */
export const rows = (count: number, row: (n: number) => Row): Row[] =>
	Array.from({ length: count }, (_, n) => ({ ID: id(n), ...row(n) }));

/** The paths that were called, in their order. */
export const endpoints = async (bench: Bench) =>
	(await bench.sandbox.log()).map(({ endpoint }) => endpoint);

/** The filters that were sent, in the order of the calls. */
export const filtersOf = async (bench: Bench) =>
	(await bench.sandbox.log()).map(({ query }) => query.$filter);

export const codesOf = (json: readonly Row[]) => json.map(({ code }) => code).sort();

/** One reading operation, and where its rows come from. */
export interface MasterCase {
	name: string;
	parameters: INodeParameters;
	entity: string;
	scope: string;
	/** A made-up row; there is nothing about it that a filter leaves out. */
	row(n: number): Row;
	/** Path of the list when all is read, and its rows a page. */
	path: string;
	page: number;
	/** Which of the stored rows are returned. */
	is?(row: Row): boolean;
}

const getAll = (resource: string, more: INodeParameters = {}) =>
	inDivision(resource, 'getAll', { returnAll: true, ...more });
const coded = (n: number) => ({ Code: `Z${n}`, Description: `Made up ${n}` });
const unblocked = ({ IsBlocked }: Row) => IsBlocked !== true;
const analytic = (plan: string, more: INodeParameters = {}) =>
	getAll('analyticAccount', { plan, options: { includeInactive: true }, ...more });

/** Every list of masters, read to its end. */
export const masterCases: readonly MasterCase[] = [
	{
		name: 'VAT codes',
		parameters: getAll('vatCode'),
		entity: 'VATCodes',
		scope: 'financial.accounting',
		row: (n) => ({ ...coded(n), Code: String(100 + n), IsBlocked: false }),
		path: 'vat/VATCodes',
		page: 60,
		is: unblocked,
	},
	{
		name: 'journals',
		parameters: getAll('journal'),
		entity: 'Journals',
		scope: 'financial.generalledgers',
		row: (n) => ({ ...coded(n), Type: 90, IsBlocked: false }),
		path: 'financial/Journals',
		page: 60,
		is: unblocked,
	},
	{
		name: 'bank accounts',
		parameters: getAll('bankAccount'),
		entity: 'Journals',
		scope: 'financial.generalledgers',
		row: (n) => ({ ...coded(n), Type: n % 2 === 0 ? 12 : 16, IsBlocked: false }),
		path: 'financial/Journals',
		page: 60,
		is: ({ Type }) => [12, 16].includes(Number(Type)),
	},
	{
		name: 'payment terms',
		parameters: getAll('paymentTerm'),
		entity: 'PaymentConditions',
		scope: 'financial.cashflow',
		row: coded,
		path: 'cashflow/PaymentConditions',
		page: 60,
	},
	{
		name: 'ledger accounts',
		parameters: getAll('ledgerAccount'),
		entity: 'GLAccounts',
		scope: 'financial.generalledgers',
		row: (n) => ({ ...coded(n), Type: 121, IsBlocked: false }),
		path: 'bulk/Financial/GLAccounts',
		page: 1000,
		is: unblocked,
	},
	{
		name: 'contacts',
		parameters: getAll('contact'),
		entity: 'Contacts',
		scope: 'crm.accounts',
		row: (n) => ({ FirstName: 'Zoë', LastName: `Q${n}` }),
		path: 'bulk/CRM/Contacts',
		page: 1000,
	},
	{
		name: 'employees',
		parameters: getAll('employee'),
		entity: 'Employees',
		scope: 'hrm.payroll',
		row: (n) => ({ FirstName: 'Noor', LastName: `Z${n}`, IsActive: true }),
		path: 'payroll/Employees',
		page: 60,
	},
	{
		name: 'cost centers',
		parameters: analytic('costCenter'),
		entity: 'Costcenters',
		scope: 'financial.costcenters',
		row: coded,
		path: 'hrm/Costcenters',
		page: 60,
	},
	{
		name: 'cost units',
		parameters: analytic('costUnit'),
		entity: 'Costunits',
		scope: 'financial.costcenters',
		row: coded,
		path: 'hrm/Costunits',
		page: 60,
	},
	{
		name: 'projects',
		parameters: analytic('project'),
		entity: 'Projects',
		scope: 'projects.projects',
		row: (n) => ({ ...coded(n), Type: 3 }),
		path: 'project/Projects',
		page: 60,
	},
	{
		name: 'lines of a cost center',
		parameters: inDivision('analyticAccount', 'getLines', {
			returnAll: true,
			costCenter: by('code', 'OUD'),
		}),
		entity: 'TransactionLines',
		scope: 'financial.accounting',
		row: (n) => ({ EntryID: id(n), LineNumber: 1, CostCenter: 'OUD', AmountDC: n, Type: 90 }),
		path: 'bulk/Financial/TransactionLines',
		page: 1000,
		is: ({ CostCenter }) => CostCenter === 'OUD',
	},
];

/** Stores rows of a case in the Dutch company. */
export async function store(bench: Bench, { entity, row }: MasterCase, count: number) {
	await bench.sandbox.insert(NL, entity, rows(count, row));
}
