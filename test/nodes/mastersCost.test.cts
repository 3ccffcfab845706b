import type { IDataObject } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { endpoints, masterCases, store } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

/** Enough for three pages and a bit. */
const many = (page: number) => 3 * page + 1;

describe.each(['strict', 'lenient'] as const)('what masters cost, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(masterCases)('$name: a call a page, Exact’s clock once', async (one) => {
		await store(bench, one, many(one.page));
		const stored = await bench.sandbox.records(NL, one.entity);
		const expected = stored.filter(one.is ?? (() => true)).map(({ ID }) => ID);
		const { json } = await bench.run(one.parameters);
		expect(json.map((shown) => shown.id).sort()).toEqual(expected.sort());
		expect(json.every(({ division }) => division === NL)).toBe(true);
		const pages = Math.ceil((one.name === 'ledger accounts' ? stored : expected).length / one.page);
		expect(await endpoints(bench)).toEqual([
			'current/Me',
			...Array.from({ length: pages }, () => one.path),
		]);
	});

	it.each(masterCases)('$name: up to a page with one call', async (one) => {
		await store(bench, one, 70);
		const { json } = await bench.run({ ...one.parameters, returnAll: false, limit: 7 });
		expect(json).toHaveLength(7);
		expect(await endpoints(bench)).toHaveLength(2);
	});

	it.each(masterCases)('$name: raw rows and selected fields', async (one) => {
		await store(bench, one, 2);
		const raw = await bench.run({ ...one.parameters, output: 'raw' });
		expect(raw.json.every(({ Division }) => Division === NL)).toBe(true);
		expect(JSON.stringify(raw.json)).not.toMatch(/__metadata|__deferred/);
		expect(raw.json.every(({ ID }) => typeof ID === 'string')).toBe(true);
		const selected = await bench.run({
			...one.parameters,
			output: 'selected',
			fieldsToReturn: ['modified'],
		});
		const names = Object.keys(selected.json[0] ?? {}).filter((name) => name !== 'plan');
		expect(names.sort()).toEqual(['division', 'id', 'modified']);
	});
});

describe('masters', () => {
	const outputs = new Map<string, IDataObject[]>();
	const inBoth = (['strict', 'lenient'] as const).flatMap((profile) =>
		[
			...masterCases,
			{ name: 'bookyears', parameters: inDivision('bookyear', 'getAll') },
			{
				name: 'next numbers',
				parameters: inDivision('journal', 'getAll', {
					options: { includeNextNumber: true, includeCounterpart: true },
				}),
			},
			{
				name: 'history',
				parameters: inDivision('vatCode', 'getAll', { options: { includeHistory: true } }),
			},
			{
				name: 'all plans',
				parameters: inDivision('analyticAccount', 'getAll', { plan: 'all' }),
			},
			{
				name: 'booked lines',
				parameters: inDivision('analyticAccount', 'getLines', {
					returnAll: true,
					costCenter: by('code', 'VERK'),
				}),
			},
		].map((one) => ({ ...one, profile })),
	);

	it.each(inBoth)('are the same in both profiles: $name, $profile', async (one) => {
		await bench.reset(one.profile);
		if ('entity' in one) await store(bench, one, 3);
		const { json } = await bench.run(one.parameters);
		expect(json.length).toBeGreaterThan(0);
		const { [one.name]: other = json } = Object.fromEntries(outputs);
		expect(json).toEqual(other);
		outputs.set(one.name, json);
	});

	it.each([
		...masterCases.map(({ name, parameters, scope }) => ({ name, parameters, scope })),
		{
			name: 'bookyears',
			parameters: inDivision('bookyear', 'getAll'),
			scope: 'financial.accounting',
		},
	])('$name: a missing right is named with its scope and its menu', async (one) => {
		await bench.reset();
		await bench.sandbox.settings({ rights: { [one.scope]: 'unused' } });
		const error = await bench.fail({ ...one.parameters, output: 'raw' });
		expect(error.context.code).toBe('FORBIDDEN');
		expect(error.message).toContain(`The app registration lacks the scope '${one.scope}'`);
		expect(error.message).toContain(`division ${NL}`);
		expect(error.description).toContain("App Center, set '");
		expect(await endpoints(bench)).toHaveLength(1);
	});

	it.each(masterCases)('$name: a right that the user lacks is named as well', async (one) => {
		await bench.reset();
		const { path } = one;
		await bench.sandbox.faults([{ match: { path }, fault: { kind: 'status', status: 403 } }]);
		const error = await bench.fail({ ...one.parameters, output: 'raw' });
		expect(error.context.code).toBe('FORBIDDEN');
		expect(error.description).toContain("'My Exact Online' > 'Rights'");
	});
});
