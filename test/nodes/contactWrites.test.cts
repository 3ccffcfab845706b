import type { INodeParameters } from 'n8n-workflow';

import type { Row } from '../harness/sandbox.cjs';
import {
	bench,
	byCode,
	byId,
	calls,
	hit,
	neverTwice,
	NOBODY,
	preview,
	profiles,
	records,
	refused,
	startBench,
	writes,
	written,
} from './masterWriting.cjs';

startBench();
const { create, update } = writes('contact');
const clients = async () => (await records('Accounts')).filter(({ Status }) => Status === 'C');
const account = async (id: unknown) => (await records('Accounts')).find(({ ID }) => ID === id);
const person = async (id: unknown) => (await records('Contacts')).find(({ ID }) => ID === id);
/** A client who has a main contact. */
const owner = async (): Promise<Row> => (await clients()).find((row) => row.MainContact)!;
const ann = (client: unknown, more: INodeParameters = {}, fields: INodeParameters = {}) =>
	create({ client: byId(client), firstName: 'Ann', lastName: 'Smit', ...more }, fields);
const change = (id: unknown, fields: INodeParameters) => update({ contact: byId(id) }, fields);
const ifName = (ifNameExists: string) => ({ options: { ifNameExists } });

describe.each(profiles)('contacts, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('creates one with all that was given, and returns it as Get Many does', async () => {
		const { ID } = await owner();
		await bench.sandbox.clearLog();
		const fields = {
			...{ email: 'ann@acme.example', phone: '1', mobile: '2', jobTitle: 'Buyer' },
			...{ businessPhone: '3', businessMobile: '4', middleName: 'van', initials: 'A.' },
			...{ language: 'NL', notes: 'Met in May', endDate: '2030-01-31' },
			additionalExactFields: { Gender: 'F' },
		};
		const { json } = await bench.run(ann(ID, {}, fields));
		expect(json).toMatchObject([
			{
				...{ firstName: 'Ann', lastName: 'Smit', jobTitle: 'Buyer', email: 'ann@acme.example' },
				...{ phone: '3', mobile: '4', relationId: ID, isMain: false, isNew: true },
				...{ endDate: '2030-01-31', isUpdated: false },
			},
		]);
		expect(json[0]).not.toHaveProperty('_warnings');
		expect(await written()).toEqual(['POST crm/Contacts 201']);
		expect(await person(json[0]?.id)).toMatchObject({ Phone: '1', Gender: 'F', Initials: 'A.' });
		const filters = { client: byId(ID), search: 'Ann' };
		const got = await bench.run({ ...ann(ID), operation: 'getAll', returnAll: true, filters });
		expect(json).toEqual([{ ...got.json[0], isNew: true, isUpdated: false }]);
	});

	it('belongs to a supplier as well, by code', async () => {
		const supplier = (await records('Accounts')).find(({ IsSupplier }) => IsSupplier === true);
		const code = byCode(String(supplier?.Code).trim());
		const { json } = await bench.run(create({ supplier: code, firstName: 'Bo', lastName: 'Smit' }));
		expect(json).toMatchObject([{ relationId: supplier?.ID, isNew: true }]);
	});

	it('becomes the main contact when that is asked for', async () => {
		const { ID } = await owner();
		await bench.sandbox.clearLog();
		const { json } = await bench.run(ann(ID, {}, { isMain: true }));
		expect(json).toMatchObject([{ isMain: true, isNew: true, isUpdated: false }]);
		expect((await account(ID))?.MainContact).toBe(json[0]?.id);
		expect(await written()).toEqual(['POST crm/Contacts 201', 'PUT crm/Accounts 204']);
		const again = await bench.run(change(json[0]?.id, { isMain: true }));
		expect(again.json).toMatchObject([{ isMain: true, isUpdated: false }]);
		expect(await written()).toEqual([]);
	});

	it('creates many with the look-ups, one look and one read-back for 40', async () => {
		const { ID } = await owner();
		await bench.sandbox.clearLog();
		const items = Array.from({ length: 41 }, (_, n) => ({ n }));
		await bench.run(ann(ID, { lastName: '={{ "Smit " + $json.n }}' }), { items });
		const made = await calls();
		expect(made.filter((call) => call === 'POST crm/Contacts 201')).toHaveLength(41);
		expect(made.filter((call) => call.startsWith('GET'))).toEqual([
			'GET crm/Contacts 200',
			'GET crm/Contacts 200',
			'GET bulk/CRM/Accounts 200',
			'GET bulk/CRM/Contacts 200',
			'GET bulk/CRM/Contacts 200',
		]);
	});

	it('a name that is there is an error, used where it agrees, or taken again', async () => {
		const { ID, Name } = await owner();
		const first = await bench.run(ann(ID, {}, { phone: '1' }));
		const id = first.json[0]?.id;
		const [code, says] = await refused(ann(ID, { firstName: 'ANN' }));
		expect(code).toBe('CONFLICT');
		expect(says).toContain(`(ID ${String(id)}) has the name ANN Smit at ${String(Name)}`);
		const using = await bench.run(ann(ID, ifName('use'), { phone: '1' }));
		expect(using.json).toMatchObject([{ id, isNew: false, isUpdated: false }]);
		const [other, differs] = await refused(ann(ID, ifName('use'), { mobile: '9', isMain: true }));
		expect(other).toBe('CONFLICT');
		expect(differs).toMatch(/mobile|Mobile/);
		expect(differs).toContain('isMain "false" instead of "true"');
		const more = await bench.run(ann(ID, ifName('create')), { items: [{}, {}] });
		expect(more.json).toMatchObject([{ isNew: true }, { isNew: true }]);
		const all = (await records('Contacts')).filter(({ FirstName }) => FirstName === 'Ann');
		expect(all).toHaveLength(3);
	});

	it('the same name elsewhere is another person', async () => {
		const [one, other] = await clients();
		await bench.run(ann(one?.ID));
		expect((await bench.run(ann(other?.ID))).json).toMatchObject([{ isNew: true }]);
	});

	it('changes what was given and nothing else, and nothing when nothing differs', async () => {
		const { ID } = await owner();
		const { json } = await bench.run(ann(ID, {}, { phone: '1', initials: 'A.' }));
		const id = json[0]?.id;
		await bench.sandbox.clearLog();
		const fields = { lastName: 'Jansen', jobTitle: 'Owner', email: 'a@b.example' };
		const { json: changed } = await bench.run(change(id, fields));
		expect(changed).toMatchObject([
			{ id, ...fields, firstName: 'Ann', phone: '1', isNew: false, isUpdated: true },
		]);
		const look = 'GET bulk/CRM/Contacts 200';
		expect(await calls()).toEqual([look, 'PUT crm/Contacts 204', look]);
		const again = await bench.run(change(id, { ...fields, initials: 'A.' }));
		expect(again.json).toMatchObject([{ isUpdated: false }]);
		// Initials are not among what Get shows: they are read for the comparison.
		expect(await calls()).toEqual([look, look]);
	});

	it('finds the contact by its number', async () => {
		const { ID } = await owner();
		const { json } = await bench.run(ann(ID));
		const { Code } = (await person(json[0]?.id)) ?? {};
		const contact = byCode(String(Code).trim());
		const changed = await bench.run(update({ contact }, { phone: '7' }));
		expect(changed.json).toMatchObject([{ id: json[0]?.id, phone: '7' }]);
	});

	it('shows what it would send, and sends nothing', async () => {
		const { ID } = await owner();
		const { json } = await bench.run(ann(ID, preview, { isMain: true }));
		expect(json).toMatchObject([
			{
				preview: true,
				isNew: true,
				body: { Account: ID, LastName: 'Smit' },
				afterwards: { IsMainContact: true },
			},
		]);
		expect(await written()).toEqual([]);
	});

	it.each<[string, () => Promise<INodeParameters>, string, string]>([
		[
			'no relation',
			async () => await Promise.resolve(create({ firstName: 'A', lastName: 'B' })),
			'PARAM_REQUIRED',
			"'Client' is empty, and so is 'Supplier'",
		],
		[
			'two relations',
			async () => {
				const all = await records('Accounts');
				const client = all.find((row) => row.Status === 'C' && row.IsSupplier !== true);
				const supplier = all.find(({ IsSupplier }) => IsSupplier === true);
				return ann(client?.ID, { supplier: byId(supplier?.ID) });
			},
			'PARAM_PAIR',
			"'Supplier' is another relation than the client",
		],
		[
			'no client',
			async () => {
				const all = await records('Accounts');
				return ann(all.find(({ Status }) => Status !== 'C')?.ID);
			},
			'PARTNER',
			'which is not a client',
		],
		['an unknown client', async () => await Promise.resolve(ann(NOBODY)), 'PARTNER', NOBODY],
		[
			'no last name',
			async () => ann((await owner()).ID, { lastName: '' }),
			'PARAM_REQUIRED',
			"'Last Name' is empty",
		],
		[
			'a wrong email',
			async () => ann((await owner()).ID, {}, { email: 'x' }),
			'PARAM_FORMAT',
			"'Additional Fields > Email'",
		],
		[
			'an unknown contact',
			async () => await Promise.resolve(change(NOBODY, { phone: '1' })),
			'NOT_FOUND',
			NOBODY,
		],
		[
			'nothing to change',
			async () => change((await records('Contacts'))[0]?.ID, { isMain: false }),
			'PARAM_REQUIRED',
			'Set at least one field',
		],
	])('%s', async (_, parameters, code, text) => {
		expect(await refused(await parameters())).toEqual([code, expect.stringContaining(text)]);
	});

	it('a person who is saved, and is not the main contact, is said to be', async () => {
		const { ID } = await owner();
		await hit('PUT', 'crm/Accounts', { kind: 'status', status: 403 });
		const error = await bench.fail(ann(ID, {}, { isMain: true }));
		expect(error.context.code).toBe('PARTIAL');
		expect(error.message).toContain('is created, but not the main contact');
		const { id } = error.context.details ?? {};
		expect(await person(id)).toMatchObject({ LastName: 'Smit' });
		const { json } = await bench.run(change(id, { isMain: true }));
		expect(json).toMatchObject([{ isMain: true, isUpdated: true }]);
	});
});

describe('one whose relation is known', () => {
	// The first client of the demo has the same ID at every start.
	let client = '';
	beforeAll(async () => {
		await bench.reset();
		client = String((await owner()).ID);
	});
	const parameters = () => ann('={{ $json.client }}');
	it('is found in the list of the editor, by name and by relation', async () => {
		await bench.reset();
		const { json } = await bench.run(ann(client));
		const found = await bench.search('searchContacts', parameters(), 'Ann Smit');
		expect(found.results).toEqual([
			{ name: `Ann Smit (${String(json[0]?.relationName)})`, value: json[0]?.id },
		]);
	});
});

neverTwice({
	entity: 'Contacts',
	path: 'crm/Contacts',
	create: create({ client: byCode('1001'), firstName: 'Ann', lastName: 'Smit' }),
	update: (id) => change(id, { phone: '9' }),
	changed: { Phone: '9' },
	isOne: ({ FirstName, LastName }) => FirstName === 'Ann' && LastName === 'Smit',
});
