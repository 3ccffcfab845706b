import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * The tables that entries refer to: journals, G/L accounts, VAT codes, currencies, periods and the like.
 * Wire forms as recorded from a French company in 2026; columns and rules from Exact's reference.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const representation = { Prefer: 'return=representation' };
const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
});

async function created(path: string, body: object): Promise<Row> {
	const { status, row, error } = await api.post(path, body, representation);
	if (status !== 201) throw new Error(`${status} ${error}`);
	return row;
}

/** The record with this code. */
async function coded(client: ODataClient, path: string, code: string): Promise<Row> {
	const { rows, error } = await client.get(path, { $filter: `Code eq '${code}'` });
	if (!rows[0]) throw new Error(`no ${code} in ${path} ${error}`);
	return rows[0];
}

const codes = async (client: ODataClient, path: string) =>
	(await client.all(path, { $select: 'Code', $orderby: 'Code' }))
		.map((row) => String(row['Code']).trim())
		.join(' ');

const at = (path: string, row: Row) => `${path}(guid'${String(row['ID'])}')`;

const refusal = async (path: string, body: object) => {
	const { status, error } = await api.post(path, body);
	return `${status} ${error}`;
};

describe('writing', () => {
	test('a G/L account gets what follows from its type', async () => {
		const body = { Code: '4600', Description: 'Verzekeringen', Type: 121, VATCode: '4' };
		const row = await created('financial/GLAccounts', body);
		expect(row).toMatchObject({
			...body,
			VATCode: '4  ',
			VATDescription: 'Btw 21%, exclusief',
			BalanceType: 'W',
			BalanceSide: 'D',
		});
		expect((await api.put(at('financial/GLAccounts', row), { Description: 'Polis' })).status).toBe(
			204,
		);
		const changed = await coded(api, 'financial/GLAccounts', '4600');
		expect(changed).toMatchObject({ Description: 'Polis', Type: 121 });
	});

	test.each([
		['financial/GLAccounts', {}, '500 Mandatory: Code\r\nMandatory: Description'],
		['financial/GLAccounts', { Code: '4000', Description: 'x' }, '500 Data already exists'],
		['financial/GLAccounts', { Code: '4601', Description: 'x', Type: 11 }, '500 Invalid: Type'],
		[
			'financial/GLAccounts',
			{ Code: '4601', Description: 'x', VATCode: 'ZZ', Costcenter: 'ALG' },
			'500 Invalid reference: VAT code',
		],
		[
			'financial/GLAccounts',
			{ Code: '4601', Deskription: 'x' },
			"400 Error processing request stream. The property name 'Deskription' specified for type 'Exact.Web.Api.Models.GLAccount' is not valid.",
		],
		['financial/Journals', { Code: '73', Type: 20 }, '500 Mandatory: Description'],
		['financial/Journals', { Code: '70', Description: 'x', Type: 20 }, '500 Data already exists'],
		[
			'financial/Journals',
			{ Code: '21', Description: 'x', Type: 12 },
			'500 Mandatory: Bank account',
		],
		[
			'financial/Journals',
			{ Code: '73', Description: 'x', Type: 20, Currency: 'XXX', GLAccount: nobody },
			'500 Invalid reference: Currency\r\nInvalid reference: G/L account',
		],
		['vat/VATCodes', { Code: 'ABCD', Description: 'x' }, '500 Invalid: Code'],
		['vat/VATCodes', { Code: '4', Description: 'x' }, '500 Data already exists'],
		['hrm/Costunits', { Code: 'FIETS', Description: 'x' }, '500 Data already exists'],
		['project/Projects', { Code: 'P1', Description: 'x' }, '500 Mandatory: Type'],
		['project/Projects', { Code: 'P1', Description: 'x', Type: 9 }, '500 Invalid: Type'],
		['cashflow/PaymentConditions', { Code: '30', Description: 'x' }, '500 Data already exists'],
		['financial/ExchangeRates', { SourceCurrency: 'USD', Rate: 0 }, '500 Invalid: Exchange rate'],
		['general/Currencies', { Code: 'SEK' }, '405 Method Not Allowed'],
	])('%s refuses %j', async (path, body, expected) => {
		expect(await refusal(path, body)).toBe(expected);
	});

	test('the rates of a VAT code are given with it, and only then', async () => {
		const row = await created('vat/VATCodes', {
			Code: 'AB',
			Description: 'Twee tarieven',
			VATPercentages: [
				{ Percentage: 0.19, StartDate: '2001-01-01', EndDate: '2012-09-30' },
				{ Percentage: 0.21, StartDate: '2012-10-01' },
				{ Percentage: 0.25, StartDate: '2030-01-01' },
			],
		});
		const path = at('vat/VATCodes', row);
		expect((await api.get(path)).row).toMatchObject({ Code: 'AB ', Percentage: 0.21, Type: 'E' });
		const expanded = await api.get(path, { $expand: 'VATPercentages' });
		expect(expanded.row['VATPercentages']).toMatchObject({ results: { length: 3 } });
		const { status } = await api.put(path, { VATPercentages: [{ Percentage: 0.3 }] });
		expect(status).toBe(400);
		expect((await api.remove(path)).status).toBe(204);
		const $filter = `VATCodeID eq guid'${String(row['ID'])}'`;
		expect((await api.get('vat/VatPercentages', { $filter })).rows).toEqual([]);
	});

	const removed = async (path: string, row: Row) => {
		const { status, error } = await api.remove(at(path, row));
		return `${status} ${error}`;
	};

	test('what other tables refer to cannot be deleted, until they no longer do', async () => {
		const gl = await created('financial/GLAccounts', {
			Code: 'T1',
			Description: 'x',
			VATCode: '1',
		});
		const journal = { Code: 'T1', Description: 'x', Type: 90, GLAccount: gl['ID'] };
		const user = await created('financial/Journals', journal);
		await created('vat/VATCodes', { Code: 'T1', Description: 'x', GLToPay: gl['ID'] });
		expect(await removed('financial/GLAccounts', gl)).toBe(
			'500 Cannot delete: G/L account - Used in: Journals, VAT codes',
		);
		const vatCode = await coded(api, 'vat/VATCodes', '1');
		expect(await removed('vat/VATCodes', vatCode)).toContain('Used in: G/L accounts');
		expect(await removed('financial/Journals', user)).toBe('204 ');
		expect(await removed('financial/GLAccounts', gl)).toContain('Used in: VAT codes');
		expect(await codes(api, 'financial/Journals')).not.toContain('T1');
	});

	test.each([
		['financial/GLAccounts', 'SalesEntryLines', 'GLAccount', 'ID'],
		['financial/GLAccounts', 'TransactionLines', 'GLAccount', 'ID'],
		['project/Projects', 'PurchaseEntryLines', 'Project', 'ID'],
		['hrm/Costcenters', 'TransactionLines', 'CostCenter', 'Code'],
		['hrm/Costunits', 'PurchaseEntryLines', 'CostUnit', 'Code'],
		['vat/VATCodes', 'SalesEntryLines', 'VATCode', 'Code'],
		['financial/Journals', 'SalesEntries', 'Journal', 'Code'],
		['financial/Journals', 'PurchaseEntries', 'Journal', 'Code'],
		['financial/Journals', 'TransactionLines', 'JournalCode', 'Code'],
	])('one of %s that is in use by %s.%s cannot be deleted', async (path, entity, column, by) => {
		const types: Record<string, number> = { 'project/Projects': 1, 'financial/Journals': 90 };
		const Type = types[path];
		const row = await created(path, { Code: 'T1', Description: 'x', ...(Type ? { Type } : {}) });
		await sandbox.insert(companies.dutch, entity, [{ [column]: row[by] }]);
		expect(await removed(path, row)).toMatch(/^500 Cannot delete: .* - Used in: Entries$/);
	});

	test('a relation shows what its codes stand for', async () => {
		const terms = { PaymentConditionSales: '14', SalesVATCode: '5', SalesCurrency: 'USD' };
		expect(await created('crm/Accounts', { Name: 'Terms', ...terms })).toMatchObject({
			PaymentConditionSalesDescription: '14 dagen',
			SalesVATCodeDescription: 'Btw 9%, exclusief',
			SalesCurrencyDescription: 'Amerikaanse dollar',
			PurchaseVATCodeDescription: null,
		});
	});

	test('a relation refers to G/L accounts that exist', async () => {
		const { ID } = await coded(api, 'financial/GLAccounts', '1301');
		const row = await created('crm/Accounts', { Name: 'Abroad', GLAR: ID });
		expect(row['GLAR']).toBe(ID);
		for (const name of ['GLAR', 'GLAP', 'GLAccountSales', 'GLAccountPurchase'])
			expect(await refusal('crm/Accounts', { Name: 'No', [name]: nobody })).toContain(
				'500 Invalid reference: G/L account: ',
			);
	});
});

describe('the twins of G/L accounts', () => {
	const select = { $select: 'ID,Code,Description' };
	const bulk = 'bulk/Financial/GLAccounts';
	const strictly = () => sandbox.settings({ closedFilter: true, selectRequired: true });

	test('bulk is closed to all filters but its own, and wants $select', async () => {
		await strictly();
		const filtered = await api.get(bulk, { ...select, $filter: "startswith(Code,'40') eq true" });
		expect(filtered.rows).toMatchObject([{ Code: '4000' }]);
		const closed = await api.get(bulk, { ...select, $filter: "Description eq 'Kas'" });
		expect([closed.status, closed.error]).toEqual([
			400,
			expect.stringContaining('supports only the following filters: AssimilatedVATBox, '),
		]);
		expect((await api.get(bulk)).status).toBe(400);
	});

	test('ordinary G/L accounts can be filtered by anything, strictly as well', async () => {
		await sandbox.settings({ profile: 'strict' });
		const { rows } = await api.get('financial/GLAccounts', { $filter: "Description eq 'Kas'" });
		expect(rows).toMatchObject([{ Code: '1000' }]);
	});

	test('sync shows what is new, Deleted what is gone, as type 7', async () => {
		const sync = 'sync/Financial/GLAccounts';
		const query = { $select: 'ID,Code,Timestamp' };
		const all = await api.all(sync, { ...query, $filter: 'Timestamp gt 1' });
		expect(all).toHaveLength(31);
		const $filter = `Timestamp gt ${String(all.at(-1)?.['Timestamp'])}`;
		const row = await created('financial/GLAccounts', { Code: '4700', Description: 'Nieuw' });
		expect(await api.all(sync, { ...query, $filter })).toMatchObject([{ Code: '4700' }]);
		await api.remove(at('financial/GLAccounts', row));
		expect(await api.all(sync, { ...query, $filter })).toEqual([]);
		const gone = { $select: 'EntityKey,EntityType', $filter };
		expect(await api.all('sync/Deleted', gone)).toMatchObject([
			{ EntityKey: row['ID'], EntityType: 7 },
		]);
	});
});

describe('scopes', () => {
	test.each([
		['financial/Journals', 'financial.generalledgers'],
		['bulk/Financial/GLAccounts', 'financial.generalledgers'],
		['vat/VATCodes', 'financial.accounting'],
		['read/financial/JournalStatusList', 'financial.accounting'],
		['financial/FinancialPeriods', 'financial.accounting'],
		['salesentry/SalesEntries', 'financial.accounting'],
		['general/Currencies', 'financial.currencies'],
		['hrm/Costcenters', 'financial.costcenters'],
		['cashflow/PaymentConditions', 'financial.cashflow'],
		['project/Projects', 'projects.projects'],
		['documents/DocumentAttachments', 'organization.documents'],
	])('%s needs %s', async (path, scope) => {
		await sandbox.settings({ rights: { [scope]: 'unused' } });
		const { status, error } = await api.get(path, { $select: 'ID' });
		expect([status, error]).toEqual([
			403,
			`Forbidden - Application Scope Violated. Cannot read '${scope}' scope.`,
		]);
	});
});
