import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { endpoints, id, rows } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const contacts = (filters: INodeParameters = {}, more: INodeParameters = {}) =>
	inDivision('contact', 'getAll', { returnAll: true, filters, ...more });
const employees = (more: INodeParameters = {}) =>
	inDivision('employee', 'getAll', { returnAll: true, ...more });
const read = async (parameters: INodeParameters) => (await bench.run(parameters)).json;
const idsOf = (json: readonly Row[]) => json.map((one) => one.id).sort();

describe.each(['strict', 'lenient'] as const)('contacts, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const stored = async () => await bench.sandbox.records(NL, 'Contacts');
	/** A client and a supplier, each with contacts. */
	const owners = async () => {
		const accounts = await bench.sandbox.records(NL, 'Accounts');
		const having = new Set((await stored()).map(({ Account }) => Account));
		const client = accounts.find((row) => row.Status === 'C' && having.has(row.ID)) ?? {};
		const supplier =
			accounts.find(
				(row) => row.IsSupplier === true && row.ID !== client.ID && having.has(row.ID),
			) ?? {};
		return { client, supplier };
	};
	const of = async (...relations: Row[]) => {
		const wanted = relations.map(({ ID }) => ID);
		return (await stored())
			.filter(({ Account }) => wanted.includes(Account))
			.map(({ ID }) => ID)
			.sort();
	};

	it('say who they are and whose', async () => {
		const person = {
			ID: id(1),
			Account: (await owners()).client.ID,
			FirstName: 'Zoë',
			LastName: 'Zwart',
			JobTitleDescription: 'Inkoop',
			Email: 'zoe@zwart.example',
			Phone: '010 1',
			BusinessPhone: ' ',
			Mobile: '06 1',
			BusinessMobile: '06 2',
			StartDate: '2024-02-29',
		};
		await bench.sandbox.insert(NL, 'Contacts', [person]);
		const json = await read(contacts({ search: 'ZWART' }));
		expect(json).toMatchObject([
			{
				division: NL,
				id: id(1),
				firstName: 'Zoë',
				lastName: 'Zwart',
				jobTitle: 'Inkoop',
				email: 'zoe@zwart.example',
				phone: '010 1',
				mobile: '06 2',
				relationId: person.Account,
				relationName: (await owners()).client.Name,
				startDate: '2024-02-29',
				endDate: null,
			},
		]);
	});

	it('are those of a client, a supplier or both, without a further call by ID', async () => {
		const { client, supplier } = await owners();
		const filters = {
			client: by('id', String(client.ID)),
			supplier: by('id', String(supplier.ID)),
		};
		await bench.sandbox.clearLog();
		expect(idsOf(await read(contacts({ client: filters.client })))).toEqual(await of(client));
		expect(await endpoints(bench)).toEqual(['current/Me', 'bulk/CRM/Contacts']);
		expect(idsOf(await read(contacts(filters)))).toEqual(await of(client, supplier));
	});

	it('are found by the code of a client with one call more', async () => {
		const { client } = await owners();
		await bench.sandbox.clearLog();
		const code = by('code', String(client.Code));
		expect(idsOf(await read(contacts({ client: code })))).toEqual(await of(client));
		expect(await endpoints(bench)).toHaveLength(3);
		const error = await bench.fail(contacts({ supplier: by('code', '99999999') }));
		expect(error.context.code).toBe('NOT_FOUND');
		expect(error.message).toBe(`No supplier with code 99999999 in division ${NL}`);
	});

	it('are searched by name and email on the list that allows it', async () => {
		await bench.sandbox.insert(
			NL,
			'Contacts',
			rows(70, (n) => ({ LastName: `Quux ${n}` })),
		);
		await bench.sandbox.clearLog();
		expect(await read(contacts({ search: 'quux' }))).toHaveLength(70);
		expect(await endpoints(bench)).toEqual(['current/Me', 'crm/Contacts', 'crm/Contacts']);
	});
});

describe.each(['strict', 'lenient'] as const)('employees, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const staff = (count: number, more: (n: number) => Row = () => ({})) =>
		rows(count, (n) => ({ FirstName: 'Noor', LastName: `Z${n}`, IsActive: true, ...more(n) }));
	const made = (json: readonly Row[]) =>
		json.filter((one) => String(one.id).startsWith('44444444'));

	it('prefer what is of business', async () => {
		await bench.sandbox.insert(
			NL,
			'Employees',
			staff(1, () => ({
				Code: ' N1 ',
				FullName: 'Noor van der Z',
				MiddleName: 'van der',
				LastName: 'Z',
				BusinessEmail: 'noor@fiets.example',
				Email: 'noor@thuis.example',
				Phone: '010 1',
				Mobile: '06 1',
				BusinessMobile: '06 2',
				StartDate: '2024-02-29',
			})),
		);
		expect(made(await read(employees()))).toMatchObject([
			{
				division: NL,
				number: 'N1',
				name: 'Noor van der Z',
				firstName: 'Noor',
				lastName: 'van der Z',
				email: 'noor@fiets.example',
				phone: '010 1',
				mobile: '06 2',
				isActive: true,
				startDate: '2024-02-29',
				jobTitle: null,
			},
		]);
	});

	it('are only those who are still there, up to the limit', async () => {
		await bench.sandbox.insert(
			NL,
			'Employees',
			staff(130, (n) => ({ IsActive: n % 10 === 0 })),
		);
		const active = (await bench.sandbox.records(NL, 'Employees')).filter(
			({ IsActive }) => IsActive === true,
		);
		const all = await read(employees({ filters: { activeOnly: true } }));
		expect(idsOf(all)).toEqual(active.map(({ ID }) => ID).sort());
		const some = employees({ filters: { activeOnly: true }, returnAll: false, limit: 3 });
		expect(await read({ ...some, output: 'selected', fieldsToReturn: ['name'] })).toHaveLength(3);
	});

	it('tell on demand what they are employed as, with one call for each 40', async () => {
		await bench.sandbox.insert(NL, 'Employees', staff(41));
		await bench.sandbox.insert(NL, 'ActiveEmployments', [
			{
				ID: id(900),
				Employee: id(0),
				JobtitleDescription: 'Monteur',
				DepartmentCode: 'W',
				DepartmentDescription: 'Werkplaats',
				StartDate: '2024-03-01',
			},
		]);
		const total = (await bench.sandbox.records(NL, 'Employees')).length;
		await bench.sandbox.clearLog();
		const json = made(await read(employees({ options: { includeJobTitle: true } })));
		expect(json.find((one) => one.id === id(0))).toMatchObject({
			jobTitle: 'Monteur',
			employments: [{ jobTitle: 'Monteur', department: 'Werkplaats', startDate: '2024-03-01' }],
		});
		expect(json.find((one) => one.id === id(1))).toMatchObject({ jobTitle: null, employments: [] });
		const calls = await endpoints(bench);
		expect(calls.filter((path) => path === 'payroll/ActiveEmployments')).toHaveLength(
			Math.ceil(total / 40),
		);
	});

	it('are not looked for by a code that Exact pads', async () => {
		const filters = { additionalFilter: "Code eq 'N1'" };
		const error = await bench.fail(employees({ filters }));
		expect(error.message).toContain('so it would find nothing; use trim(Code)');
		expect(await bench.calls()).toEqual([]);
		await bench.sandbox.insert(
			NL,
			'Employees',
			staff(2, (n) => ({ Code: `N${n}` })),
		);
		const trimmed = { additionalFilter: "trim(Code) eq 'N1'" };
		expect(await read(employees({ filters: trimmed }))).toMatchObject([{ number: 'N1' }]);
	});

	it('are closed to who lacks the right, which says what is missing', async () => {
		const fault = { kind: 'status', status: 403 } as const;
		await bench.sandbox.faults([{ match: { path: 'payroll/Employees' }, fault }]);
		const error = await bench.fail(employees({ output: 'raw' }));
		expect(error.context.code).toBe('FORBIDDEN');
		expect(error.message).toContain(`(payroll/Employees, division ${NL})`);
		expect(error.description).toContain('a module in the licence');
		expect(error.description).toContain("'My Exact Online' > 'Rights'");
	});
});
