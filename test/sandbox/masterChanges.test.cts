import { begin, books, keepBooks, nobody, sandbox } from './entryBooks.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';

/*
 * Cost centers, cost units, projects, ledger accounts, journals and contacts as they are made and changed:
 * mandatory fields and verbs from Exact's reference, texts as Exact words them.
 */

keepBooks();

const both = ['strict', 'lenient'] as const;
const representation = { Prefer: 'return=representation' };

async function created(path: string, body: object): Promise<Row> {
	const { status, row, error } = await books.api.post(path, body, representation);
	if (status !== 201) throw new Error(`${status} ${error}`);
	return row;
}

const at = (path: string, row: Row) => `${path}(guid'${String(row['ID'])}')`;
const refusal = async (path: string, body: object) => {
	const { status, error } = await books.api.post(path, body);
	return `${status} ${error}`;
};

/** What each of them needs; the values after it are those of a PUT. */
const masters: Array<[path: string, body: object, change: object, mandatory: string[]]> = [
	...['hrm/Costcenters', 'hrm/Costunits'].map((path): (typeof masters)[number] => [
		path,
		{ Code: 'NEW', Description: 'Nieuw' },
		{ Description: 'Anders', EndDate: '/Date(1767225600000)/' },
		['Code', 'Description'],
	]),
	[
		'project/Projects',
		{ Code: 'NEW', Description: 'Nieuw', Type: 4 },
		{ Code: 'NEWER', Description: 'Anders', EndDate: '/Date(1767225600000)/' },
		['Code', 'Description', 'Type'],
	],
	[
		'financial/GLAccounts',
		{ Code: '4610', Description: 'Nieuw', Type: 121, BalanceType: 'W', BalanceSide: 'D' },
		{ Description: 'Anders', IsBlocked: true, Type: 125 },
		['Code', 'Description'],
	],
	[
		'financial/Journals',
		{ Code: '95', Description: 'Nieuw', Type: 90 },
		{ Description: 'Anders', IsBlocked: true, AllowVAT: true },
		['Code', 'Description', 'Type'],
	],
];

describe.each(both)('%s', (profile) => {
	beforeEach(() => begin(profile));

	test.each(masters)('%s: POST, then a partial PUT', async (path, body, change) => {
		const row = await created(path, body);
		expect(row).toMatchObject(body);
		const put = await books.api.put(at(path, row), change);
		expect([put.status, put.error]).toEqual([204, '']);
		expect((await books.api.get(at(path, row))).row).toMatchObject({ ...body, ...change });
		expect((await books.api.remove(at(path, row))).status).toBe(204);
	});

	test.each(masters)('%s: what is missing or taken', async (path, body, _, mandatory) => {
		const all = mandatory.map((name) => `Mandatory: ${name}`).join('\r\n');
		expect(await refusal(path, {})).toBe(`500 ${all}`);
		const row = await created(path, body);
		expect(await refusal(path, body)).toBe('500 Data already exists');
		for (const name of mandatory) {
			const emptied = await books.api.put(at(path, row), { [name]: null });
			expect([emptied.status, emptied.error]).toEqual([500, `Mandatory: ${name}`]);
		}
	});

	test('a contact needs an account and both names', async () => {
		const path = 'crm/Contacts';
		expect(await refusal(path, {})).toBe(
			'500 Mandatory: Account\r\nMandatory: First name\r\nMandatory: Last name',
		);
		const body = { Account: books.partner.sales, FirstName: 'An', LastName: 'Smit' };
		expect(await refusal(path, { ...body, Account: nobody })).toMatch(/^500 Invalid reference:/);
		const row = await created(path, { ...body, Email: 'an@smit.example', Phone: '020' });
		// Both columns show the same address.
		expect(row).toMatchObject({ BusinessEmail: 'an@smit.example', FullName: 'An Smit' });
		expect(String(row['Code'])).toHaveLength(18);
		const change = { LastName: 'Smit-Bos', BusinessEmail: 'an@bos.example' };
		expect((await books.api.put(at(path, row), change)).status).toBe(204);
		expect((await books.api.get(at(path, row))).row).toMatchObject({
			...{ ...change, Email: 'an@bos.example', FirstName: 'An', Phone: '020' },
			Code: row['Code'],
		});
		expect((await books.api.put(at(path, row), { LastName: null })).error).toBe(
			'Mandatory: Last name',
		);
	});
});

describe('codes of cost centers and cost units', () => {
	// The reference allows a PUT of Code; Exact has a function of its own to recode.
	test.each(['hrm/Costcenters', 'hrm/Costunits'])('%s', async (path) => {
		const changed = async () => {
			const row = await created(path, { Code: 'OLD', Description: 'x' });
			const { status, error } = await books.api.put(at(path, row), { Code: 'NEW' });
			const same = await books.api.put(at(path, row), { Code: status === 204 ? 'NEW' : 'OLD' });
			return [status, error, same.status];
		};
		await begin('strict');
		expect(await changed()).toEqual([500, 'Not allowed: Code', 204]);
		await begin('lenient');
		expect(await changed()).toEqual([204, '', 204]);
	});
});

describe('projects', () => {
	// Account "needed for 2, 3, 5 in practice", which is not proven.
	test.each([
		[1, false],
		[2, true],
		[3, true],
		[4, false],
		[5, true],
	])('of type %s', async (Type, wanted) => {
		const body = { Code: 'P9', Description: 'x', Type };
		await begin('strict');
		expect(await refusal('project/Projects', body)).toBe(
			wanted ? '500 Mandatory: Account' : '201 ',
		);
		await created('project/Projects', { ...body, Code: 'P8', Account: books.partner.sales });
		await begin('lenient');
		expect(await refusal('project/Projects', body)).toBe('201 ');
	});
});

describe('journals', () => {
	const path = 'financial/Journals';

	// Type 12 needs the number of the bank account, type 16 the provider (1 Adyen, 2 PayPal, 3 Stripe).
	test('of a bank and of a payment service', async () => {
		const [bank, service] = [12, 16].map((Type) => ({ Code: 'T1', Description: 'x', Type }));
		expect(await refusal(path, bank ?? {})).toBe('500 Mandatory: Bank account');
		const provider = 'Payment service provider';
		expect(await refusal(path, service ?? {})).toBe(`500 Mandatory: ${provider}`);
		expect(await refusal(path, { ...service, PaymentServiceProvider: 4 })).toBe(
			`500 Invalid: ${provider}`,
		);
		expect(await refusal(path, { ...service, PaymentServiceProvider: 2 })).toBe('201 ');
	});

	test('that is blocked takes no entries', async () => {
		const row = await created(path, { Code: '95', Description: 'x', Type: 90, IsBlocked: true });
		const lines = ['4000', '1700'].map((account, index) =>
			books.lineBody({ account, AmountFC: 1 - 2 * index }),
		);
		const body = { JournalCode: '95', GeneralJournalEntryLines: lines };
		const entries = 'generaljournalentry/GeneralJournalEntries';
		expect(await refusal(entries, body)).toBe('500 Blocked: Journal');
		await books.api.put(at(path, row), { IsBlocked: false });
		expect(await refusal(entries, body)).toBe('201 ');
		expect((await books.api.remove(at(path, row))).error).toBe(
			'Cannot delete: Journal - Used in: Entries',
		);
		const stored = await sandbox.records(companies.dutch, 'Journals');
		expect(stored.filter(({ Code }) => Code === '95')).toHaveLength(1);
	});
});
