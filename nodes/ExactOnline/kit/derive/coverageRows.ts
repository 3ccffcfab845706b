/** One row of the list that the project set out to cover. */
export interface CoverageRow {
	id: string;
	/** What people call it elsewhere: verb and path of the unified list. */
	asked: string;
	/** Where it is, or will be, in this node. */
	resource: string;
	operation: string;
}

/** The 50 rows, in their order. Which of them work is not written here: operations name the rows that they serve. */
export const coverageRows: readonly CoverageRow[] = [
	{ id: 'R01', asked: 'GET /folders', resource: 'Division', operation: 'Get Many' },
	{ id: 'R02', asked: 'GET /bookyears', resource: 'Bookyear', operation: 'Get Many' },
	{ id: 'R03', asked: 'GET /vat-codes', resource: 'VAT Code', operation: 'Get Many' },
	{ id: 'R04', asked: 'GET /journals', resource: 'Journal', operation: 'Get Many' },
	{ id: 'R05', asked: 'GET /chart-of-accounts', resource: 'Ledger Account', operation: 'Get Many' },
	{
		id: 'R06',
		asked: 'POST /chart-of-accounts/balance',
		resource: 'Ledger Account',
		operation: 'Get Balances',
	},
	{ id: 'R07', asked: 'GET /analytic-plans', resource: 'Analytic Plan', operation: 'Get Many' },
	{
		id: 'R08',
		asked: 'GET /analytic-accounts',
		resource: 'Analytic Account',
		operation: 'Get Many',
	},
	{
		id: 'R09',
		asked: 'POST /analytic-accounts',
		resource: 'Analytic Account',
		operation: 'Create',
	},
	{
		id: 'R10',
		asked: 'GET /analytic-accounts/{analytic_account_id}',
		resource: 'Analytic Account',
		operation: 'Get',
	},
	{
		id: 'R11',
		asked: 'PATCH /analytic-accounts/{analytic_account_id}',
		resource: 'Analytic Account',
		operation: 'Update',
	},
	{
		id: 'R12',
		asked: 'GET /analytic-accounts/multi-analytic-plans',
		resource: 'Analytic Account',
		operation: 'Get Many',
	},
	{
		id: 'R13',
		asked: 'POST /analytic-accounts/multi-analytic-plans/{analytic_plan}',
		resource: 'Analytic Account',
		operation: 'Create',
	},
	{
		id: 'R14',
		asked: 'GET /analytic-accounts/{analytic_account_id}/multi-analytic-plans/{analytic_plan}',
		resource: 'Analytic Account',
		operation: 'Get',
	},
	{
		id: 'R15',
		asked: 'PATCH /analytic-accounts/{analytic_account_id}/multi-analytic-plans/{analytic_plan}',
		resource: 'Analytic Account',
		operation: 'Update',
	},
	{
		id: 'R16',
		asked: 'GET /analytic-account-lines/account/{analytic_account_id}',
		resource: 'Analytic Account',
		operation: 'Get Lines',
	},
	{ id: 'R17', asked: 'GET /clients', resource: 'Client', operation: 'Get Many' },
	{ id: 'R18', asked: 'POST /clients', resource: 'Client', operation: 'Create' },
	{ id: 'R19', asked: 'GET /clients/{client_id}', resource: 'Client', operation: 'Get' },
	{ id: 'R20', asked: 'PATCH /clients/{client_id}', resource: 'Client', operation: 'Update' },
	{ id: 'R21', asked: 'GET /suppliers', resource: 'Supplier', operation: 'Get Many' },
	{ id: 'R22', asked: 'POST /suppliers', resource: 'Supplier', operation: 'Create' },
	{ id: 'R23', asked: 'GET /suppliers/{supplier_id}', resource: 'Supplier', operation: 'Get' },
	{ id: 'R24', asked: 'PATCH /suppliers/{supplier_id}', resource: 'Supplier', operation: 'Update' },
	{ id: 'R25', asked: 'POST /invoices', resource: 'Invoice', operation: 'Create' },
	{
		id: 'R26',
		asked: 'GET /invoices/type/{invoice_type}',
		resource: 'Invoice',
		operation: 'Get Many',
	},
	{ id: 'R27', asked: 'GET /invoices/{invoice_id}', resource: 'Invoice', operation: 'Get' },
	{
		id: 'R28',
		asked: 'POST /invoices/pdf/{invoice_id}',
		resource: 'Attachment',
		operation: 'Upload',
	},
	{ id: 'R29', asked: 'GET /attachments', resource: 'Attachment', operation: 'Get Many' },
	{ id: 'R30', asked: 'GET /outstandings', resource: 'Outstanding Item', operation: 'Get Many' },
	{
		id: 'R31',
		asked: 'GET /invoices/id/{invoice_id}/payments',
		resource: 'Payment',
		operation: 'Get Many',
	},
	{ id: 'R32', asked: 'GET /journal/entries', resource: 'Journal Entry', operation: 'Get Many' },
	{
		id: 'R33',
		asked: 'POST /miscellaneous-operation',
		resource: 'Miscellaneous Operation',
		operation: 'Create',
	},
	{
		id: 'R34',
		asked: 'GET /miscellaneous-operation',
		resource: 'Miscellaneous Operation',
		operation: 'Get Many',
	},
	{
		id: 'R35',
		asked: 'GET /miscellaneous-operation/{operation_id}',
		resource: 'Miscellaneous Operation',
		operation: 'Get',
	},
	{ id: 'R36', asked: 'POST /financial-entries', resource: 'Financial Entry', operation: 'Create' },
	{ id: 'R37', asked: 'POST /matching', resource: 'Matching', operation: 'Match' },
	{
		id: 'R38',
		asked: 'POST /matching-multiple',
		resource: 'Matching',
		operation: 'Match Multiple',
	},
	{
		id: 'O01',
		asked: 'POST /invoices/multi-analytic-plans',
		resource: 'Invoice',
		operation: 'Create',
	},
	{ id: 'O02', asked: 'GET /invoices/type/', resource: 'Invoice', operation: 'Get Many' },
	{
		id: 'O03',
		asked: 'GET /invoices/multi-analytic-plans/',
		resource: 'Invoice',
		operation: 'Get',
	},
	{
		id: 'O04',
		asked: 'GET /invoices/multi-analytic-plans/type/',
		resource: 'Invoice',
		operation: 'Get Many',
	},
	{ id: 'O05', asked: 'POST /journal/entries', resource: 'Journal Entry', operation: 'Create' },
	{ id: 'O06', asked: 'GET /journal/entries', resource: 'Journal Entry', operation: 'Get Many' },
	{
		id: 'O07',
		asked: 'GET /journal/entries/multi-analytic-plans',
		resource: 'Journal Entry',
		operation: 'Get Many',
	},
	{ id: 'O08', asked: 'GET /journal/entries/', resource: 'Journal Entry', operation: 'Get' },
	{ id: 'O09', asked: 'POST /journal-entries', resource: 'Journal Entry', operation: 'Create' },
	{
		id: 'O10',
		asked: 'POST /miscellaneous-operation',
		resource: 'Miscellaneous Operation',
		operation: 'Create',
	},
	{ id: 'O11', asked: 'GET /employees', resource: 'Employee', operation: 'Get Many' },
	{ id: 'O12', asked: 'POST /financial-entry', resource: 'Financial Entry', operation: 'Create' },
];
