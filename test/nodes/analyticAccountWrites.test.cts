import type { INodeParameters } from 'n8n-workflow';

import { BE, by, NL } from '../harness/inputs.cjs';
import {
	bench,
	byCode,
	byId,
	calls,
	coded,
	neverTwice,
	NOBODY,
	preview,
	profiles,
	records,
	refused,
	startBench,
	use,
	writes,
	written,
} from './masterWriting.cjs';

startBench();

const plans = [
	{ plan: 'costCenter', entity: 'Costcenters', path: 'hrm/Costcenters', there: 'VERK' },
	{ plan: 'costUnit', entity: 'Costunits', path: 'hrm/Costunits', there: 'FIETS' },
	{ plan: 'project', entity: 'Projects', path: 'project/Projects', there: 'P2026-01' },
];
const cases = profiles.flatMap((profile) => plans.map((plan) => ({ profile, ...plan })));
/** The clock of the bench stands on a Monday. */
const day = (offset: number) =>
	new Date(bench.world.now() + offset * 86_400_000).toISOString().slice(0, 10);

const { create, update } = writes('analyticAccount');

describe.each(cases)('$plan, $profile sandbox', ({ profile, plan, entity, path, there }) => {
	beforeEach(async () => await bench.reset(profile));
	const fresh = (more: INodeParameters = {}, fields: INodeParameters = {}) =>
		create({ plan, code: 'NEW', name: 'Newly made', ...more }, fields);
	const change = (code: string, fields: INodeParameters) =>
		update({ plan, [plan]: byCode(code) }, fields);

	// R09, R13
	it('creates one and returns it as Get does', async () => {
		const { json } = await bench.run(fresh());
		const get = { resource: 'analyticAccount', operation: 'get', division: by('id', NL) };
		const got = await bench.run({ ...get, plan, [plan]: byCode('NEW') });
		expect(json).toEqual([{ ...got.json[0], isNew: true, isUpdated: false }]);
		expect(json[0]).toMatchObject({ plan, code: 'NEW', name: 'Newly made', isActive: true });
		if (plan === 'project')
			expect(json[0]).toMatchObject({ type: 'nonBillable', startDate: day(0) });
	});

	it('one that is not active has ended yesterday', async () => {
		const { json } = await bench.run(fresh({}, { isActive: false }));
		expect(json).toMatchObject([{ isActive: false, endDate: day(-1) }]);
		expect(json[0]).not.toHaveProperty('_warnings');
	});

	it('takes an end date, and fields by the names of Exact', async () => {
		const additionalExactFields = plan === 'project' ? { Notes: 'x' } : {};
		const { json } = await bench.run(fresh({}, { endDate: '2030-12-31', additionalExactFields }));
		expect(json).toMatchObject([{ isActive: true, endDate: '2030-12-31' }]);
		expect(await coded(entity, 'NEW')).toMatchObject(additionalExactFields);
	});

	it('creates many with one look and one read-back for each 40', async () => {
		const items = Array.from({ length: 45 }, (_, n) => ({ n }));
		const { json } = await bench.run(fresh({ code: '={{ "N" + $json.n }}' }), { items });
		expect(json.map(({ code }) => code)).toEqual(items.map(({ n }) => `N${n}`));
		const made = await calls();
		expect(made.filter((call) => call === `POST ${path} 201`)).toHaveLength(45);
		expect(made.filter((call) => call === `GET ${path} 200`)).toHaveLength(4);
		expect(made).toHaveLength(49);
	});

	// R09, R13: code exists
	it('refuses a code that is there, and names its owner and what differs', async () => {
		const owner = await coded(entity, there);
		const [code, says] = await refused(fresh({ code: there.toLowerCase() }));
		expect(code).toBe('CONFLICT');
		expect(says).toContain(`${there} '${String(owner?.Description)}' (ID ${String(owner?.ID)})`);
		expect(says).toContain(`with name "${String(owner?.Description)}" instead of "Newly made"`);
	});

	it('uses an existing one that agrees, and no other', async () => {
		const owner = await coded(entity, there);
		const name = String(owner?.Description);
		const { json } = await bench.run(fresh({ code: there.toLowerCase(), name, ...use }));
		expect(json).toMatchObject([{ id: owner?.ID, isNew: false, isUpdated: false }]);
		expect(await written()).toEqual([]);
		const [code, says] = await refused(fresh({ code: there, ...use }));
		expect([code, says]).toEqual(['CONFLICT', expect.stringContaining(`ID ${String(owner?.ID)}`)]);
	});

	it('two items with one code make one', async () => {
		const items = [{ code: 'TWIN' }, { code: 'twin' }];
		const code = '={{ $json.code }}';
		const { json } = await bench.run(fresh({ code }), { items, continueOnFail: true });
		expect(json).toMatchObject([{ isNew: true }, { code: 'CONFLICT' }]);
		await bench.reset(profile);
		const again = await bench.run(fresh({ code, ...use }), { items });
		expect(again.json).toMatchObject([{ isNew: true }, { isNew: false }]);
		expect(again.json[1]?.id).toBe(again.json[0]?.id);
	});

	// R09, R13: currency differs
	it('says that a currency is not kept', async () => {
		const { json } = await bench.run(
			fresh({ code: '={{ $json.c }}' }, { currency: byCode('={{ $json.c }}') }),
			{
				items: [{ c: 'USD' }, { c: 'eur' }],
			},
		);
		expect(json[0]?._warnings).toEqual([
			"Analytic accounts have no currency in Exact Online: 'USD' was ignored",
		]);
		expect(json[1]).not.toHaveProperty('_warnings');
	});

	// R09 to R15: plan unknown
	it('refuses a plan that is none', async () => {
		const [code, says] = await refused({ ...fresh(), plan: 'department' });
		expect(code).toBe('PARAM_FORMAT');
		expect(says).toContain('is "department". Choose one of costCenter, costUnit, project');
		expect((await refused({ ...change(there, { name: 'x' }), plan: 'x' }))[0]).toBe('PARAM_FORMAT');
	});

	it('shows what it would send, and sends nothing', async () => {
		const { json } = await bench.run(fresh(preview));
		expect(json).toMatchObject([
			{ division: NL, preview: true, plan, isNew: true, path, body: { Code: 'NEW' } },
		]);
		const changing = await bench.run({ ...change(there, { name: 'Other' }), ...preview });
		expect(changing.json).toMatchObject([{ isUpdated: true, body: { Description: 'Other' } }]);
		expect(await written()).toEqual([]);
	});

	// R11, R15
	it('changes what was given, and sends nothing when nothing differs', async () => {
		const before = await coded(entity, there);
		const { json } = await bench.run(change(there, { name: 'Other', isActive: 'false' }));
		expect(json).toMatchObject([
			{ plan, id: before?.ID, name: 'Other', isActive: false, isNew: false, isUpdated: true },
		]);
		expect(await calls()).toEqual([`GET ${path} 200`, `PUT ${path} 204`, `GET ${path} 200`]);
		const again = await bench.run(change(there, { name: 'Other', isActive: false }));
		expect(again.json).toMatchObject([{ name: 'Other', isUpdated: false }]);
		expect(await calls()).toEqual([`GET ${path} 200`]);
		const back = await bench.run(change(there, { isActive: true }));
		expect(back.json).toMatchObject([{ isActive: true, endDate: null, name: 'Other' }]);
	});

	it('an item compares with what an earlier one has made of it', async () => {
		const items = [{ name: 'A' }, { name: 'A' }, { name: 'B' }];
		const { json } = await bench.run(change(there, { name: '={{ $json.name }}' }), { items });
		expect(json.map(({ isUpdated }) => isUpdated)).toEqual([true, false, true]);
		expect((await coded(entity, there))?.Description).toBe('B');
	});

	// R11, R15: nothing found; no field given
	it.each<[string, () => INodeParameters, string, string]>([
		['nothing found', () => change('NOPE', { name: 'x' }), 'NOT_FOUND', '"NOPE"'],
		[
			'nothing found by ID',
			() => update({ plan, [plan]: byId(NOBODY) }, { name: 'x' }),
			'NOT_FOUND',
			NOBODY,
		],
		[
			'no field given',
			() => change(there, {}),
			'PARAM_REQUIRED',
			'Set at least one field to update',
		],
		['no account', () => update({ plan }, { name: 'x' }), 'PARAM_REQUIRED', "' is empty"],
		['no code', () => fresh({ code: '' }), 'PARAM_REQUIRED', "'Code' is empty"],
		['no name', () => fresh({ name: ' ' }), 'PARAM_REQUIRED', "'Name' is empty"],
		[
			'Active and an end date',
			() => fresh({}, { isActive: true, endDate: '2030-01-01' }),
			'PARAM_PAIR',
			"so is 'Active'",
		],
		[
			'an unknown name of Exact',
			() => fresh({}, { additionalExactFields: { Descripton: 'x' } }),
			'PARAM_FORMAT',
			'Did you mean Description?',
		],
		[
			'a field twice',
			() => fresh({}, { additionalExactFields: { Description: 'x' } }),
			'PARAM_PAIR',
			'contains "Description"',
		],
	])('%s', async (_, parameters, code, text) => {
		expect(await refused(parameters())).toEqual([code, expect.stringContaining(text)]);
	});

	// R11, R15: code differs
	it('the code is fixed, but for projects', async () => {
		const same = await bench.run(change(there, { code: there.toLowerCase(), name: 'Other' }));
		expect(same.json).toMatchObject([{ name: 'Other' }]);
		const changing = change(there, { code: 'CHANGED' });
		if (plan !== 'project') {
			const [code, says] = await refused(changing);
			expect(code).toBe('ANALYTIC_CODE_LOCKED');
			expect(says).toContain('does not change the code of a cost');
			expect(says).toContain('use Recode in Exact Online');
			return;
		}
		const { json } = await bench.run(changing);
		expect(json).toMatchObject([{ code: 'CHANGED', isUpdated: true }]);
		const [code, says] = await refused(change('CHANGED', { code: 'P2025-01' }));
		expect([code, says]).toEqual(['CONFLICT', expect.stringContaining('project P2025-01')]);
	});

	it('nothing is written while one item has a problem', async () => {
		const items = [{ code: 'NEW' }, { code: there }];
		await bench.sandbox.clearLog();
		const code = '={{ $json.code }}';
		await bench.fail(fresh({ code }), { items });
		await bench.fail(fresh({ code, ...use }), { items });
		expect(await written()).toEqual([]);
	});
});

describe('what belongs to projects', () => {
	beforeEach(async () => await bench.reset());

	it('is kept for a project', async () => {
		const client = (await records('Accounts')).find(({ Status }) => Status === 'C');
		const fields = {
			client: byId(client?.ID),
			projectType: 'fixedPrice',
			startDate: '2026-01-01',
			endDate: '2026-12-31',
		};
		const { json } = await bench.run(create({ plan: 'project', code: 'P9', name: 'Nine' }, fields));
		expect(json).toMatchObject([
			{
				relationId: client?.ID,
				type: 'fixedPrice',
				startDate: '2026-01-01',
				endDate: '2026-12-31',
			},
		]);
	});

	it.each([
		['projectType', { projectType: 'campaign' }, "'Additional Fields > Project Type' is given"],
		['startDate', { startDate: '2026-01-01' }, "'Additional Fields > Start Date' is given"],
	])('%s is refused for a cost center', async (_, fields, text) => {
		const parameters = create({ plan: 'costCenter', code: 'NEW', name: 'x' }, fields);
		expect(await refused(parameters)).toEqual(['PARAM_PAIR', expect.stringContaining(text)]);
	});

	it('days must follow one another', async () => {
		const days = { startDate: '2026-02-01', endDate: '2026-01-31' };
		const [code] = await refused(create({ plan: 'project', code: 'NEW', name: 'x' }, days));
		expect(code).toBe('PARAM_PAIR');
	});

	it('each item is of its own division', async () => {
		const division = by('id', '={{ $json.division }}');
		const { json } = await bench.run(
			{ ...create({ plan: 'costUnit', code: 'MIX', name: 'Mixed' }), division },
			{ items: [{ division: NL }, { division: BE }] },
		);
		expect(json).toMatchObject([
			{ division: NL, isNew: true },
			{ division: BE, isNew: true },
		]);
	});

	it('plans may be mixed in one run', async () => {
		const items = plans.map(({ plan }) => ({ plan }));
		const { json } = await bench.run(
			create({ plan: '={{ $json.plan }}', code: 'MIX', name: 'Mixed' }),
			{ items },
		);
		expect(json.map(({ plan, code }) => [plan, code])).toEqual(
			plans.map(({ plan }) => [plan, 'MIX']),
		);
	});
});

describe.each(plans.slice(0, 1))('a $plan', ({ plan, entity, path }) => {
	neverTwice({
		...{ entity, path },
		create: create({ plan, code: 'ONCE', name: 'Once' }),
		update: (id) => update({ plan, [plan]: byId(id) }, { name: 'Twice' }),
		changed: { Description: 'Twice' },
		isOne: ({ Code }) => Code === 'ONCE',
	});
});
