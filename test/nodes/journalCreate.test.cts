import type { INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	bench,
	byCode,
	calls,
	coded,
	hit,
	neverTwice,
	preview,
	profiles,
	refused,
	startBench,
	use,
	writes,
	written,
} from './masterWriting.cjs';

startBench();
const IBAN = 'NL91 ABNA 0417 1643 00';
const { create } = writes('journal');
const fresh = (type: string, more: INodeParameters = {}, fields: INodeParameters = {}) =>
	create({ code: '25', name: 'New journal', type, ...more }, fields);
const bank = { ledgerAccount: byCode('1100'), bankAccount: IBAN };

describe.each(profiles)('journals, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, number, INodeParameters]>([
		['cash', 10, { ledgerAccount: byCode('1000') }],
		['bank', 12, bank],
		['paymentService', 16, { ledgerAccount: byCode('1150'), paymentService: 'stripe' }],
		['sales', 20, { ledgerAccount: byCode('1301') }],
		['salesReturn', 21, {}],
		['purchase', 22, { ledgerAccount: byCode('1601') }],
		['purchaseReturn', 23, { ledgerAccount: byCode('1600') }],
		['general', 90, {}],
	])('creates one of the type %s, as Get Many shows it', async (type, Type, more) => {
		const { json } = await bench.run(fresh(type, more));
		const list = { resource: 'journal', operation: 'getAll', division: by('id', NL) };
		const got = await bench.run({ ...list, returnAll: true });
		const same = got.json.find(({ code }) => code === '25');
		expect(json).toEqual([{ ...same, isNew: true, isUpdated: false }]);
		expect(json[0]).toMatchObject({ type, name: 'New journal', currency: 'EUR' });
		expect(await coded('Journals', '25')).toMatchObject({ Type });
		expect(await written()).toEqual(['POST financial/Journals 201']);
	});

	it('keeps all that was given', async () => {
		const fields = {
			allowOtherCurrencies: true,
			allowOtherExchangeRates: false,
			allowVat: true,
			currency: byCode('USD'),
			paymentInTransitAccount: byCode('1150'),
			additionalExactFields: { AutoSave: true },
		};
		const { json } = await bench.run(fresh('bank', bank, fields));
		expect(json).toMatchObject([
			{
				...{ bankAccount: 'NL91ABNA0417164300', ledgerAccount: '1100', currency: 'USD' },
				...{ allowsOtherCurrencies: true, allowsOtherExchangeRates: false, allowsVat: true },
			},
		]);
		expect(json[0]).not.toHaveProperty('_warnings');
		const transit = await coded('GLAccounts', '1150');
		expect(await coded('Journals', '25')).toMatchObject({
			PaymentInTransitAccount: transit?.ID,
			AutoSave: true,
		});
		const service = { code: '26', ledgerAccount: byCode('1150'), paymentService: 'payPal' };
		await bench.run(fresh('paymentService', service, { providerAccount: 'shop' }));
		expect(await coded('Journals', '26')).toMatchObject({
			PaymentServiceProvider: 2,
			PaymentServiceAccountIdentifier: 'shop',
		});
	});

	it('looks everything up once, and reads back once', async () => {
		const items = [{ code: '25' }, { code: '26' }, { code: '27' }];
		await bench.run(fresh('cash', { code: '={{ $json.code }}', ledgerAccount: byCode('1000') }), {
			items,
		});
		expect(await calls()).toEqual([
			'GET financial/Journals 200',
			'GET bulk/Financial/GLAccounts 200',
			...items.map(() => 'POST financial/Journals 201'),
			'GET financial/Journals 200',
		]);
	});

	it('a code that is there is an error, or used where it agrees', async () => {
		const owner = await coded('Journals', '90');
		const [code, says] = await refused(fresh('general', { code: '90' }));
		expect(code).toBe('CONFLICT');
		expect(says).toContain(`journal 90 'Memoriaal' (ID ${String(owner?.ID)})`);
		const same = { code: '90', name: 'Memoriaal', ...use };
		const { json } = await bench.run(fresh('general', same));
		expect(json).toMatchObject([{ id: owner?.ID, isNew: false, isUpdated: false }]);
		const [other, differs] = await refused(fresh('sales', same));
		expect([other, differs]).toEqual([
			'CONFLICT',
			expect.stringContaining('type "general" instead of "sales"'),
		]);
	});

	it('shows what it would send, and sends nothing', async () => {
		const { json } = await bench.run(fresh('bank', { ...bank, ...preview }));
		const body = { Code: '25', Type: 12, BankAccountIncludingMask: 'NL91ABNA0417164300' };
		expect(json).toMatchObject([{ preview: true, isNew: true, path: 'financial/Journals', body }]);
		expect(await written()).toEqual([]);
	});

	it.each<[string, INodeParameters, string, string]>([
		[
			'a bank journal without number',
			fresh('bank', { ledgerAccount: byCode('1100') }),
			'PARAM_REQUIRED',
			"'Bank Account' is empty",
		],
		[
			'a bank journal without account',
			fresh('bank', { bankAccount: IBAN }),
			'PARAM_REQUIRED',
			"'Ledger Account' is empty",
		],
		[
			'a cash journal without account',
			fresh('cash'),
			'PARAM_REQUIRED',
			"'Ledger Account' is empty",
		],
		[
			'a wrong IBAN',
			fresh('bank', { ...bank, bankAccount: 'NL92ABNA0417164300' }),
			'PARAM_FORMAT',
			'no valid IBAN',
		],
		[
			'no payment service',
			fresh('paymentService', { ledgerAccount: byCode('1150') }),
			'PARAM_REQUIRED',
			"'Payment Service' is none",
		],
		[
			'a payment service elsewhere',
			fresh('general', { paymentService: 'adyen' }),
			'PARAM_PAIR',
			"'Payment Service' is given",
		],
		['a number elsewhere', fresh('sales', { bankAccount: IBAN }), 'PARAM_PAIR', "'Bank Account'"],
		[
			'a general journal with account',
			fresh('general', { ledgerAccount: byCode('1150') }),
			'PARAM_PAIR',
			'the type general has none',
		],
		[
			'sales on the account of suppliers',
			fresh('sales', { ledgerAccount: byCode('1600') }),
			'GL_TYPE',
			'accounts receivable (20)',
		],
		[
			'purchases on the account of clients',
			fresh('purchaseReturn', { ledgerAccount: byCode('1300') }),
			'GL_TYPE',
			'accounts payable (22)',
		],
		['an unknown account', fresh('cash', { ledgerAccount: byCode('1') }), 'GL_UNKNOWN', '"1"'],
		['a blocked account', fresh('cash', { ledgerAccount: byCode('4900') }), 'GL_BLOCKED', '4900'],
		['an unknown currency', fresh('general', {}, { currency: byCode('XAU') }), 'CURRENCY', 'XAU'],
		['an unknown type', fresh('bookkeeping'), 'PARAM_FORMAT', 'Choose one of bank'],
	])('%s', async (_, parameters, code, text) => {
		expect(await refused(parameters)).toEqual([code, expect.stringContaining(text)]);
	});
});

describe('a code that somebody else takes in the meantime', () => {
	it('is told as what it is', async () => {
		await bench.reset();
		const body = { error: { message: { value: 'Data already exists' } } };
		await hit('POST', 'financial/Journals', { kind: 'status', status: 500, body });
		const error = await bench.fail(fresh('general'));
		expect(error.context).toMatchObject({
			code: 'CONFLICT',
			details: { exactText: 'Data already exists' },
		});
		expect(await written()).toHaveLength(1);
	});
});

neverTwice({
	entity: 'Journals',
	path: 'financial/Journals',
	create: fresh('general'),
	isOne: ({ Code }) => Code === '25',
});
