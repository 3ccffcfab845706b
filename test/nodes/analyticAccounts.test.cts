import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { codesOf, endpoints, id } from './masterRows.cjs';

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
			expect(await read(plans({ limit: 1 }))).toEqual([expect.objectContaining(plan)]);
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
