import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const kinds = [
	{ kind: 'client', is: (row: Row) => row.Status === 'C' },
	{ kind: 'supplier', is: (row: Row) => row.IsSupplier === true },
];
const cases = (['strict', 'lenient'] as const).flatMap((profile) =>
	kinds.map((kind) => ({ profile, ...kind })),
);

describe.each(cases)('$kind, $profile sandbox', ({ kind, is, profile }) => {
	beforeEach(async () => await bench.reset(profile));

	const stored = async (division = NL) =>
		(await bench.sandbox.records(division, 'Accounts')).filter(is);
	const getMany = (parameters = {}) => inDivision(kind, 'getAll', parameters);

	it('reads all of a division with one bulk call, and Exact’s clock once', async () => {
		const { json, items } = await bench.run(getMany({ returnAll: true }));
		const expected = await stored();
		expect(json.map(({ id }) => id).sort()).toEqual(expected.map(({ ID }) => ID).sort());
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(json.every(({ division }) => division === NL)).toBe(true);
		expect(await bench.calls()).toEqual(['GET current/Me 200', 'GET bulk/CRM/Accounts 200']);
	});

	it('reads up to a page with one call of just that size', async () => {
		const { json } = await bench.run(getMany({ limit: 7 }));
		expect(json).toHaveLength(7);
		expect(await bench.calls()).toEqual(['GET current/Me 200', 'GET crm/Accounts 200']);
		const [, call] = await bench.sandbox.log();
		expect(call?.query.$top).toBe('7');
	});

	it('trims codes, turns dates into ISO and the clock of the server into UTC', async () => {
		const { json } = await bench.run(getMany({ returnAll: true }));
		const [first] = await stored();
		const shown = json.find(({ id }) => id === first?.ID);
		expect(shown).toMatchObject({ code: String(first?.Code).trim(), name: first?.Name });
		expect(shown?.modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(shown?.startDate).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it('gives raw rows in Exact’s names, with the division', async () => {
		const { json } = await bench.run(getMany({ limit: 1, output: 'raw' }));
		expect(json[0]).toMatchObject({ Division: NL });
		expect(String(json[0]?.Code)).toHaveLength(18);
		expect(json[0]).not.toHaveProperty('__metadata');
		expect(Object.keys(json[0] ?? {}).length).toBeGreaterThan(100);
		expect(await bench.calls()).toEqual(['GET crm/Accounts 200']);
	});

	it('gives selected fields only, and asks only for them', async () => {
		const { json } = await bench.run(
			getMany({ limit: 1, output: 'selected', fieldsToReturn: ['name', 'vatNumber'] }),
		);
		expect(Object.keys(json[0] ?? {}).sort()).toEqual(['division', 'id', 'name', 'vatNumber']);
		const [call] = await bench.sandbox.log();
		expect(call?.query.$select).toBe('ID,Name,VATNumber');
	});

	it('gets one by its code, padded as Exact stores it', async () => {
		const [one] = await stored();
		const { json } = await bench.run(
			inDivision(kind, 'get', { relation: by('code', String(one?.Code).trim()) }),
		);
		expect(json).toMatchObject([{ id: one?.ID, division: NL }]);
		expect(await bench.calls()).toEqual(['GET current/Me 200', 'GET crm/Accounts 200']);
	});

	it('gets one by its ID with addresses, bank accounts and contacts', async () => {
		const accounts = await stored();
		const addresses = await bench.sandbox.records(NL, 'Addresses');
		const one = accounts.find(({ ID }) => addresses.some(({ Account }) => Account === ID));
		const { json } = await bench.run(
			inDivision(kind, 'get', {
				relation: by('id', String(one?.ID)),
				options: { include: ['addresses', 'bankAccounts', 'contacts'] },
			}),
		);
		const own = addresses.filter(({ Account }) => Account === one?.ID);
		expect((json[0]?.addresses as Row[]).map(({ id }) => id).sort()).toEqual(
			own.map(({ ID }) => ID).sort(),
		);
		expect(json[0]).toHaveProperty('bankAccounts');
		expect(json[0]).toHaveProperty('contacts');
		expect((await bench.calls()).length).toBe(5);
	});

	it('reads the parts of all with few calls', async () => {
		const { json } = await bench.run(
			getMany({ returnAll: true, options: { include: ['addresses'] } }),
		);
		const ids = new Set(json.map(({ id }) => id));
		const own = (await bench.sandbox.records(NL, 'Addresses')).filter(({ Account }) =>
			ids.has(Account as string),
		);
		expect(json.flatMap(({ addresses }) => addresses as Row[])).toHaveLength(own.length);
		expect((await bench.calls()).length).toBe(2 + Math.ceil(ids.size / 40));
	});

	it('reads the parts of very many at 1,000 a page', async () => {
		await bench.sandbox.generate(NL, 'Accounts', 2000);
		const { json } = await bench.run(
			getMany({ returnAll: true, options: { include: ['addresses', 'contacts'] } }),
		);
		expect(json.length).toBeGreaterThan(400);
		expect(json.some(({ addresses }) => (addresses as Row[]).length > 0)).toBe(true);
		const parts = (await bench.sandbox.log()).filter(
			({ endpoint }) => !/Accounts|Me$/.test(endpoint),
		);
		expect(parts.length).toBeLessThanOrEqual(4);
		expect(parts.every(({ query }) => query.$filter === 'Account ne null')).toBe(true);
	});

	it('says so when there is none with that code or ID', async () => {
		const byCode = await bench.fail(inDivision(kind, 'get', { relation: by('code', '99999999') }));
		expect(byCode.context.code).toBe('NOT_FOUND');
		expect(byCode.message).toBe(`No ${kind} with code 99999999 in division ${NL}`);
		const id = '00000000-0000-4000-8000-000000000000';
		const byId = await bench.fail(inDivision(kind, 'get', { relation: by('id', id) }));
		expect(byId.message).toBe(`No ${kind} with ID ${id} in division ${NL}`);
		expect((await bench.sandbox.log()).every(({ counted }) => !counted.error)).toBe(true);
	});

	it('says when a relation has the other role only', async () => {
		const other = (await bench.sandbox.records(NL, 'Accounts')).find((row) => !is(row));
		const error = await bench.fail(
			inDivision(kind, 'get', { relation: by('id', String(other?.ID)) }),
		);
		expect(error.context.code).toBe('ROLE');
		expect(error.message).toContain(`is not a ${kind}`);
	});

	it('searches by part of the name, whatever the case', async () => {
		const [one] = await stored();
		const part = String(one?.Name).slice(2, 9).toUpperCase();
		const { json } = await bench.run(getMany({ filters: { search: part } }));
		expect(json.map(({ id }) => id)).toContain(one?.ID);
		expect(json.length).toBeLessThan((await stored()).length);
	});

	it('finds by the name of a contact on demand', async () => {
		const accounts = new Map((await stored()).map((row) => [row.ID, row]));
		const contacts = await bench.sandbox.records(NL, 'Contacts');
		const person = contacts.find(({ Account }) => accounts.has(Account));
		const search = `${String(person?.FirstName)} ${String(person?.LastName)}`;
		const without = await bench.run(getMany({ filters: { search } }));
		const found = await bench.run(getMany({ filters: { search, searchContacts: true } }));
		expect(without.json.map(({ id }) => id)).not.toContain(person?.Account);
		expect(found.json.map(({ id }) => id)).toContain(person?.Account);
		expect(new Set(found.json.map(({ id }) => id)).size).toBe(found.json.length);
	});

	it('leaves out the blocked and the ended on demand', async () => {
		const active = (await stored()).filter(({ Blocked }) => Blocked !== true);
		const { json } = await bench.run(getMany({ returnAll: true, filters: { activeOnly: true } }));
		expect(json.length).toBeLessThanOrEqual(active.length);
		expect(json.every(({ isActive }) => isActive === true)).toBe(true);
		const everyone = await bench.run(getMany({ returnAll: true }));
		expect(everyone.json.filter(({ isActive }) => isActive === true)).toHaveLength(json.length);
		expect(everyone.json.length).toBeGreaterThan(json.length);
	});

	it('takes a filter in Exact’s own words, in brackets of its own', async () => {
		const countries = "Country eq 'BE' or Country eq 'NL'";
		const { json } = await bench.run(
			getMany({ returnAll: true, filters: { additionalFilter: countries } }),
		);
		const expected = (await stored()).filter(({ Country }) => Country === 'BE' || Country === 'NL');
		expect(json).toHaveLength(expected.length);
	});

	it('refuses a filter on the padded code, which would silently find nothing', async () => {
		const additionalFilter = "Code eq '1049'";
		const error = await bench.fail(getMany({ filters: { additionalFilter } }));
		expect(error.message).toContain('use trim(Code)');
		const mixed = "trim(Name) eq 'x' and Code eq '1049'";
		await bench.fail(getMany({ filters: { additionalFilter: mixed } }));
		const parts = "substringof('1049',Code) eq true and Code ne null";
		expect(
			(await bench.run(getMany({ filters: { additionalFilter: parts } }))).json.length,
		).toBeLessThan(2);
		const trimmed = "trim(Code) eq '1049' or trim(Code) eq '5087'";
		expect(
			(await bench.run(getMany({ filters: { additionalFilter: trimmed } }))).json,
		).toHaveLength(1);
	});

	it('keeps to the limit over all chunks of a search by contact', async () => {
		const role = kind === 'client' ? { Status: 'C' } : { IsSupplier: true };
		const idOf = (n: number) => `22222222-2222-4222-8222-${String(n).padStart(12, '0')}`;
		const numbers = Array.from({ length: 100 }, (_, n) => n);
		await bench.sandbox.insert(
			NL,
			'Accounts',
			numbers.map((n) => ({ ID: idOf(n), Code: `${66000 + n}`, Name: `Firm ${n}`, ...role })),
		);
		await bench.sandbox.insert(
			NL,
			'Contacts',
			numbers.map((n) => ({
				ID: idOf(n + 500),
				Account: idOf(n),
				FirstName: 'Zebedeus',
				LastName: `Q${n}`,
			})),
		);
		const filters = { search: 'Zebedeus', searchContacts: true };
		expect((await bench.run(getMany({ limit: 45, filters }))).json).toHaveLength(45);
		expect((await bench.run(getMany({ returnAll: true, filters }))).json).toHaveLength(100);
	});

	it('reads two divisions that an expression gives, each by its own item', async () => {
		const { items } = await bench.run(
			{
				resource: kind,
				operation: 'getAll',
				returnAll: true,
				division: by('id', '={{ $json.company }}'),
			},
			{ items: [{ company: BE }, { company: NL }] },
		);
		const of = (item: number) =>
			items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
		expect(of(0).every(({ json }) => json.division === BE)).toBe(true);
		expect(of(0)).toHaveLength((await stored(BE)).length);
		expect(of(1)).toHaveLength((await stored(NL)).length);
		expect((await bench.calls()).length).toBe(3);
	});
});

describe.each(['strict', 'lenient'] as const)('what was changed after a moment, %s', (profile) => {
	it.each([
		['winter', Date.UTC(2026, 0, 12, 9)],
		['summer', Date.UTC(2026, 6, 13, 9)],
		['the other half of the year', Date.UTC(2025, 7, 1, 9)],
	])('compares with the clock of Exact’s server: %s', async (_, changed) => {
		await bench.reset(profile);
		const client = {
			ID: '11111111-1111-4111-8111-111111111111',
			Code: '77001',
			Name: 'Changed',
			Status: 'C',
		};
		await bench.sandbox.insert(NL, 'Accounts', [{ ...client, Modified: changed }]);
		const after = (ms: number) =>
			bench.run(
				inDivision('client', 'getAll', {
					returnAll: true,
					filters: { updatedAfter: new Date(ms).toISOString(), code: '77001' },
				}),
			);
		expect((await after(changed - 1000)).json).toHaveLength(1);
		expect((await after(changed)).json).toHaveLength(0);
		expect((await after(changed - 1000)).json[0]?.modified).toBe(new Date(changed).toISOString());
	});
});

describe('lists in the editor', () => {
	beforeEach(async () => await bench.reset());

	it('finds clients of the chosen division by name or code, in alphabetical order', async () => {
		const panel = inDivision('client', 'get');
		const { results, paginationToken } = await bench.search('searchClients', panel);
		expect(results).toHaveLength(60);
		expect(typeof paginationToken).toBe('string');
		const rest = await bench.search('searchClients', panel, undefined, paginationToken);
		expect(rest.results.length).toBeGreaterThan(0);
		const names = [...results, ...rest.results].map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('says what to do when the division is not known yet', async () => {
		const search = bench.search('searchClients', { division: by('id', '={{ $json.company }}') });
		await expect(search).rejects.toMatchObject({
			message: "'Division' is an expression that has no value yet",
			description: expect.stringContaining("'By Code'"),
		});
		expect(await bench.calls()).toEqual([]);
	});
});
