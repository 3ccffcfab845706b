import type { INodeParameters } from 'n8n-workflow';
import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { codesOf, endpoints, filtersOf, id, masterCases, rows } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const zones = ['Europe/Amsterdam', 'America/Los_Angeles', 'Pacific/Auckland'];
const getAll = (resource: string, more: INodeParameters = {}) =>
	inDivision(resource, 'getAll', { returnAll: true, ...more });
const read = async (parameters: INodeParameters) => (await bench.run(parameters)).json;

describe.each(['strict', 'lenient'] as const)('masters, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	describe('bookyears', () => {
		const bookyears = (more: INodeParameters = {}) => getAll('bookyear', more);

		it('are put together from their periods, the newest first', async () => {
			const json = await read(bookyears());
			expect(json.map(({ year, id: number }) => year ?? number)).toEqual([
				2027, 2026, 2025, 2024, 2023, 2022, 2021, 2020,
			]);
			expect(json[1]).toEqual({
				division: NL,
				id: 2026,
				name: '2026',
				start: '2026-01-01',
				end: '2026-12-31',
				periods: 12,
				isClosed: false,
				openJournals: ['10', '20', '60', '61', '70', '71', '72', '90'],
			});
			expect(json.map(({ isClosed }) => isClosed)).toEqual(
				[2027, 2026, 2025, 2024, 2023, 2022, 2021, 2020].map((year) => year <= 2024),
			);
			expect(json[3]?.openJournals).toEqual([]);
		});

		it('ask for open periods only: 96 periods, 288 open ones, and the years without', async () => {
			await bench.run(bookyears());
			expect(await endpoints(bench)).toEqual([
				...Array.from({ length: 2 }, () => 'financial/FinancialPeriods'),
				...Array.from({ length: 5 }, () => 'read/financial/JournalStatusList'),
				'read/financial/JournalStatusList',
			]);
		});

		it('leave the status out on demand', async () => {
			const [first] = await read(bookyears({ options: { includeClosed: false } }));
			expect(first).toMatchObject({ isClosed: null, openJournals: null });
			expect(new Set(await endpoints(bench))).toEqual(new Set(['financial/FinancialPeriods']));
		});

		it.each(zones)('begin on the day that Exact says, with a workflow in %s', async (timezone) => {
			const division = by('id', BE);
			const { json } = await bench.run({ ...bookyears(), division }, { timezone });
			expect(json.find((one) => one.id === 2026)).toMatchObject({
				division: BE,
				start: '2025-07-01',
				end: '2026-06-30',
			});
		});

		it('are narrowed to some years, and only their status is asked for', async () => {
			const filters = { yearFrom: '2024', yearTo: 2025 };
			const json = await read(bookyears({ filters }));
			expect(json.map((one) => one.id)).toEqual([2025, 2024]);
			expect(await filtersOf(bench)).toEqual([
				'(FinYear ge 2024 and FinYear le 2025)',
				'(Status eq 0 and (Year eq 2025 or Year eq 2024))',
				'(Status eq 0 and (Year eq 2025 or Year eq 2024))',
				'(Status eq 1 and Period eq 1 and Year eq 2024)',
			]);
			expect(await read(bookyears({ filters: { yearFrom: 2031 } }))).toEqual([]);
		});

		it('stop at the limit before the status is read', async () => {
			const json = await read(bookyears({ returnAll: false, limit: 1 }));
			expect(json.map((one) => one.id)).toEqual([2027]);
			expect((await filtersOf(bench)).slice(2)).toEqual([
				'(Status eq 0 and Year eq 2027)',
				'(Status eq 0 and Year eq 2027)',
			]);
		});

		it('are not closed when nothing is known of their journals', async () => {
			const period = {
				FinYear: 2010,
				FinPeriod: 1,
				StartDate: '2010-03-05',
				EndDate: '2010-12-31',
			};
			await bench.sandbox.insert(
				NL,
				'FinancialPeriods',
				rows(1, () => period),
			);
			const [year] = await read(bookyears({ filters: { yearTo: 2010 } }));
			expect(year).toMatchObject({ id: 2010, isClosed: false, openJournals: [], periods: 1 });
			expect(year).toMatchObject({ start: '2010-03-05', end: '2010-12-31' });
		});

		it('are half closed while one journal is open', async () => {
			await bench.sandbox.insert(NL, 'JournalStatusList', [
				{ Journal: '90', Year: 2023, Period: 13, Status: 0 },
			]);
			const json = await read(bookyears({ filters: { yearFrom: 2023, yearTo: 2023 } }));
			expect(json).toMatchObject([{ isClosed: false, openJournals: ['90'] }]);
		});

		it('show their periods in Exact’s words', async () => {
			const json = await read(
				bookyears({ output: 'raw', filters: { yearFrom: 2026, yearTo: 2026 } }),
			);
			expect(json).toMatchObject([{ Division: NL, FinYear: 2026, Closed: false }]);
			const periods = json[0]?.FinancialPeriods as object[];
			expect(periods).toHaveLength(12);
			expect(periods[0]).toMatchObject({
				FinYear: 2026,
				StartDate: expect.stringMatching(/^\/Date/),
			});
		});
	});

	describe('VAT codes', () => {
		it.each<[string, INodeParameters, string[]]>([
			['nothing but the blocked left out', {}, ['0', '1', '2', '4', '5', '6', '7', '9']],
			['any', { filters: { type: 'any' } }, ['0', '1', '2', '4', '5', '6', '7', '9']],
			['for sales', { filters: { type: 'sales' } }, ['0', '1', '2', '4', '5', '7']],
			['for purchases', { filters: { type: 'purchase' } }, ['0', '1', '2', '4', '5', '6', '9']],
			['for both', { filters: { type: 'both' } }, ['0', '1', '2', '4', '5']],
			[
				'the blocked as well',
				{ options: { includeBlocked: true } },
				['0', '1', '2', '4', '5', '6', '7', '8', '9'],
			],
			['a condition of their own', { filters: { additionalFilter: "Type eq 'I'" } }, ['1', '2']],
		])('are filtered: %s', async (_, more, expected) => {
			expect(codesOf(await read(getAll('vatCode', more)))).toEqual(expected);
		});

		it('show rate, accounts, use and where they are used', async () => {
			const json = await read(getAll('vatCode', { options: { includeBlocked: true } }));
			const of = (code: string) => json.find((one) => one.code === code);
			expect(of('4')).toMatchObject({
				percentage: 21,
				type: 'excluding',
				transactionType: 'both',
				payableAccount: '1500',
				claimableAccount: '1510',
				isReverseCharge: false,
				scope: 'national',
				country: 'NL',
				isBlocked: false,
			});
			expect(of('6')).toMatchObject({ isReverseCharge: true, transactionType: 'purchase' });
			expect(of('7')).toMatchObject({ scope: 'eu', percentage: 0 });
			expect(of('0')).toMatchObject({ scope: 'unknown' });
			expect(of('8')).toMatchObject({ isBlocked: true });
			expect(of('8')).not.toHaveProperty('history');
		});

		it.each(zones)('tell their history in days, with a workflow in %s', async (timezone) => {
			const percentage = { VATCodeID: '', LineNumber: 0, Percentage: 0.19, Type: 0 };
			const stored = await bench.sandbox.records(NL, 'VATCodes');
			const { ID } = stored.find(({ Code }) => String(Code).trim() === '4') ?? {};
			const old = { ...percentage, VATCodeID: ID, StartDate: '2001-01-01', EndDate: '2012-09-30' };
			await bench.sandbox.insert(
				NL,
				'VatPercentages',
				rows(1, () => old),
			);
			const parameters = getAll('vatCode', { options: { includeHistory: true } });
			const { json } = await bench.run(parameters, { timezone });
			expect(json.find(({ code }) => code === '4')?.history).toMatchObject([
				{ percentage: 19, startDate: '2001-01-01', endDate: '2012-09-30', type: 'normal' },
				{ percentage: 21, startDate: '2019-01-01', endDate: null },
			]);
			expect(await endpoints(bench)).toEqual(['current/Me', 'vat/VATCodes', 'vat/VatPercentages']);
		});

		it('read the history of many with one call for each 40', async () => {
			await bench.sandbox.insert(
				NL,
				'VATCodes',
				rows(92, (n) => ({ Code: `${100 + n}`, IsBlocked: false })),
			);
			await bench.run(getAll('vatCode', { options: { includeHistory: true } }));
			const calls = await endpoints(bench);
			expect(calls.filter((path) => path === 'vat/VATCodes')).toHaveLength(2);
			expect(calls.filter((path) => path === 'vat/VatPercentages')).toHaveLength(3);
		});
	});

	describe('bank accounts', () => {
		it('are the bank journals of the company itself', async () => {
			const json = await read(getAll('bankAccount'));
			expect(json).toMatchObject([
				{
					code: '20',
					name: 'Rabobank',
					type: 'bank',
					iban: 'NL94RABO0312459807',
					accountNumber: 'NL94RABO0312459807',
					bic: 'RABONL2U',
					bankName: 'Rabobank',
					currency: 'EUR',
					journal: '20',
					ledgerAccount: '1100',
					suspenseAccount: null,
				},
			]);
		});

		it('book to a suspense account when that is what the journal says', async () => {
			const accounts = await bench.sandbox.records(NL, 'GLAccounts');
			const { ID } = accounts.find(({ Code }) => Code === '1150') ?? {};
			const journal = { Code: '21', Type: 16, GLAccount: ID, IsBlocked: true };
			await bench.sandbox.insert(
				NL,
				'Journals',
				rows(1, () => journal),
			);
			expect(codesOf(await read(getAll('bankAccount')))).toEqual(['20']);
			const json = await read(getAll('bankAccount', { options: { includeBlocked: true } }));
			expect(json.find((one) => one.id === id(0))).toMatchObject({
				type: 'paymentService',
				ledgerAccount: null,
				suspenseAccount: '1150',
				isBlocked: true,
			});
		});
	});

	it('payment terms show days and how they are paid', async () => {
		const json = await read(getAll('paymentTerm'));
		expect(codesOf(json)).toEqual(['00', '14', '30', '60', 'IN']);
		expect(json.find(({ code }) => code === 'IN')).toMatchObject({
			name: 'Incasso',
			days: 7,
			paymentMethod: 'collection',
		});
		const filters = { additionalFilter: 'PaymentDays gt 14' };
		expect(codesOf(await read(getAll('paymentTerm', { filters })))).toEqual(['30', '60']);
	});
});

describe('what was changed after a moment', () => {
	const Modified = Date.UTC(2026, 6, 13, 9);

	it.each(masterCases.flatMap((one) => zones.map((zone) => ({ ...one, zone }))))(
		'$name, entered in $zone',
		async ({ parameters, entity, row, zone }) => {
			await bench.reset();
			await bench.sandbox.insert(NL, entity, [{ ID: id(0), ...row(0), Modified }]);
			const after = async (ms: number) => {
				// The wall clock of the workflow, without an offset.
				const text = new Date(ms).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
				const filtered = { ...parameters, filters: { updatedAfter: text } };
				return (await bench.run(filtered, { timezone: zone })).json;
			};
			expect(await after(Modified - 1000)).toMatchObject([
				{ id: id(0), modified: new Date(Modified).toISOString() },
			]);
			expect(await after(Modified)).toEqual([]);
		},
	);
});

describe('inputs that can not be used', () => {
	it.each<[string, INodeParameters, string, string]>([
		[
			'a year that is none',
			getAll('bookyear', { filters: { yearFrom: "'26" } }),
			'PARAM_FORMAT',
			"'Filters > Year From' is \"'26\"",
		],
		[
			'years the wrong way round',
			getAll('bookyear', { filters: { yearFrom: 2027, yearTo: 2026 } }),
			'PARAM_RANGE',
			"'Filters > Year From' is 2027, after 'Year To'",
		],
		[
			'a type of VAT code',
			getAll('vatCode', { filters: { type: 'sale' } }),
			'PARAM_FORMAT',
			'\'Filters > Type\' is "sale"',
		],
		[
			'a type of journal',
			getAll('journal', { filters: { types: ['sale'] } }),
			'PARAM_FORMAT',
			'\'Filters > Types\' contains "sale"',
		],
		[
			'a year of next numbers',
			getAll('journal', { options: { year: 1 } }),
			'PARAM_FORMAT',
			'\'Options > Year of Next Number\' is "1"',
		],
		[
			'a type of ledger account',
			getAll('ledgerAccount', { filters: { types: ['other_expense'] } }),
			'PARAM_FORMAT',
			'\'Filters > Types\' contains "other_expense"',
		],
		[
			'no ledger account',
			inDivision('ledgerAccount', 'get'),
			'PARAM_REQUIRED',
			"'Ledger Account' is empty",
		],
		[
			'an ID that is none',
			inDivision('ledgerAccount', 'get', { ledgerAccount: by('id', '8000') }),
			'ID_FORMAT',
			'\'Ledger Account\' is "8000"',
		],
		[
			'a client that is no ID',
			getAll('contact', { filters: { client: by('id', '1049') } }),
			'ID_FORMAT',
			'\'Filters > Client\' is "1049"',
		],
		...[
			'vatCode',
			'journal',
			'bankAccount',
			'paymentTerm',
			'ledgerAccount',
			'contact',
			'employee',
		].map((resource): [string, INodeParameters, string, string] => [
			`a field that ${resource} lacks`,
			getAll(resource, { filters: { additionalFilter: 'Nonsense eq 1' } }),
			'PARAM_FORMAT',
			"there is no field 'Nonsense'",
		]),
		[
			'a moment',
			getAll('employee', { filters: { updatedAfter: 'soon' } }),
			'PARAM_FORMAT',
			'is not a date: "soon"',
		],
		[
			'no division',
			{ resource: 'bookyear', operation: 'getAll' },
			'PARAM_REQUIRED',
			"'Division' is empty",
		],
	])('refuse %s without a call', async (_, parameters, code, message) => {
		await bench.reset();
		const error = await bench.fail(parameters);
		expect(error.context.code).toBe(code);
		expect(error.message).toContain(message);
		expect(await bench.calls()).toEqual([]);
	});
});
