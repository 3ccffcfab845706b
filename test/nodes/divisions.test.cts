import { BE, by, NL, NOT_GRANTED } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

describe.each(['strict', 'lenient'] as const)('divisions, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const getMany = { resource: 'division', operation: 'getAll' };

	it('lists the companies of the login in one counted call', async () => {
		const { json } = await bench.run({ ...getMany, returnAll: true });
		expect(json.map(({ id }) => id).sort()).toEqual([NL, BE, 4400001].sort());
		expect(json.every(({ id, division }) => id === division)).toBe(true);
		expect(await bench.calls()).toEqual(['GET current/Me 200', 'GET system/Divisions 200']);
	});

	it('leaves out what can not be worked in', async () => {
		const { json } = await bench.run({ ...getMany, filters: { activeOnly: true } });
		expect(json.map(({ id }) => id).sort()).toEqual([NL, BE].sort());
		expect(json[0]).toMatchObject({ isActive: true, status: 'active', currency: 'EUR' });
	});

	it('stops at the limit', async () => {
		expect((await bench.run({ ...getMany, limit: 1 })).json).toHaveLength(1);
	});

	it('gets one company with one call', async () => {
		const { json } = await bench.run({
			resource: 'division',
			operation: 'get',
			division: by('list', BE),
		});
		expect(json).toMatchObject([
			{ id: BE, division: BE, name: 'Brouwerij De Linde BV', country: 'BE' },
		]);
		expect(await bench.calls()).toEqual(['GET system/Divisions 200']);
	});

	it('says that a company can not be reached', async () => {
		const error = await bench.fail({
			resource: 'division',
			operation: 'get',
			division: by('id', NOT_GRANTED),
		});
		expect(error.context.code).toBe('DIVISION_UNKNOWN');
		expect(error.message).toBe(`Division ${NOT_GRANTED} can not be reached with this login`);
	});

	it('finds companies for the list of every Division field, asking Exact once a minute', async () => {
		const all = await bench.search('searchDivisions', {});
		expect(all.results.map(({ value }) => value)).toEqual(
			expect.arrayContaining([`${NL}`, `${BE}`]),
		);
		const some = await bench.search('searchDivisions', {}, 'linde');
		expect(some.results).toEqual([{ name: `Brouwerij De Linde BV (${BE})`, value: `${BE}` }]);
		expect(await bench.calls()).toEqual(['GET current/Me 200', 'GET system/Divisions 200']);
	});
});
