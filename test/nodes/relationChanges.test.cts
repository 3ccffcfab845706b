import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { cases, hasRole, IBAN, looks, writes } from './relationBench.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const { records, calls, written, account, named, onlyOther, make } = looks(() => bench);

describe.each(cases)('$kind, $profile sandbox', ({ kind, profile }) => {
	beforeEach(async () => await bench.reset(profile));
	const { upsert, update, remove } = writes(kind);

	it.each(['vatNumber', 'code', 'searchCode', 'chamberOfCommerce', 'email'])(
		'creates or updates by %s: made, then left alone, then changed',
		async (key) => {
			const value = { code: '99123', email: 'a@b.example' }[key] ?? 'NL55';
			const first = await bench.run(upsert(key, value, { additionalFields: { phone: '1' } }));
			expect(first.json).toMatchObject([{ isNew: true, isUpdated: false, phone: '1' }]);
			await bench.sandbox.clearLog();
			const second = await bench.run(upsert(key, value, { additionalFields: { phone: '1' } }));
			expect(second.json).toMatchObject([{ isNew: false, isUpdated: false }]);
			expect(await calls()).toEqual(['GET bulk/CRM/Accounts 200', 'GET bulk/CRM/Accounts 200']);
			const third = await bench.run(upsert(key, value, { additionalFields: { phone: '2' } }));
			expect(third.json).toMatchObject([{ isNew: false, isUpdated: true, phone: '2' }]);
			const put = (await bench.sandbox.log()).find(({ method }) => method === 'PUT');
			expect(put?.body).toEqual({ Phone: '2' });
			expect(await named('Acme BV')).toHaveLength(1);
		},
	);

	it('updates by ID, and never makes one by it', async () => {
		const other = await onlyOther(kind);
		const { json } = await bench.run(upsert('id', String(other.ID), { name: String(other.Name) }));
		expect(json).toMatchObject([{ id: other.ID, isUpdated: true }]);
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
		expect(json).toMatchObject([{ isNew: true }, { isUpdated: true }, { isUpdated: true }]);
		expect((await named('Acme BV')).map(({ Phone }) => Phone)).toEqual(['1']);
	});

	it('changes a bank account only when that is switched on', async () => {
		const { id } = await make(kind, { vatNumber: 'NL88', accountNumber: IBAN });
		const fields = { additionalFields: { accountNumber: 'BE68539007547034' } };
		const off = await bench.run(upsert('vatNumber', 'NL88', fields));
		expect(off.json).toMatchObject([{ isUpdated: false }]);
		expect(String(off.json[0]?._warnings)).toContain("switch on 'Update Bank Account'");
		expect(await records('BankAccounts', id)).toHaveLength(1);
		const on = { ...fields, options: { updateBankAccount: true } };
		await bench.run(upsert('vatNumber', 'NL88', on));
		const main = async () =>
			(await records('BankAccounts', id)).filter(({ Main }) => Main === true);
		expect(await main()).toMatchObject([{ BankAccount: 'BE68539007547034' }]);
		await bench.sandbox.clearLog();
		await bench.run(upsert('vatNumber', 'NL88', on));
		expect(await written()).toEqual([]);
		await bench.run(update(id, { accountNumber: IBAN }, { options: { updateBankAccount: true } }));
		expect(await main()).toMatchObject([{ BankAccount: 'NL91ABNA0417164300' }]);
		expect(await written()).toEqual(['PUT crm/BankAccounts 204']);
		expect(await records('BankAccounts', id)).toHaveLength(2);
	});

	it('updates only what was given, by code, and takes the state along with the country', async () => {
		const { id, code } = await make(kind, {
			country: 'NL',
			state: 'OV',
			city: 'Zwolle',
			phone: '1',
		});
		const { json } = await bench.run(
			inDivision(kind, 'update', {
				relation: by('code', String(code)),
				updateFields: { country: 'BE' },
			}),
		);
		expect(json).toMatchObject([{ id, isNew: false, isUpdated: true, phone: '1' }]);
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
		const { id } = await make(kind);
		const ended = await bench.run(update(id, { isActive: false }));
		expect(ended.json).toMatchObject([{ isUpdated: true, endDate: '2026-03-16' }]);
		const again = await bench.run(update(id, { isActive: 'false' }));
		expect(again.json).toMatchObject([{ isUpdated: false }]);
		const active = await bench.run(update(id, { isActive: true }));
		expect(active.json).toMatchObject([{ isUpdated: true, endDate: null, isActive: true }]);
	});

	it('leaves the day on which one has ended', async () => {
		const { id } = await make(kind, { additionalExactFields: { EndDate: '2024-12-31' } });
		const { json } = await bench.run(update(id, { isActive: 'false' }));
		expect(json).toMatchObject([{ isUpdated: false, endDate: '2024-12-31' }]);
	});

	it('changes the main address of a type, and of namesakes the one with the email', async () => {
		const { id } = await make(kind, {}, { addresses: { row: [{ type: 'postal', city: 'A' }] } });
		const row = (n: number) => ({ ID: `11111111-1111-4111-8111-00000000000${n}`, Account: id });
		await bench.sandbox.insert(NL, 'Addresses', [{ ...row(1), Type: 2, Main: false, City: 'B' }]);
		const person = (n: number) => ({ ...row(n), FirstName: 'Ann', LastName: 'Smit' });
		await bench.sandbox.insert(NL, 'Contacts', [
			{ ...person(1), Email: 'one@acme.example' },
			{ ...person(2), Email: 'two@acme.example' },
		]);
		const ann = { firstName: 'Ann', lastName: 'Smit', email: 'TWO@acme.example', phone: '2' };
		await bench.run(
			update(
				id,
				{},
				{
					addresses: { row: [{ type: 'postal', city: 'C' }] },
					contacts: { row: [ann] },
				},
			),
		);
		const postal = (await records('Addresses', id)).filter(({ Type }) => Type === 2);
		expect(postal.map(({ City, Main }) => [City, Main]).sort()).toEqual([
			['B', false],
			['C', true],
		]);
		const persons = await records('Contacts', id);
		expect(persons.map(({ Phone }) => Phone ?? null).sort()).toEqual(['2', null]);
		expect(persons.find(({ Phone }) => Phone === '2')).toMatchObject(row(2));
	});

	it('writes addresses and persons below one that is there: changed, added, never doubled', async () => {
		const { id } = await make(
			kind,
			{},
			{
				addresses: {
					row: [{ type: 'delivery', addressLine1: 'Dock 1', country: 'NL', state: 'OV' }],
				},
				contacts: { row: [{ firstName: 'Ann', lastName: 'Smit', email: 'ann@acme.example' }] },
			},
		);
		const parts = {
			addresses: {
				row: [
					{ type: 'delivery', addressLine1: 'Dock 2', country: 'BE' },
					{ type: 'delivery', addressLine1: 'Dock 3' },
					{ type: 'postal', addressLine1: 'PO Box 9' },
					{ type: 'visit', addressLine1: 'Front Door 1' },
				],
			},
			contacts: {
				row: [
					{ firstName: 'ann', lastName: 'Smit', phone: '5' },
					{ firstName: 'Bob', lastName: 'Bos', isMain: true },
				],
			},
		};
		const { json } = await bench.run(update(id, {}, parts));
		expect(json).toMatchObject([{ isUpdated: true, address: { line1: 'Front Door 1' } }]);
		const made = await written();
		expect(made).toEqual([
			'PUT crm/Accounts 204',
			'PUT crm/Addresses 204',
			'POST crm/Addresses 201',
			'POST crm/Addresses 201',
			'PUT crm/Contacts 204',
			'POST crm/Contacts 201',
			'PUT crm/Accounts 204',
		]);
		const again = await bench.run(update(id, {}, parts));
		expect(again.json).toMatchObject([{ isUpdated: false }]);
		expect(await written()).toEqual([]);
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
		const { id } = await make(kind, {
			additionalExactFields: { Fax: '1', StartDate: '2026-01-05' },
		});
		const same = { Fax: '1', StartDate: '2026-01-05' };
		const { json } = await bench.run(update(id, { additionalExactFields: same }));
		expect(json).toMatchObject([{ isUpdated: false }]);
		await bench.run(update(id, { additionalExactFields: '{"Fax": null}' }));
		expect((await account(id))?.Fax).toBeNull();
	});

	it('deletes one that nothing uses, once', async () => {
		const { id, code } = await make(kind);
		const { json } = await bench.run(remove(id), { items: [{}, {}] });
		const gone = { division: NL, id, code, name: 'Acme BV', deleted: true };
		expect(json).toEqual([gone, gone]);
		expect(await account(id)).toBeUndefined();
		expect(await calls()).toEqual(['GET bulk/CRM/Accounts 200', 'DELETE crm/Accounts 204']);
		const error = await bench.fail(remove(id));
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
		const error = await bench.fail(remove(Account));
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toContain('it is used in: ');
	});
});
