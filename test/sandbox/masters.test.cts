import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * The tables that entries refer to: journals, G/L accounts, VAT codes, currencies, periods and the like.
 * Wire forms as recorded from a French company in 2026; columns and rules from Exact's reference.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const day = (text: string) => `/Date(${Date.parse(`${text}T00:00:00Z`)})/`;
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
