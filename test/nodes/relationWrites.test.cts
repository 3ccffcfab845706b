import type { INodeParameters } from 'n8n-workflow';

import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const IBAN = 'NL91 ABNA 0417 1643 00';
const kinds = [
	{ kind: 'client', side: 'Sales', control: '1301', controlColumn: 'GLAR' },
	{ kind: 'supplier', side: 'Purchase', control: '1601', controlColumn: 'GLAP' },
];
const cases = (['strict', 'lenient'] as const).flatMap((profile) =>
	kinds.map((kind) => ({ profile, ...kind })),
);
const hasRole = (kind: string, row?: Row) =>
	kind === 'client' ? row?.Status === 'C' : row?.IsSupplier === true;

const records = async (entity: string, owner?: unknown) =>
	(await bench.sandbox.records(NL, entity)).filter(
		({ Account }) => owner === undefined || Account === owner,
	);
const account = async (id: unknown) => (await records('Accounts')).find(({ ID }) => ID === id);
const named = async (name: string) =>
	(await records('Accounts')).filter(({ Name }) => Name === name);
/** The calls since the last look, without the clock. */
const calls = async () => {
	const made = (await bench.calls()).filter((call) => !call.includes('current/Me'));
	await bench.sandbox.clearLog();
	return made;
};

describe.each(cases)(
	'$kind, $profile sandbox',
	({ kind, profile, side, control, controlColumn }) => {
		beforeEach(async () => await bench.reset(profile));
		const params = (operation: string, parameters: INodeParameters) =>
			inDivision(kind, operation, parameters);
		const create = (name: string, additionalFields = {}, more = {}) =>
			params('create', { name, additionalFields, ...more });
		const upsert = (matchBy: string, matchValue: string, more: INodeParameters = {}) =>
			params('upsert', { matchBy, matchValue, name: 'Acme BV', ...more });
		const update = (id: unknown, updateFields = {}, more = {}) =>
			params('update', { relation: by('id', String(id)), updateFields, ...more });
		const make = async (additionalFields = {}, more = {}) => {
			const { json } = await bench.run(create('Acme BV', additionalFields, more));
			await bench.sandbox.clearLog();
			return json[0]!;
		};
		const existing = async () => (await records('Accounts')).find((row) => hasRole(kind, row))!;
		const onlyOther = async () =>
			(await records('Accounts')).find(
				(row) => !hasRole(kind, row) && row.VATNumber !== undefined,
			)!;

		it('creates one with everything below it, in order, and says what it is', async () => {
			const parent = await existing();
			const { json } = await bench.run(
				create(
					'Acme BV',
					{
						addressLine1: 'Main Street 1',
						postcode: '1000 AA',
						city: 'Amsterdam',
						country: 'nl',
						email: 'info@acme.example',
						vatNumber: 'NL 8123.45.674.B99',
						chamberOfCommerce: '12345678',
						searchCode: 'KEY-1',
						language: 'nl',
						currency: by('code', 'EUR'),
						paymentTerm: by('code', '14'),
						vatCode: by('code', '4'),
						ledgerAccount: by('code', '8000'),
						controlAccount: by('code', control),
						parent: by('code', String(parent.Code)),
						peppolIdentifier: '12345678',
						peppolIdentifierType: '106',
						isActive: true,
						accountNumber: IBAN,
						bic: 'abnanl2a',
						bankAccountHolder: 'Acme',
						additionalExactFields: { Fax: '010' },
					},
					{
						addresses: { row: [{ type: 'invoice', addressLine1: 'PO Box 1', country: 'BE' }] },
						contacts: { row: [{ firstName: 'Ann', lastName: 'Smit', isMain: true }] },
					},
				),
			);
			expect(json[0]).toMatchObject({
				division: NL,
				name: 'Acme BV',
				created: true,
				updated: false,
				vatNumber: 'NL812345674B99',
				currency: 'EUR',
				paymentTerm: '14',
				address: { line1: 'Main Street 1', country: 'NL' },
			});
			expect(json[0]).not.toHaveProperty('_warnings');
			const stored = await account(json[0]?.id);
			expect(hasRole(kind, stored)).toBe(true);
			expect(stored).toMatchObject({ Language: 'NL', Parent: parent.ID, Fax: '010' });
			expect(stored?.[`${side}VATCode`]).toBe('4');
			const ledger = await records('GLAccounts');
			const glOf = (code: string) => ledger.find(({ Code }) => Code === code)?.ID;
			expect(stored?.[controlColumn]).toBe(glOf(control));
			expect(stored?.[`GLAccount${side}`]).toBe(glOf('8000'));
			const addresses = await records('Addresses', json[0]?.id);
			expect(addresses.find(({ Type }) => Type === 3)).toMatchObject({ Main: true, Country: 'BE' });
			expect(await records('BankAccounts', json[0]?.id)).toMatchObject([
				{ BankAccount: 'NL91ABNA0417164300', BICCode: 'ABNANL2A', Main: true },
			]);
			const [person] = await records('Contacts', json[0]?.id);
			expect(stored?.MainContact).toBe(person?.ID);
			const written = (await calls()).filter((call) => !call.startsWith('GET'));
			expect(written).toEqual([
				'POST crm/Accounts 201',
				'POST crm/Addresses 201',
				'POST crm/BankAccounts 201',
				'POST crm/Contacts 201',
				'PUT crm/Accounts 204',
			]);
		});

		it('creates many with one duplicate check and one read-back for 40', async () => {
			const items = Array.from({ length: 45 }, (_, n) => ({ n }));
			const { json } = await bench.run(
				create('={{ "Firm " + $json.n }}', {
					vatNumber: '={{ "NL9000000" + $json.n }}',
					currency: by('code', 'EUR'),
				}),
				{ items },
			);
			expect(json.map(({ name }) => name)).toEqual(items.map(({ n }) => `Firm ${n}`));
			const made = await calls();
			expect(made.filter((call) => call === 'POST crm/Accounts 201')).toHaveLength(45);
			expect(made.filter((call) => call.startsWith('GET'))).toEqual([
				'GET bulk/CRM/Accounts 200',
				'GET bulk/CRM/Accounts 200',
				'GET general/Currencies 200',
				'GET bulk/CRM/Accounts 200',
				'GET bulk/CRM/Accounts 200',
			]);
		});

		it('refuses a VAT number that somebody has, in either form, and names the owner', async () => {
			const owner = await existing();
			const vatNumber = String(owner.VATNumber);
			const spaced = `${vatNumber.slice(0, 2)} ${vatNumber.slice(2, 6)}.${vatNumber.slice(6)}`;
			const error = await bench.fail(create('Acme BV', { vatNumber: spaced }));
			expect(error.context.code).toBe('CONFLICT');
			expect(error.message).toContain(
				`already belongs to relation ${String(owner.Code)} '${String(owner.Name)}' (ID ${String(owner.ID)})`,
			);
			expect(error.description).toContain('Create or Update');
			expect((await calls()).some((call) => !call.startsWith('GET'))).toBe(false);
		});

		it('uses the existing one, or creates another, when that is chosen', async () => {
			const owner = await existing();
			const vatNumber = String(owner.VATNumber);
			const run = (ifVatNumberExists: string) =>
				bench.run(
					create('Acme BV', { vatNumber, email: 'x@y.z' }, { options: { ifVatNumberExists } }),
				);
			expect((await run('use')).json).toMatchObject([
				{ id: owner.ID, created: false, updated: false },
			]);
			expect((await account(owner.ID))?.Email).toBe(owner.Email);
			expect((await calls()).some((call) => !call.startsWith('GET'))).toBe(false);
			expect((await run('create')).json).toMatchObject([{ name: 'Acme BV', created: true }]);
			const several = await bench.fail(
				create('Acme BV', { vatNumber }, { options: { ifVatNumberExists: 'use' } }),
			);
			expect(several.context.code).toBe('AMBIGUOUS');
		});

		it('points to Create or Update when a relation has the other role only', async () => {
			const other = await onlyOther();
			const vatNumber = String(other.VATNumber);
			const failing = await bench.fail(create('Acme BV', { vatNumber }));
			expect(failing.context.code).toBe('CONFLICT');
			expect(failing.description).toContain('Create or Update makes it one');
			const using = await bench.fail(
				create('Acme BV', { vatNumber }, { options: { ifVatNumberExists: 'use' } }),
			);
			expect(using.context.code).toBe('ROLE');
			const { json } = await bench.run(
				upsert('vatNumber', vatNumber, { name: String(other.Name) }),
			);
			expect(json).toMatchObject([{ id: other.ID, created: false, updated: true }]);
			expect(hasRole(kind, await account(other.ID))).toBe(true);
		});

		it('creates once for two items of a run with the same VAT number', async () => {
			const items = [{ vat: 'NL1' }, { vat: 'nl 1' }];
			const fields = { vatNumber: '={{ $json.vat }}' };
			const { json } = await bench.run(create('Acme BV', fields), { items, continueOnFail: true });
			expect(json).toMatchObject([{ created: true }, { code: 'CONFLICT' }]);
			expect(await named('Acme BV')).toHaveLength(1);
			const use = { options: { ifVatNumberExists: 'use' } };
			const again = await bench.run(create('Acme BV', { vatNumber: 'NL2' }, use), {
				items: [{}, {}],
			});
			expect(again.json).toMatchObject([{ created: true }, { created: false, updated: false }]);
			expect(again.json[0]?.id).toBe(again.json[1]?.id);
		});

		it.each(['vatNumber', 'code', 'searchCode', 'chamberOfCommerce', 'email'])(
			'creates or updates by %s: made, then left alone, then changed',
			async (key) => {
				const value = { code: '99123', email: 'a@b.example' }[key] ?? 'NL55';
				const first = await bench.run(upsert(key, value, { additionalFields: { phone: '1' } }));
				expect(first.json).toMatchObject([{ created: true, updated: false, phone: '1' }]);
				await bench.sandbox.clearLog();
				const second = await bench.run(upsert(key, value, { additionalFields: { phone: '1' } }));
				expect(second.json).toMatchObject([{ created: false, updated: false }]);
				expect(await calls()).toEqual(['GET bulk/CRM/Accounts 200', 'GET bulk/CRM/Accounts 200']);
				const third = await bench.run(upsert(key, value, { additionalFields: { phone: '2' } }));
				expect(third.json).toMatchObject([{ created: false, updated: true, phone: '2' }]);
				const put = (await bench.sandbox.log()).find(({ method }) => method === 'PUT');
				expect(put?.body).toEqual({ Phone: '2' });
				expect(await named('Acme BV')).toHaveLength(1);
			},
		);

		it('updates by ID, and never makes one by it', async () => {
			const other = await onlyOther();
			const { json } = await bench.run(
				upsert('id', String(other.ID), { name: String(other.Name) }),
			);
			expect(json).toMatchObject([{ id: other.ID, updated: true }]);
			const unknown = await bench.fail(upsert('id', '00000000-0000-4000-8000-000000000000'));
			expect(unknown.context.code).toBe('NOT_FOUND');
			expect((await bench.fail(upsert('id', '1001'))).context.code).toBe('ID_FORMAT');
		});

		it('refuses a key that several have, naming them', async () => {
			const twins = [1, 2].map((n) => ({
				ID: `44444444-4444-4444-8444-44444444444${n}`,
				Code: `8800${n}`,
				Name: `Twin ${n}`,
				SearchCode: 'TWICE',
			}));
			await bench.sandbox.insert(NL, 'Accounts', twins);
			const error = await bench.fail(upsert('searchCode', 'TWICE'));
			expect(error.context.code).toBe('AMBIGUOUS');
			expect(error.message).toContain("88002 'Twin 2'");
			expect(error.message).toContain("88001 'Twin 1'");
		});

		it('changes what an earlier item of the same run has made', async () => {
			const { json } = await bench.run(
				upsert('vatNumber', 'NL77', { additionalFields: { phone: '={{ $json.phone }}' } }),
				{ items: [{ phone: '1' }, { phone: '2' }, { phone: '1' }] },
			);
			expect(json).toMatchObject([{ created: true }, { updated: true }, { updated: true }]);
			expect((await named('Acme BV')).map(({ Phone }) => Phone)).toEqual(['1']);
		});

		it('changes a bank account only when that is switched on', async () => {
			const { id } = await make({ vatNumber: 'NL88', accountNumber: IBAN });
			const fields = { additionalFields: { accountNumber: 'BE68539007547034' } };
			const off = await bench.run(upsert('vatNumber', 'NL88', fields));
			expect(off.json).toMatchObject([{ updated: false }]);
			expect(String(off.json[0]?._warnings)).toContain("switch on 'Update Bank Account'");
			expect(await records('BankAccounts', id)).toHaveLength(1);
			const on = { ...fields, options: { updateBankAccount: true } };
			await bench.run(upsert('vatNumber', 'NL88', on));
			const main = async () =>
				(await records('BankAccounts', id)).filter(({ Main }) => Main === true);
			expect(await main()).toMatchObject([{ BankAccount: 'BE68539007547034' }]);
			await bench.sandbox.clearLog();
			await bench.run(upsert('vatNumber', 'NL88', on));
			expect((await calls()).some((call) => !call.startsWith('GET'))).toBe(false);
			await bench.run(
				update(id, { accountNumber: IBAN }, { options: { updateBankAccount: true } }),
			);
			expect(await main()).toMatchObject([{ BankAccount: 'NL91ABNA0417164300' }]);
			expect((await calls()).filter((call) => !call.startsWith('GET'))).toEqual([
				'PUT crm/BankAccounts 204',
			]);
			expect(await records('BankAccounts', id)).toHaveLength(2);
		});

		it('updates only what was given, by code, and takes the state along with the country', async () => {
			const { id, code } = await make({ country: 'NL', state: 'OV', city: 'Zwolle', phone: '1' });
			const { json } = await bench.run(
				params('update', { relation: by('code', String(code)), updateFields: { country: 'BE' } }),
			);
			expect(json).toMatchObject([{ id, created: false, updated: true, phone: '1' }]);
			const put = (await bench.sandbox.log()).find(({ method }) => method === 'PUT');
			expect(put?.body).toEqual({ Country: 'BE', State: '' });
			expect(await calls()).toEqual([
				'GET bulk/CRM/Accounts 200',
				'PUT crm/Accounts 204',
				'GET bulk/CRM/Accounts 200',
			]);
			await bench.run(update(id, { country: 'NL', state: 'GR' }));
			expect(await account(id)).toMatchObject({ Country: 'NL', State: 'GR' });
		});

		it('ends one and takes it up again', async () => {
			const { id } = await make();
			const ended = await bench.run(update(id, { isActive: false }));
			expect(ended.json).toMatchObject([{ updated: true, endDate: '2026-03-16' }]);
			const again = await bench.run(update(id, { isActive: 'false' }));
			expect(again.json).toMatchObject([{ updated: false }]);
			const active = await bench.run(update(id, { isActive: true }));
			expect(active.json).toMatchObject([{ updated: true, endDate: null, isActive: true }]);
		});

		it('writes addresses and persons below one that is there: changed, added, never doubled', async () => {
			const { id } = await make(
				{},
				{
					addresses: {
						row: [{ type: 'delivery', addressLine1: 'Dock 1', country: 'NL', state: 'OV' }],
					},
					contacts: { row: [{ firstName: 'Ann', lastName: 'Smit', email: 'ann@acme.example' }] },
				},
			);
			const parts = {
				addresses: [
					{ type: 'delivery', addressLine1: 'Dock 2', country: 'BE' },
					{ type: 'delivery', addressLine1: 'Dock 3' },
					{ type: 'postal', addressLine1: 'PO Box 9' },
					{ type: 'visit', addressLine1: 'Front Door 1' },
				],
				contacts: [
					{ firstName: 'ann', lastName: 'Smit', phone: '5' },
					{ firstName: 'Bob', lastName: 'Bos', isMain: true },
				],
			};
			const { json } = await bench.run(update(id, {}, parts));
			expect(json).toMatchObject([{ updated: true, address: { line1: 'Front Door 1' } }]);
			const written = (await calls()).filter((call) => !call.startsWith('GET'));
			expect(written).toEqual([
				'PUT crm/Accounts 204',
				'PUT crm/Addresses 204',
				'POST crm/Addresses 201',
				'POST crm/Addresses 201',
				'PUT crm/Contacts 204',
				'POST crm/Contacts 201',
				'PUT crm/Accounts 204',
			]);
			const again = await bench.run(update(id, {}, parts));
			expect(again.json).toMatchObject([{ updated: false }]);
			expect((await calls()).some((call) => !call.startsWith('GET'))).toBe(false);
			const addresses = await records('Addresses', id);
			expect(addresses.filter(({ Type }) => Type === 4)).toHaveLength(2);
			expect(addresses.find(({ AddressLine1 }) => AddressLine1 === 'Dock 2')).toMatchObject({
				Main: true,
				Country: 'BE',
				State: '',
			});
			const persons = await records('Contacts', id);
			expect(persons.map(({ LastName }) => LastName).sort()).toEqual(['Bos', 'Smit']);
			const bob = persons.find(({ LastName }) => LastName === 'Bos');
			expect((await account(id))?.MainContact).toBe(bob?.ID);
		});

		it('compares rare fields as well', async () => {
			const { id } = await make({ additionalExactFields: { Fax: '1', StartDate: '2026-01-05' } });
			const same = { Fax: '1', StartDate: '2026-01-05' };
			const { json } = await bench.run(update(id, { additionalExactFields: same }));
			expect(json).toMatchObject([{ updated: false }]);
			await bench.run(update(id, { additionalExactFields: '{"Fax": null}' }));
			expect((await account(id))?.Fax).toBeNull();
		});

		it('deletes one that nothing uses, once', async () => {
			const { id, code } = await make();
			const relation = by('id', String(id));
			const { json } = await bench.run(params('delete', { relation }), { items: [{}, {}] });
			const gone = { division: NL, id, code, name: 'Acme BV', deleted: true };
			expect(json).toEqual([gone, gone]);
			expect(await account(id)).toBeUndefined();
			expect(await calls()).toEqual(['GET bulk/CRM/Accounts 200', 'DELETE crm/Accounts 204']);
			const error = await bench.fail(params('delete', { relation }));
			expect(error.context.code).toBe('NOT_FOUND');
		});

		it('explains why one that is used is not deleted', async () => {
			const { Account } = (await records('Contacts'))[0]!;
			const used = await account(Account);
			const role = kind === 'client' ? { Status: 'C' } : { IsSupplier: true };
			if (!hasRole(kind, used)) {
				await bench.run(upsert('id', String(Account), { name: String(used?.Name) }));
			}
			expect(await account(Account)).toMatchObject(role);
			const error = await bench.fail(params('delete', { relation: by('id', String(Account)) }));
			expect(error.context.code).toBe('CONFLICT');
			expect(error.message).toContain('it is used in: ');
		});

		it('gives raw rows and selected fields', async () => {
			const raw = await bench.run({ ...create('Raw BV'), output: 'raw' });
			expect(raw.json[0]).toMatchObject({ Division: NL, Name: 'Raw BV', created: true });
			const selected = { output: 'selected', fieldsToReturn: ['name'] };
			const { json } = await bench.run({ ...create('Few BV'), ...selected });
			expect(Object.keys(json[0] ?? {}).sort()).toEqual([
				'created',
				'division',
				'id',
				'name',
				'updated',
			]);
		});

		it('works in the division of each item, with the language of its country', async () => {
			const { json } = await bench.run(
				{
					...create('Acme BV', { language: '={{ $json.language }}' }),
					division: by('id', '={{ $json.division }}'),
				},
				{
					items: [
						{ division: BE, language: 'nl' },
						{ division: NL, language: 'nl' },
						{ division: BE, language: 'en' },
					],
				},
			);
			expect(json.map(({ division, language }) => [division, language])).toEqual([
				[BE, 'NL-BE'],
				[NL, 'NL'],
				[BE, 'EN'],
			]);
		});
	},
);

describe('what Exact did not keep', () => {
	beforeEach(async () => await bench.reset());

	it.each([
		['SalesCurrency', { currency: by('code', 'EUR') }],
		['SearchCode', { searchCode: 'KEY' }],
		['Blocked', { additionalExactFields: { Blocked: true } }],
	])('%s is a warning', async (column, additionalFields) => {
		await bench.sandbox.settings({ drop: [`Accounts.${column}`] });
		const { json } = await bench.run(
			inDivision('client', 'create', { name: 'Acme BV', additionalFields }),
		);
		expect(json).toMatchObject([{ created: true }]);
		expect(String(json[0]?._warnings)).toContain(`as ${column} instead of`);
	});
});
