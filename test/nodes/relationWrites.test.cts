import { BE, by, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { cases, hasRole, IBAN, looks, writes } from './relationBench.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const { records, calls, written, account, named, existing, onlyOther } = looks(() => bench);

describe.each(cases)(
	'$kind, $profile sandbox',
	({ kind, profile, side, control, controlColumn }) => {
		beforeEach(async () => await bench.reset(profile));
		const { create, upsert } = writes(kind);

		it('creates one with everything below it, in order, and says what it is', async () => {
			const parent = await existing(kind);
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
				isNew: true,
				isUpdated: false,
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
			const made = await written();
			expect(made).toEqual([
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
			const owner = await existing(kind);
			const vatNumber = String(owner.VATNumber);
			const spaced = `${vatNumber.slice(0, 2)} ${vatNumber.slice(2, 6)}.${vatNumber.slice(6)}`;
			const error = await bench.fail(create('Acme BV', { vatNumber: spaced }));
			expect(error.context.code).toBe('CONFLICT');
			expect(error.message).toContain(
				`already belongs to relation ${String(owner.Code)} '${String(owner.Name)}' (ID ${String(owner.ID)})`,
			);
			expect(error.description).toContain('Create or Update');
			expect(await written()).toEqual([]);
		});

		it('uses the existing one, or creates another, when that is chosen', async () => {
			const owner = await existing(kind);
			const vatNumber = String(owner.VATNumber);
			const contacts = { row: [{ firstName: 'Ann', lastName: 'Smit' }] };
			const run = (ifVatNumberExists: string) =>
				bench.run(
					create(
						'Acme BV',
						{ vatNumber, email: 'x@y.z', accountNumber: IBAN },
						{ contacts, options: { ifVatNumberExists } },
					),
				);
			expect((await run('use')).json).toMatchObject([
				{ id: owner.ID, isNew: false, isUpdated: false },
			]);
			expect((await account(owner.ID))?.Email).toBe(owner.Email);
			expect(await written()).toEqual([]);
			expect((await run('create')).json).toMatchObject([{ name: 'Acme BV', isNew: true }]);
			const several = await bench.fail(
				create('Acme BV', { vatNumber }, { options: { ifVatNumberExists: 'use' } }),
			);
			expect(several.context.code).toBe('AMBIGUOUS');
		});

		it('points to Create or Update when a relation has the other role only', async () => {
			const other = await onlyOther(kind);
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
			expect(json).toMatchObject([{ id: other.ID, isNew: false, isUpdated: true }]);
			expect(hasRole(kind, await account(other.ID))).toBe(true);
		});

		it('creates once for two items of a run with the same VAT number', async () => {
			const items = [{ vat: 'NL1' }, { vat: 'nl 1' }];
			const fields = { vatNumber: '={{ $json.vat }}' };
			const { json } = await bench.run(create('Acme BV', fields), { items, continueOnFail: true });
			expect(json).toMatchObject([{ isNew: true }, { code: 'CONFLICT' }]);
			expect(await named('Acme BV')).toHaveLength(1);
			const use = { options: { ifVatNumberExists: 'use' } };
			const again = await bench.run(create('Acme BV', { vatNumber: 'NL2' }, use), {
				items: [{}, {}],
			});
			expect(again.json).toMatchObject([{ isNew: true }, { isNew: false, isUpdated: false }]);
			expect(again.json[0]?.id).toBe(again.json[1]?.id);
		});

		it("takes a field by Exact's own name as well as by its own", async () => {
			const additionalExactFields = { Email: 'a@b.example', Remarks: 'x' };
			const { json } = await bench.run(create('Acme BV', { additionalExactFields, remarks: 'y' }));
			expect(json).toMatchObject([{ email: 'a@b.example', remarks: 'y' }]);
		});

		it('gives raw rows and selected fields', async () => {
			const raw = await bench.run({ ...create('Raw BV'), output: 'raw' });
			expect(raw.json[0]).toMatchObject({ Division: NL, Name: 'Raw BV', isNew: true });
			const selected = { output: 'selected', fieldsToReturn: ['name'] };
			const { json } = await bench.run({ ...create('Few BV'), ...selected });
			expect(Object.keys(json[0] ?? {}).sort()).toEqual([
				'division',
				'id',
				'isNew',
				'isUpdated',
				'name',
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
		const { json } = await bench.run(writes('client').create('Acme BV', additionalFields));
		expect(json).toMatchObject([{ isNew: true }]);
		expect(String(json[0]?._warnings)).toContain(`as ${column} instead of`);
	});
});
