import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { kinds, looks, writes } from './relationBench.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const { written, calls, existing, onlyOther } = looks(() => bench);
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A field, its wrong value, the code and what the message says of it. */
type Wrong = [string, INodeParameters, string, string];

const wrongForAll: Wrong[] = [
	['a country in words', { country: 'Belgium' }, 'PARAM_FORMAT', 'Country\' is "Belgium"'],
	['no email address', { email: 'acme.example' }, 'PARAM_FORMAT', "Email' is"],
	['two email addresses', { email: 'a@b.c; d@e.f' }, 'PARAM_FORMAT', "Email' is"],
	['a language in words', { language: 'Dutch' }, 'PARAM_FORMAT', "Language' is"],
	['no language at all', { language: 'qx' }, 'PARAM_FORMAT', "Language' is"],
	[
		'a wrong IBAN',
		{ accountNumber: 'NL92ABNA0417164300' },
		'PARAM_FORMAT',
		'Bank Account\' is "NL92ABNA0417164300", which is no valid IBAN',
	],
	['a short IBAN', { accountNumber: 'NL91' }, 'PARAM_FORMAT', 'no valid IBAN'],
	['a wrong BIC', { accountNumber: '12345', bic: 'KREDB' }, 'PARAM_FORMAT', "BIC' is"],
	['a BIC alone', { bic: 'KREDBEBB' }, 'PARAM_PAIR', "Bank Account' is empty"],
	['a holder alone', { bankAccountHolder: 'X' }, 'PARAM_PAIR', "Bank Account' is empty"],
	['a currency that is not used', { currency: by('code', 'XAU') }, 'CURRENCY', '"XAU"'],
	['an unknown payment term', { paymentTerm: by('code', '99') }, 'PAYMENT_TERM_UNKNOWN', '"99"'],
	['an unknown VAT code', { vatCode: by('code', 'X') }, 'VAT_UNKNOWN', '"X"'],
	['a blocked VAT code', { vatCode: by('code', '8') }, 'VAT_UNKNOWN', 'is 8, which is blocked'],
	['an unknown ledger account', { ledgerAccount: by('code', '1') }, 'GL_UNKNOWN', '"1"'],
	['a blocked one', { ledgerAccount: by('code', '4900') }, 'GL_BLOCKED', 'which is blocked'],
	['an unknown control account', { controlAccount: by('id', NOBODY) }, 'GL_UNKNOWN', NOBODY],
	['an unknown parent', { parent: by('code', '999999') }, 'PARTNER', '"999999"'],
	['a code that is too long', { code: '1234567890123456789' }, 'PARAM_FORMAT', 'too long'],
	['no number for the Peppol ID', { peppolIdentifierType: 'KVK' }, 'PARAM_FORMAT', 'Peppol ID'],
	[
		'a name that Exact does not know',
		{ additionalExactFields: { Fx: 1 } },
		'PARAM_FORMAT',
		'contains "Fx", which can not be written',
	],
	[
		'bank accounts through the back door',
		{ additionalExactFields: { BankAccounts: [] } },
		'PARAM_FORMAT',
		'"BankAccounts"',
	],
	['an ID of its own', { additionalExactFields: { ID: NOBODY } }, 'PARAM_FORMAT', '"ID"'],
];

const wrongParts: Wrong[] = [
	['an empty address', { addresses: { row: [{ type: 'postal' }] } }, 'PARAM_REQUIRED', 'Address 1'],
	[
		'the country of an address',
		{ addresses: { row: [{ city: 'X', country: 'NLD' }] } },
		'PARAM_FORMAT',
		"'Addresses > Address 1 > Country'",
	],
	[
		'a contact without last name',
		{ contacts: { row: [{ firstName: 'Ann' }] } },
		'PARAM_REQUIRED',
		"'Contacts > Contact 1 > Last Name' is empty",
	],
	[
		'the email of a contact',
		{ contacts: { row: [{ firstName: 'A', lastName: 'B', email: 'x' }] } },
		'PARAM_FORMAT',
		"'Contacts > Contact 1 > Email'",
	],
	[
		'two main contacts',
		{
			contacts: {
				row: [
					{ firstName: 'A', lastName: 'B', isMain: true },
					{ firstName: 'C', lastName: 'D', isMain: true },
				],
			},
		},
		'PARAM_PAIR',
		"'Contacts' name several main contacts",
	],
];

describe.each(kinds)('a $kind with wrong input', ({ kind, control }) => {
	beforeAll(async () => await bench.reset());
	beforeEach(async () => await bench.sandbox.clearLog());
	const { create, upsert, update } = writes(kind);

	/** Refused as it should be, and nothing was changed in Exact. */
	const refused = async (parameters: INodeParameters, code: string, text: string) => {
		const error = await bench.fail(parameters);
		expect([error.context.code, error.message]).toEqual([code, expect.stringContaining(text)]);
		expect(await written()).toEqual([]);
		return error;
	};

	it.each(wrongForAll)('create: %s', async (_, fields, code, text) => {
		await refused(create('Acme BV', fields), code, text);
	});

	it.each(wrongForAll)('create or update: %s', async (_, additionalFields, code, text) => {
		await refused(upsert('vatNumber', 'NL1', { additionalFields }), code, text);
	});

	it.each(wrongForAll)('update: %s', async (_, fields, code, text) => {
		await refused(update((await existing(kind)).ID, fields), code, text);
	});

	it.each(wrongParts)('below it: %s', async (_, parts, code, text) => {
		await refused(create('Acme BV', {}, parts), code, text);
	});

	it('a control account of another type', async () => {
		const words = kind === 'client' ? 'accounts receivable (20)' : 'accounts payable (22)';
		const other = kind === 'client' ? '1600' : '1300';
		const fields = { controlAccount: by('code', other) };
		await refused(
			create('Acme BV', fields),
			'GL_TYPE',
			`is ${other}, which is not of the type ${words}`,
		);
		expect(control).not.toBe(other);
	});

	it('a VAT code for the other side', async () => {
		const [code, use] = kind === 'client' ? ['9', 'purchases'] : ['7', 'sales'];
		const fields = { vatCode: by('code', code) };
		await refused(create('Acme BV', fields), 'VAT_UNKNOWN', `which is for ${use} only`);
	});

	it.each(['', '   '])('no name: "%s"', async (name) => {
		await refused(create(name), 'PARAM_REQUIRED', "'Name' is empty");
		await refused(upsert('code', '1', { name }), 'PARAM_REQUIRED', "'Name' is empty");
	});

	it('no value to match by, whatever is in the fields', async () => {
		const fields = { additionalFields: { vatNumber: 'NL1' } };
		await refused(upsert('vatNumber', '', fields), 'PARAM_REQUIRED', "'Match Value' is empty");
		expect(await calls()).toEqual([]);
	});

	it('two values for the key', async () => {
		const fields = { additionalFields: { vatNumber: 'NL1' } };
		await refused(upsert('vatNumber', 'NL2', fields), 'PARAM_PAIR', '\'Match Value\' is "NL2"');
	});

	it('a visiting address in two places', async () => {
		const parts = { addresses: { row: [{ type: 'visit', city: 'X' }] } };
		await refused(create('Acme BV', { city: 'Y' }, parts), 'PARAM_PAIR', 'Address 1');
	});

	it('nothing to update', async () => {
		const { ID } = await existing(kind);
		const error = await refused(update(ID), 'PARAM_REQUIRED', "'Update Fields' are empty");
		expect(error.description).toContain('Set at least one field to update.');
	});

	it('a relation that is not there, or has the other role only', async () => {
		const other = await onlyOther(kind);
		for (const operation of ['update', 'delete']) {
			const run = (mode: 'id' | 'code', value: unknown) =>
				inDivision(kind, operation, {
					relation: by(mode, String(value)),
					updateFields: { phone: '1' },
				});
			await refused(run('id', NOBODY), 'NOT_FOUND', `no such relation in division ${NL}`);
			await refused(run('code', '999999'), 'NOT_FOUND', 'is 999999');
			await refused(run('id', other.ID), 'ROLE', `is not a ${kind}`);
			await refused(run('id', '1001'), 'ID_FORMAT', '"1001"');
		}
		const counted = (await bench.sandbox.log()).filter((entry) => entry.counted.error);
		expect(counted).toEqual([]);
	});

	it('says everything that is wrong at once, and writes nothing of the other items', async () => {
		const error = await bench.fail(
			create('={{ $json.name }}', { country: '={{ $json.country }}' }),
			{ items: [{ name: 'Good BV', country: 'NL' }, { country: 'Belgium' }] },
		);
		expect(error.message).toBe("'Name' is empty (and 1 more)");
		expect(error.context.itemIndex).toBe(1);
		const second = create('', { country: 'Belgium', accountNumber: 'NL00' });
		const { context } = await bench.fail(second);
		expect(context.details?.problems).toMatchObject([
			{ field: 'Name', code: 'PARAM_REQUIRED' },
			{ field: 'Additional Fields > Country' },
			{ field: 'Additional Fields > Bank Account' },
		]);
		expect(await written()).toEqual([]);
	});

	it('writes the good items and explains the bad ones with Continue', async () => {
		await bench.reset();
		const { json } = await bench.run(create('={{ $json.name }}', { country: 'NL' }), {
			items: [{ name: 'One BV' }, { name: '' }, { name: 'Two BV' }],
			continueOnFail: true,
		});
		expect(json).toMatchObject([
			{ name: 'One BV', isNew: true },
			{ code: 'PARAM_REQUIRED' },
			{ name: 'Two BV', isNew: true },
		]);
	});
});
