import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

const send = (parameters: Parameters<typeof inDivision>[2]) =>
	inDivision('apiRequest', 'send', { method: 'GET', ...parameters });

describe('API Request', () => {
	it('reads all pages of a path that has no operation of its own', async () => {
		const { json } = await bench.run(
			send({ path: 'crm/Contacts', query: '$select=ID,FullName', returnAll: true }),
		);
		expect(json).toHaveLength((await bench.sandbox.records(NL, 'Contacts')).length);
		expect(json[0]).toEqual({
			Division: NL,
			ID: expect.any(String),
			FullName: expect.any(String),
		});
		expect(await bench.calls()).toHaveLength(Math.ceil(json.length / 60));
	});

	it('stops at the limit without asking for more pages', async () => {
		const { json } = await bench.run(
			send({ path: 'crm/Contacts', query: '$select=ID', limit: 50 }),
		);
		expect(json).toHaveLength(50);
		expect(await bench.calls()).toHaveLength(1);
	});

	it('encodes a query once, whether it was written plain or encoded', async () => {
		const plain = "$select=ID,Name&$filter=Country eq 'NL' and substringof('&', Name) eq true";
		const encoded = plain.replace(/ /g, '%20').replace("'&'", "'%26'");
		const ampersand = await bench.run(
			send({ path: 'crm/Accounts', query: encoded, returnAll: true }),
		);
		expect(ampersand.json.length).toBeGreaterThan(0);
		expect(ampersand.json.every(({ Name }) => String(Name).includes('&'))).toBe(true);
	});

	it('keeps an & inside a text', async () => {
		await bench.run(
			send({
				path: 'crm/Accounts',
				query: "$select=ID&$filter=Name eq 'Smith & Sons' and Country eq 'NL'",
			}),
		);
		const [call] = await bench.sandbox.log();
		expect(call?.query).toEqual({
			$select: 'ID',
			$filter: "Name eq 'Smith & Sons' and Country eq 'NL'",
			...(call?.query.$top === undefined ? {} : { $top: call.query.$top }),
		});
	});

	it('creates, changes and deletes, and says the division', async () => {
		const created = await bench.run(
			send({ method: 'POST', path: 'crm/Accounts', body: { Name: 'Nieuwe Relatie BV' } }),
		);
		const [account] = created.json;
		expect(account).toMatchObject({ Division: NL, Name: 'Nieuwe Relatie BV' });
		const path = `crm/Accounts(guid'${String(account?.ID)}')`;
		const changed = await bench.run(send({ method: 'PUT', path, body: '{"City": "Breda"}' }));
		expect(changed.json).toEqual([{ Division: NL, success: true }]);
		expect((await bench.run(send({ path, query: '$select=City' }))).json).toEqual([
			expect.objectContaining({ City: 'Breda' }),
		]);
		expect((await bench.run(send({ method: 'DELETE', path }))).json).toHaveLength(1);
		expect(await bench.calls()).toHaveLength(4);
	});

	it.each([
		['a whole address', 'https://start.exactonline.nl/api/v1/1/crm/Accounts'],
		['another division', '../1/crm/Accounts'],
		['a query', 'crm/Accounts?$top=1'],
		['a fragment', 'crm/Accounts#x'],
		['a line break', 'crm/Accounts\nX: y'],
		['nothing', ''],
	])('refuses a path that is %s, before anything is sent', async (_, path) => {
		const error = await bench.fail(send({ path }));
		expect(error.message).toMatch(/^'Path' /);
		expect(await bench.calls()).toEqual([]);
	});

	it('refuses a body that is not an object', async () => {
		const error = await bench.fail(send({ method: 'POST', path: 'crm/Accounts', body: '[1]' }));
		expect(error.message).toBe('\'JSON Body\' is not a JSON object: "[1]"');
		expect(await bench.calls()).toEqual([]);
	});
});

describe('what every operation refuses, before anything is sent', () => {
	it.each([
		['', "'Division' is empty", 'PARAM_REQUIRED'],
		['abc', '\'Division\' is "abc"', 'ID_FORMAT'],
		['12.5', '\'Division\' is "12.5"', 'ID_FORMAT'],
		["1/crm/Accounts?'", "'Division' is \"1/crm/Accounts?'\"", 'ID_FORMAT'],
	])('division %j', async (value, message, code) => {
		const error = await bench.fail({
			resource: 'client',
			operation: 'getAll',
			division: by('id', value),
		});
		expect(error.message).toBe(message);
		expect(error.context).toMatchObject({ code, itemIndex: 0 });
		expect(await bench.calls()).toEqual([]);
	});

	it.each([
		['code', '', "'Client' is empty", 'PARAM_REQUIRED'],
		['id', '1049', '\'Client\' is "1049"', 'ID_FORMAT'],
		['list', 'x', '\'Client\' is "x"', 'ID_FORMAT'],
		['code', '1234567890123456789', '\'Client\' is "1234567890123456789"', 'PARAM_FORMAT'],
	] as const)('client by %s %j', async (mode, value, message, code) => {
		const error = await bench.fail(inDivision('client', 'get', { relation: by(mode, value) }));
		expect(error.message).toBe(message);
		expect(error.context.code).toBe(code);
		expect(await bench.calls()).toEqual([]);
	});

	it.each([
		[{ limit: 0 }, '\'Limit\' is "0"'],
		[{ limit: -5 }, '\'Limit\' is "-5"'],
		[{ limit: 1.5 }, '\'Limit\' is "1.5"'],
		[
			{ filters: { updatedAfter: '2026-02-31' } },
			'\'Filters > Updated After\' is not a date: "2026-02-31"',
		],
		[
			{ filters: { updatedAfter: 'last week' } },
			'\'Filters > Updated After\' is not a date: "last week"',
		],
		[
			{ filters: { additionalFilter: "Nmae eq 'x'" } },
			"'Filters > Additional Filter' can not be used: there is no field 'Nmae'; did you mean 'Name'?",
		],
		[
			{ filters: { additionalFilter: "Name eq 'x') or (1 eq 1" } },
			"'Filters > Additional Filter' can not be used: a bracket is closed that was never opened",
		],
		[
			{ output: 'selected', fieldsToReturn: ['name', 'nope'] },
			'\'Fields to Return\' contains "nope"',
		],
		[{ output: 'everything' }, '\'Output\' is "everything"'],
	])('%j', async (parameters, message) => {
		const error = await bench.fail(inDivision('client', 'getAll', parameters));
		expect(error.message).toBe(message);
		expect(typeof error.description).toBe('string');
		expect(await bench.calls()).toEqual([]);
	});

	it('a search that makes the address too long', async () => {
		const error = await bench.fail(
			inDivision('client', 'getAll', { filters: { search: 'x'.repeat(3000) } }),
		);
		expect(error.message).toMatch(/^The request is too long for Exact Online/);
		expect((await bench.sandbox.log()).filter(({ endpoint }) => endpoint !== 'current/Me')).toEqual(
			[],
		);
	});

	it('an ID in braces, and fields that come anyway, are fine', async () => {
		const [{ id } = {}] = (await bench.run(inDivision('client', 'getAll', { limit: 1 }))).json;
		const { json } = await bench.run(
			inDivision('client', 'get', {
				relation: by('id', `{${String(id)}}`),
				output: 'selected',
				fieldsToReturn: ['id', 'division', 'code'],
			}),
		);
		expect(Object.keys(json[0] ?? {}).sort()).toEqual(['code', 'division', 'id']);
	});

	it('a moment after the end of time finds nothing', async () => {
		const { json } = await bench.run(
			inDivision('client', 'getAll', { filters: { updatedAfter: '9999-12-31T23:59:59Z' } }),
		);
		expect(json).toEqual([]);
	});

	it('a search is text, whatever it contains', async () => {
		const search = "x' or Name ne 'x";
		const { json } = await bench.run(
			inDivision('client', 'getAll', { returnAll: true, filters: { search } }),
		);
		expect(json).toEqual([]);
	});

	it('an expression that has no value is n8n’s own message, not a defect of this node', async () => {
		const parameters = {
			resource: 'client',
			operation: 'getAll',
			division: by('id', "={{ $('Missing').item.json.id }}"),
		};
		const error = await bench.fail(parameters);
		expect(error.message).not.toContain('unforeseen');
		expect(error.context).toMatchObject({ code: 'PARAM_FORMAT', itemIndex: 0 });
	});

	it('reads every item’s own parameters, not those of the first', async () => {
		const { json, items } = await bench.run(
			{ resource: 'client', operation: 'getAll', limit: 1, division: by('id', '={{ $json.d }}') },
			{ items: [{ d: 'wrong' }, { d: NL }], continueOnFail: true },
		);
		expect(json).toEqual([
			{
				error: '\'Division\' is "wrong"',
				code: 'ID_FORMAT',
				details: { description: expect.stringContaining('Expected the number of a division') },
			},
			expect.objectContaining({ division: NL }),
		]);
		// By this, n8n's core knows which items go to the error output.
		expect(items.map(({ error }) => error?.message)).toEqual([json[0]?.error, undefined]);
	});
});

describe('Custom API Call, which n8n adds to the drop-downs', () => {
	it.each([
		{ resource: '__CUSTOM_API_CALL__', operation: '' },
		{ resource: 'client', operation: '__CUSTOM_API_CALL__' },
	])('points to API Request: %j', async (parameters) => {
		const error = await bench.fail(parameters);
		expect(error.message).toBe("'Custom API Call' is not carried out by this node");
		expect(error.description).toContain("'API Request'");
	});
});

describe('a right that is missing', () => {
	it('names the scope, the endpoint and the division, and is not tried again', async () => {
		await bench.sandbox.settings({ rights: { 'crm.accounts': 'unused' } });
		const error = await bench.fail(inDivision('client', 'getAll', { limit: 1, output: 'raw' }));
		expect(error.context).toMatchObject({
			code: 'FORBIDDEN',
			details: { status: 403, endpoint: 'crm/Accounts', division: NL },
		});
		expect(`${error.message} ${String(error.description)}`).toContain('crm.accounts');
		expect(await bench.calls()).toEqual(['GET crm/Accounts 403']);
	});
});
