import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { codesOf, endpoints, filtersOf, id } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const getMany = (plan: string, more: INodeParameters = {}) =>
	inDivision('analyticAccount', 'getAll', { plan, returnAll: true, ...more });
const get = (more: INodeParameters = {}) => inDivision('analyticAccount', 'get', more);
const lines = (more: INodeParameters = {}) =>
	inDivision('analyticAccount', 'getLines', { returnAll: true, ...more });
const plans = (more: INodeParameters = {}) => inDivision('analyticPlan', 'getAll', more);
const read = async (parameters: INodeParameters) => (await bench.run(parameters)).json;
const inactive = { options: { includeInactive: true } };

describe.each(['strict', 'lenient'] as const)('analytic accounts, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const stored = async (entity: string, code: string): Promise<Row> => {
		const found = await bench.sandbox.records(NL, entity);
		return found.find(({ Code }) => Code === code) ?? {};
	};

	describe('plans', () => {
		it('are three, which takes no call to know', async () => {
			const plan = { division: NL, isActive: null, parentId: null };
			expect(await read(plans())).toEqual([
				{ ...plan, id: 'costCenter', name: 'Cost centers' },
				{ ...plan, id: 'costUnit', name: 'Cost units' },
				{ ...plan, id: 'project', name: 'Projects' },
			]);
			expect(await endpoints(bench)).toEqual([]);
		});

		it('say on demand which of them can be read, with a call each', async () => {
			await bench.sandbox.settings({ rights: { 'projects.projects': 'unused' } });
			const json = await read(plans({ options: { checkAccess: true } }));
			expect(json.map(({ isActive }) => isActive)).toEqual([true, true, false]);
			expect(await bench.calls()).toEqual([
				'GET hrm/Costcenters 200',
				'GET hrm/Costunits 200',
				'GET project/Projects 403',
			]);
		});

		it('are not called closed when Exact is down', async () => {
			const fault = { kind: 'status', status: 503 } as const;
			await bench.sandbox.faults([{ match: { path: 'hrm/Costunits' }, times: 99, fault }]);
			const error = await bench.fail(plans({ options: { checkAccess: true } }));
			expect(error.context.code).toBe('UNAVAILABLE');
		});
	});

	describe('Get Many', () => {
		it.each<[string, INodeParameters, string[]]>([
			['costCenter', {}, ['ALG', 'VERK', 'WERKPL']],
			['costCenter', inactive, ['ALG', 'OUD', 'VERK', 'WERKPL']],
			['costUnit', {}, ['EBIKE', 'FIETS', 'ONDERD']],
			['project', {}, ['P2025-01', 'P2026-01']],
			['project', { filters: { search: 'locatie' } }, ['P2026-01']],
			['costCenter', { filters: { search: 'erk' } }, ['VERK', 'WERKPL']],
		])('reads one plan with one call: %s %j', async (plan, more, expected) => {
			const json = await read(getMany(plan, more));
			expect(codesOf(json)).toEqual(expected);
			expect(json.every((one) => one.plan === plan && one.division === NL)).toBe(true);
			expect(await endpoints(bench)).toHaveLength(2);
		});

		it('reads all plans with a call each, and stops at the limit', async () => {
			const json = await read(getMany('all'));
			expect(codesOf(json)).toEqual(
				['ALG', 'EBIKE', 'FIETS', 'ONDERD', 'P2025-01', 'P2026-01', 'VERK', 'WERKPL'].sort(),
			);
			const paths = ['hrm/Costcenters', 'hrm/Costunits', 'project/Projects'];
			expect(await endpoints(bench)).toEqual(['current/Me', ...paths]);
			expect(json.find(({ code }) => code === 'P2025-01')).toMatchObject({
				plan: 'project',
				type: 'timeAndMaterial',
				startDate: '2025-01-06',
			});
			await bench.sandbox.clearLog();
			expect(await read(getMany('all', { returnAll: false, limit: 3 }))).toHaveLength(3);
			expect(await endpoints(bench)).toEqual(['hrm/Costcenters']);
		});

		it('leaves out a plan that the login may not read, and says so', async () => {
			await bench.sandbox.settings({ rights: { 'financial.costcenters': 'unused' } });
			const json = await read(getMany('all'));
			expect(codesOf(json)).toEqual(['P2025-01', 'P2026-01']);
			expect(json[0]?._warnings).toEqual([
				expect.stringMatching(/^Cost centers were left out: .*scope 'financial.costcenters'/),
				expect.stringMatching(/^Cost units were left out: /),
			]);
			await bench.sandbox.settings({
				rights: { 'financial.costcenters': 'unused', 'projects.projects': 'unused' },
			});
			expect((await bench.fail(getMany('all'))).context.code).toBe('FORBIDDEN');
			expect((await bench.fail(getMany('costUnit'))).context.code).toBe('FORBIDDEN');
		});

		it('tells plans apart in raw and selected output', async () => {
			const raw = await read(getMany('all', { output: 'raw' }));
			expect(raw[0]).toMatchObject({ plan: 'costCenter', Division: NL, Code: expect.any(String) });
			const chosen = { output: 'selected', fieldsToReturn: ['name', 'budget'] };
			const [first] = await read(getMany('all', chosen));
			expect(Object.keys(first ?? {}).sort()).toEqual(['division', 'id', 'name', 'plan']);
		});

		it.each([
			// Half past eleven in the evening of the last day of 2025, in UTC.
			['Europe/Amsterdam', ['ALG', 'VERK', 'WERKPL'], ['P2025-01', 'YEAR']],
			['America/Los_Angeles', ['ALG', 'END', 'VERK', 'WERKPL'], ['P2025-01']],
			['Pacific/Auckland', ['ALG', 'VERK', 'WERKPL'], ['P2025-01', 'YEAR']],
		])(
			'knows what is over and what has not begun today in %s',
			async (timezone, centers, begun) => {
				await bench.reset(profile, Date.UTC(2025, 11, 31, 23, 30));
				await bench.sandbox.insert(NL, 'Costcenters', [
					{ ID: id(1), Code: 'END', Description: 'Until today', EndDate: '2025-12-31' },
					{ ID: id(2), Code: 'OLD', Description: 'Until yesterday', EndDate: '2025-12-30' },
				]);
				const next = { Code: 'YEAR', Description: 'From now on', StartDate: '2026-01-01', Type: 3 };
				await bench.sandbox.insert(NL, 'Projects', [{ ID: id(3), ...next }]);
				const found = async (plan: string) =>
					codesOf((await bench.run(getMany(plan), { timezone })).json);
				expect(await found('costCenter')).toEqual(centers);
				expect(await found('project')).toEqual(begun);
				const all = await bench.run(getMany('costCenter', inactive), { timezone });
				expect(all.json.find(({ code }) => code === 'OLD')).toMatchObject({ isActive: false });
				const end = all.json.find(({ code }) => code === 'END');
				expect(end).toMatchObject({ isActive: centers.includes('END'), endDate: '2025-12-31' });
			},
		);
	});

	describe('Get', () => {
		it.each([
			['costCenter', 'Costcenters', 'OUD', { isActive: false, endDate: '2023-12-31' }],
			['costUnit', 'Costunits', 'EBIKE', { isActive: true }],
			['project', 'Projects', 'P2025-01', { isActive: true, startDate: '2025-01-06' }],
		])('finds a %s by code, ID or list with one call', async (plan, entity, code, shown) => {
			const { ID } = await stored(entity, code);
			for (const reference of [by('code', code), by('id', String(ID)), by('list', code)]) {
				await bench.sandbox.clearLog();
				const json = await read(get({ plan, [plan]: reference, output: 'simplified' }));
				expect(json).toMatchObject([{ plan, division: NL, id: ID, code, ...shown }]);
				expect((await endpoints(bench)).filter((path) => path !== 'current/Me')).toHaveLength(1);
			}
		});

		it('looks for a cost center until another plan is chosen', async () => {
			expect(await read(get({ costCenter: by('code', 'VERK') }))).toMatchObject([
				{ plan: 'costCenter', name: 'Verkoop' },
			]);
		});

		it.each([
			['costCenter', 'cost center'],
			['costUnit', 'cost unit'],
			['project', 'project'],
		])('misses a %s by name', async (plan, noun) => {
			const byCode = await bench.fail(get({ plan, [plan]: by('code', 'NONE') }));
			expect(byCode.context.code).toBe('NOT_FOUND');
			expect(byCode.message).toBe(`No ${noun} with code NONE in division ${NL}`);
			const byId = await bench.fail(get({ plan, [plan]: by('id', id(9)) }));
			expect(byId.message).toBe(`No ${noun} with ID ${id(9)} in division ${NL}`);
		});
	});

	describe('Get Lines', () => {
		/** Lines of 2019 on a cost center and a cost unit of their own, and on a project. */
		const book = async () => {
			const accounts = await bench.sandbox.records(NL, 'GLAccounts');
			const gl = (code: string) => accounts.find(({ Code }) => Code === code)?.ID;
			const { ID: project } = await stored('Projects', 'P2025-01');
			const dimension = { Description: 'Made up' };
			await bench.sandbox.insert(NL, 'Costcenters', [{ ID: id(90), Code: 'CC', ...dimension }]);
			await bench.sandbox.insert(NL, 'Costunits', [{ ID: id(91), Code: 'CU', ...dimension }]);
			const line = (n: number, more: Row) => ({
				ID: id(n),
				EntryID: id(100 + n),
				EntryNumber: 19900000 + n,
				LineNumber: 1,
				JournalCode: '90',
				FinancialYear: 2019,
				Type: 90,
				Status: 50,
				Currency: 'EUR',
				GLAccount: gl('4400'),
				...more,
			});
			await bench.sandbox.insert(NL, 'TransactionLines', [
				line(1, {
					Date: '2019-01-01',
					AmountFC: 100,
					AmountDC: 90,
					CostCenter: 'CC',
					Currency: 'USD',
				}),
				line(2, {
					Date: '2019-01-31',
					AmountFC: -30.25,
					AmountDC: -30.25,
					CostCenter: 'CC',
					CostUnit: 'CU',
				}),
				line(3, {
					Date: '2019-02-01',
					AmountDC: 5,
					CostCenter: 'CC',
					Status: 20,
					GLAccount: gl('8000'),
				}),
				line(4, { Date: '2019-02-02', AmountDC: 0, CostUnit: 'CU', Project: project }),
			]);
			await bench.sandbox.clearLog();
		};
		const idsOf = (json: readonly Row[]) => json.map((one) => one.id).sort();
		const ids = (...numbers: number[]) => numbers.map(id).sort();
		const ofCenter = (filters: INodeParameters = {}, more: INodeParameters = {}) =>
			lines({ costCenter: by('code', 'CC'), filters, ...more });

		it('shows amounts with the sign of the ledger, and on their side', async () => {
			await book();
			const json = await read(ofCenter());
			expect(idsOf(json)).toEqual(ids(1, 2, 3));
			const of = (n: number) => json.find((one) => one.id === id(n));
			expect(of(1)).toMatchObject({
				division: NL,
				date: '2019-01-01',
				amount: 100,
				currency: 'USD',
				amountInDivisionCurrency: 90,
				debit: 90,
				credit: 0,
				costCenter: 'CC',
				ledgerAccount: '4400',
				ledgerAccountName: 'Advertenties',
				journal: '90',
				year: 2019,
				status: 'processed',
				entryNumber: 19900001,
			});
			expect(of(2)).toMatchObject({ amount: -30.25, debit: 0, credit: 30.25 });
			expect(await endpoints(bench)).toEqual(['current/Me', 'bulk/Financial/TransactionLines']);
		});

		it.each<[string, INodeParameters, number[]]>([
			['both days included', { dateFrom: '2019-01-31', dateTo: '2019-02-01' }, [2, 3]],
			['the first day on', { dateFrom: '2019-02-01' }, [3]],
			['up to a day', { dateTo: '2019-01-30' }, [1]],
			['class of ledger account', { ledgerAccounts: '8,77' }, [3]],
			['ledger accounts', { ledgerAccounts: '4400, 8000' }, [1, 2, 3]],
			['processed ones', { processedOnly: true }, [1, 2]],
			['a condition of their own', { additionalFilter: 'AmountDC gt 6' }, [1]],
		])('finds by %s', async (_, filters, expected) => {
			await book();
			expect(idsOf(await read(ofCenter(filters)))).toEqual(ids(...expected));
		});

		it.each(['Europe/Amsterdam', 'America/Los_Angeles', 'Pacific/Auckland'])(
			'takes the day that was written in %s',
			async (timezone) => {
				await book();
				const filters = { dateFrom: '2019-01-31', dateTo: '2019-01-31T00:00:00.000+02:00' };
				const { json } = await bench.run(ofCenter(filters), { timezone });
				expect(json).toMatchObject([{ id: id(2), date: '2019-01-31' }]);
			},
		);

		it('reads those of a cost unit and of a project', async () => {
			await book();
			const { ID } = await stored('Projects', 'P2025-01');
			const of = async (plan: string, reference: INodeParameters) =>
				idsOf(await read(lines({ plan, [plan]: reference })));
			expect(await of('costUnit', by('code', 'CU'))).toEqual(ids(2, 4));
			expect(await of('project', by('code', 'P2025-01'))).toContain(id(4));
			expect(await of('project', by('id', String(ID)))).toContain(id(4));
			expect(await filtersOf(bench)).toEqual([
				undefined,
				"CostUnit eq 'CU'",
				"ProjectCode eq 'P2025-01'",
				`Project eq guid'${String(ID)}'`,
			]);
		});

		it('looks up the code of a cost center that is given by its ID, with one call', async () => {
			await book();
			expect(idsOf(await read(lines({ costCenter: by('id', id(90)) })))).toEqual(ids(1, 2, 3));
			expect(await endpoints(bench)).toEqual([
				'current/Me',
				'hrm/Costcenters',
				'bulk/Financial/TransactionLines',
			]);
		});

		it('stops at the limit, also behind a filter that Exact does not know', async () => {
			await book();
			const limited = { returnAll: false, limit: 1 };
			expect(await read(ofCenter({}, limited))).toHaveLength(1);
			expect(await read(ofCenter({ ledgerAccounts: '44' }, limited))).toHaveLength(1);
			expect(await endpoints(bench)).toHaveLength(3);
		});

		it('tells an account without lines from one that there is not', async () => {
			expect(await read(lines({ costCenter: by('code', 'OUD') }))).toEqual([]);
			expect((await endpoints(bench)).at(-1)).toBe('hrm/Costcenters');
			const error = await bench.fail(lines({ costCenter: by('code', 'NONE') }));
			expect(error.context.code).toBe('NOT_FOUND');
			expect(error.message).toBe(`No cost center with code NONE in division ${NL}`);
			const project = lines({ plan: 'project', project: by('id', id(9)) });
			expect((await bench.fail(project)).message).toContain(`No project with ID ${id(9)}`);
		});

		it('adds up to what the ledger says', async () => {
			const json = await read(lines({ costCenter: by('code', 'VERK') }));
			const all = await bench.sandbox.records(NL, 'TransactionLines');
			const booked = all.filter(({ CostCenter }) => CostCenter === 'VERK');
			const cents = (amounts: unknown[]) =>
				amounts.reduce<number>((sum, one) => sum + Math.round(Number(one) * 100), 0);
			expect(json).toHaveLength(booked.length);
			const sum = cents(booked.map(({ AmountDC }) => AmountDC));
			expect(cents(json.map((one) => one.debit)) - cents(json.map((one) => one.credit))).toBe(sum);
			expect(sum).not.toBe(0);
		});
	});

	it.each<[string, INodeParameters, string, string]>([
		['no account', get(), 'PARAM_REQUIRED', "'Cost Center' is empty"],
		['no account in a plan', get({ plan: 'project' }), 'PARAM_REQUIRED', "'Project' is empty"],
		[
			'no account for its lines',
			lines({ plan: 'costUnit' }),
			'PARAM_REQUIRED',
			"'Cost Unit' is empty",
		],
		[
			'a plan that there is not',
			get({ plan: 'costcenter' }),
			'PARAM_FORMAT',
			'\'Analytic Plan\' is "costcenter"',
		],
		['a plan of many', getMany('none'), 'PARAM_FORMAT', '\'Analytic Plan\' is "none"'],
		['all plans at once', get({ plan: 'all' }), 'PARAM_FORMAT', '\'Analytic Plan\' is "all"'],
		[
			'an ID that is none',
			get({ costCenter: by('id', 'VERK') }),
			'ID_FORMAT',
			'\'Cost Center\' is "VERK"',
		],
		[
			'days the wrong way round',
			lines({
				costCenter: by('code', 'X'),
				filters: { dateFrom: '2026-02-01', dateTo: '2026-01-31' },
			}),
			'PARAM_RANGE',
			"'Filters > Date From' is 2026-02-01, after 'Date To'",
		],
		[
			'a day that is none',
			lines({ costCenter: by('code', 'X'), filters: { dateFrom: '2026-02-30' } }),
			'PARAM_FORMAT',
			'\'Filters > Date From\' is not a date: "2026-02-30"',
		],
	])('refuse %s without a call', async (_, parameters, code, message) => {
		const error = await bench.fail(parameters);
		expect(error.context.code).toBe(code);
		expect(error.message).toContain(message);
		expect(await bench.calls()).toEqual([]);
	});
});
