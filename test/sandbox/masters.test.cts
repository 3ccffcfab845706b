import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * The tables that entries refer to: journals, G/L accounts, VAT codes, currencies, periods and the like.
 * Wire forms as recorded from a French company in 2026; columns and rules from Exact's reference.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const day = (text: string) => `/Date(${Date.parse(`${text}T00:00:00Z`)})/`;
const representation = { Prefer: 'return=representation' };
const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

let sandbox: Sandbox;
let api: ODataClient;
let belgian: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
	belgian = await odataClient(sandbox, companies.belgian);
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

describe('the demo companies', () => {
	test.each([
		['financial/Journals', '10 20 60 61 70 71 72 90', '30 50 60 61 62 70 71 90'],
		['vat/VATCodes', '0 1 2 4 5 6 7 8 9', '0 1 2 3 4 5 6 7 8 9'],
		['general/Currencies', 'CHF EUR GBP JPY USD', 'CHF EUR GBP JPY USD'],
		['cashflow/PaymentConditions', '00 14 30 60 IN', '00 14 30 60 IN'],
		['hrm/Costcenters', 'ALG OUD VERK WERKPL', 'ALG BROUW CAFE OUD'],
		['hrm/Costunits', 'EBIKE FIETS ONDERD', 'BIER MERCH'],
		['project/Projects', 'P2025-01 P2026-01', 'FEEST26'],
	])('have these %s', async (path, dutch, brewery) => {
		expect(await codes(api, path)).toBe(dutch);
		expect(await codes(belgian, path)).toBe(brewery);
	});

	test('have a chart of accounts with every kind that an entry needs', async () => {
		for (const client of [api, belgian]) {
			const rows = await client.all('financial/GLAccounts', { $select: 'Code,Type,BalanceType' });
			const types = new Set(rows.map((row) => row['Type']));
			for (const type of [10, 12, 20, 22, 24, 110, 111, 121, 140]) expect(types).toContain(type);
			for (const { Type, BalanceType } of rows)
				expect(BalanceType).toBe(Number(Type) < 110 ? 'B' : 'W');
		}
	});

	test('are empty after a reset to nothing', async () => {
		await sandbox.reset({ data: 'empty', profile: 'lenient' });
		api = await odataClient(sandbox);
		for (const path of ['financial/Journals', 'general/Currencies', 'vat/VATCodes'])
			expect((await api.get(path)).rows).toEqual([]);
	});

	test('have the same IDs at every start', async () => {
		const before = await coded(api, 'financial/GLAccounts', '4000');
		await sandbox.reset({ profile: 'lenient' });
		api = await odataClient(sandbox);
		expect(await coded(api, 'financial/GLAccounts', '4000')).toEqual(before);
	});
});

describe('wire forms', () => {
	test('a journal knows its G/L account and its currency; a general journal has none', async () => {
		expect(await coded(api, 'financial/Journals', '70')).toMatchObject({
			__metadata: { type: 'Exact.Web.Api.Models.Journal' },
			Type: 20,
			Currency: 'EUR',
			CurrencyDescription: 'Euro',
			GLAccountCode: '1300',
			GLAccountDescription: 'Debiteuren',
			GLAccountType: 20,
			AllowVariableCurrency: true,
			AllowVAT: true,
			IsBlocked: false,
		});
		expect(await coded(api, 'financial/Journals', '90')).toMatchObject({
			GLAccount: null,
			GLAccountCode: null,
		});
		const variable = { AllowVariableCurrency: false, AllowVariableExchangeRate: true };
		expect(await coded(belgian, 'financial/Journals', '62')).toMatchObject(variable);
		expect(await coded(api, 'financial/Journals', '72')).toMatchObject({ IsBlocked: true });
	});

	test('a VAT code is padded to three, its percentage is a fraction', async () => {
		expect(await coded(api, 'vat/VATCodes', '4')).toMatchObject({
			Code: '4  ',
			Percentage: 0.21,
			Type: 'E',
			VATTransactionType: 'B',
			GLToPayCode: '1500',
			GLToClaimCode: '1510',
			Country: 'NL ',
		});
		expect(await coded(api, 'vat/VATCodes', '6  ')).toMatchObject({ Charged: true });
	});

	test('other codes come without padding', async () => {
		const costcenter = await coded(api, 'hrm/Costcenters', 'OUD');
		expect(costcenter).toMatchObject({ Code: 'OUD', EndDate: day('2023-12-31'), Active: false });
		expect(await coded(api, 'financial/GLAccounts', '4400')).toMatchObject({
			Code: '4400',
			TypeDescription: 'Sales, general administrative expenses',
			UseCostcenter: 1,
			UseCostunit: 0,
			BalanceSide: 'D',
		});
	});

	test('a project belongs to a customer, a rate leads to the currency of the company', async () => {
		const project = await coded(api, 'project/Projects', 'P2026-01');
		const { row } = await api.get(`crm/Accounts(guid'${String(project['Account'])}')`);
		expect(row).toMatchObject({ Status: 'C', Name: project['AccountName'] });
		expect(project['AccountCode']).toBe(row['Code']);
		const { rows } = await api.get('financial/ExchangeRates', {
			$filter: "SourceCurrency eq 'JPY'",
		});
		expect(rows).toMatchObject([
			{ Rate: 0.006, TargetCurrency: 'EUR', StartDate: day('2020-01-01') },
		]);
	});

	test('a payment condition', async () => {
		const collection = { PaymentMethod: 'I', PaymentDays: 7, Description: 'Incasso' };
		expect(await coded(belgian, 'cashflow/PaymentConditions', 'IN')).toMatchObject(collection);
		const { rows } = await api.get('cashflow/PaymentConditions');
		const { status } = await api.put(at('cashflow/PaymentConditions', rows[0] as Row), {});
		expect(status).toBe(405);
	});
});

describe('a key that is no GUID', () => {
	test('a currency is found, ordered and named by its code', async () => {
		const { rows } = await api.get('general/Currencies');
		expect(rows.map((row) => row['Code'])).toEqual(['CHF', 'EUR', 'GBP', 'JPY', 'USD']);
		const uri = `${sandbox.url}/api/v1/${companies.dutch}/general/Currencies('JPY')`;
		expect(rows[3]?.__metadata.uri).toBe(uri);
		expect((await api.follow(uri)).row).toMatchObject({ Code: 'JPY', AmountPrecision: 0 });
		expect((await api.get("general/Currencies('XXX')")).status).toBe(404);
		expect((await api.get(`general/Currencies(guid'${nobody}')`)).status).toBe(400);
	});

	test('one that is stored from outside takes its place, and has to have a code', async () => {
		const sek = { Code: 'SEK', Description: 'Zweedse kroon', AmountPrecision: 2 };
		await api.get('general/Currencies');
		await sandbox.insert(companies.dutch, 'Currencies', [sek]);
		expect(await codes(api, 'general/Currencies')).toBe('CHF EUR GBP JPY SEK USD');
		const { rows } = await api.get('general/Currencies');
		expect(rows[4]).toMatchObject(sek);
		await expect(
			sandbox.insert(companies.dutch, 'Currencies', [{ Description: 'None' }]),
		).rejects.toThrow();
	});

	test('three columns make the key of a journal status; pages follow without loss', async () => {
		const path = 'read/financial/JournalStatusList';
		const pages = await api.pages(path);
		expect(pages).toHaveLength(13);
		expect(pages[0]?.next).toContain("$skiptoken='10',");
		const rows = pages.flatMap((page) => page.rows);
		const keys = rows.map(({ __metadata }) => __metadata.uri.split('JournalStatusList')[1]);
		expect(keys[0]).toBe("(Journal='10',Period=1,Year=2020)");
		expect(new Set(keys).size).toBe(8 * 12 * 8);
	});
});

describe('periods', () => {
	const bounds = async (client: ODataClient) => {
		const query = { $filter: 'FinYear eq 2026', $orderby: 'FinPeriod' };
		const rows = await client.all('financial/FinancialPeriods', query);
		return rows.map((row) => [row['FinPeriod'], row['StartDate'], row['EndDate']]);
	};

	test('the Dutch year is the calendar year', async () => {
		const periods = await bounds(api);
		expect(periods).toHaveLength(12);
		expect(periods[1]).toEqual([2, day('2026-02-01'), day('2026-02-28')]);
	});

	test('the Belgian year begins in July of the year before', async () => {
		const periods = await bounds(belgian);
		expect(periods[0]).toEqual([1, day('2025-07-01'), day('2025-07-31')]);
		expect(periods[6]).toEqual([7, day('2026-01-01'), day('2026-01-31')]);
		expect(periods[11]).toEqual([12, day('2026-06-01'), day('2026-06-30')]);
	});

	test('no day lies outside the years, and none in two periods', async () => {
		const rows = await belgian.all('financial/FinancialPeriods', { $orderby: 'StartDate' });
		const days = rows.map(({ StartDate, EndDate }) =>
			[StartDate, EndDate].map((date) => Number(/\d+/.exec(String(date))?.[0])),
		);
		expect(rows).toHaveLength(96);
		for (const [index, [start = 0]] of days.entries()) {
			if (index > 0) expect(start).toBe((days[index - 1]?.[1] ?? 0) + 86_400_000);
		}
	});

	test('what is closed is told journal by journal', async () => {
		const status = async (client: ODataClient, journal: string, year: number, period: number) => {
			const $filter = `Journal eq '${journal}' and Year eq ${year} and Period eq ${period}`;
			const { rows } = await client.get('read/financial/JournalStatusList', { $filter });
			return rows[0];
		};
		for (const client of [api, belgian]) {
			expect(await status(client, '60', 2026, 1)).toMatchObject({
				...{ Status: 1, StatusDescription: 'Closed', JournalType: 22 },
				JournalTypeDescription: 'Purchase',
			});
			expect(await status(client, '60', 2026, 2)).toMatchObject({ Status: 0 });
			expect(await status(client, '70', 2026, 1)).toMatchObject({ Status: 0 });
			expect(await status(client, '70', 2025, 12)).toMatchObject({ Status: 0 });
			expect(await status(client, '70', 2024, 12)).toMatchObject({ Status: 1 });
		}
	});
});

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
