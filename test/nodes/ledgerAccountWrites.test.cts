import type { INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	bench,
	byCode,
	byId,
	calls,
	coded,
	neverTwice,
	NOBODY,
	preview,
	profiles,
	refused,
	startBench,
	use,
	writes,
	written,
} from './masterWriting.cjs';

startBench();
const { create, update } = writes('ledgerAccount');
const fresh = (more: INodeParameters = {}, fields: INodeParameters = {}) =>
	create({ code: '4950', name: 'Insurance', type: 'expense', ...more }, fields);
const change = (code: string, fields: INodeParameters) =>
	update({ ledgerAccount: byCode(code) }, fields);

describe.each(profiles)('ledger accounts, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('creates one and returns it as Get does', async () => {
		const fields = {
			searchCode: 'INS',
			vatCode: byCode('4'),
			costCenter: byCode('ALG'),
			costCenterUse: 'mandatory',
			costUnit: byCode('FIETS'),
			costUnitUse: 'no',
			isMatched: true,
			isActive: false,
			additionalExactFields: { Compress: true },
		};
		const { json } = await bench.run(fresh({}, fields));
		const get = { resource: 'ledgerAccount', operation: 'get', division: by('id', NL) };
		const got = await bench.run({ ...get, ledgerAccount: byCode('4950') });
		expect(json).toEqual([{ ...got.json[0], isNew: true, isUpdated: false }]);
		expect(json[0]).toMatchObject({
			...{ code: '4950', name: 'Insurance', type: 'salesGeneralAdministrative' },
			...{ category: 'expense', balanceType: 'profitAndLoss', balanceSide: 'debit' },
			...{ searchCode: 'INS', vatCode: '4', costCenter: 'ALG', costCenterUse: 'mandatory' },
			...{ costUnit: 'FIETS', costUnitUse: 'no', isMatched: true, isBlocked: true },
		});
		expect(await coded('GLAccounts', '4950')).toMatchObject({ Compress: true });
		expect(await written()).toEqual(['POST financial/GLAccounts 201']);
	});

	// The words of the coverage list, with Exact's number, and where such accounts stand.
	it.each([
		['bank', 12, 'B', 'D'],
		['cash', 10, 'B', 'D'],
		['otherFinancial', 14, 'B', 'C'],
		['receivable', 20, 'B', 'D'],
		['payable', 22, 'B', 'C'],
		['vat', 24, 'B', 'C'],
		['income', 110, 'W', 'C'],
		['expense', 121, 'W', 'D'],
		['otherExpense', 130, 'W', 'D'],
		['other', 90, 'B', 'D'],
	])('the type %s is %s, %s, %s', async (type, Type, BalanceType, BalanceSide) => {
		const { json } = await bench.run(fresh({ type }));
		expect(json).toMatchObject([{ category: type, isNew: true }]);
		expect(await coded('GLAccounts', '4950')).toMatchObject({ Type, BalanceType, BalanceSide });
	});

	it('takes the words of Exact, and another place than the usual one', async () => {
		const fields = { exactType: 'fixedAssets', balanceSide: 'credit' };
		const { json } = await bench.run(fresh({ type: 'other' }, fields));
		expect(json).toMatchObject([
			{ type: 'fixedAssets', balanceType: 'balanceSheet', balanceSide: 'credit' },
		]);
		const income = { balanceType: 'profitAndLoss', balanceSide: 'credit' };
		const general = await bench.run(fresh({ type: 'other', code: '8900' }, income));
		expect(general.json).toMatchObject([{ type: 'general', category: 'income' }]);
	});

	it('creates many with the look-ups, one look and one read-back for 40', async () => {
		const items = Array.from({ length: 41 }, (_, n) => ({ n }));
		const parameters = fresh({ code: '={{ "46" + $json.n }}' }, { vatCode: byCode('4') });
		await bench.run(parameters, { items });
		const made = await calls();
		expect(made.filter((call) => call === 'POST financial/GLAccounts 201')).toHaveLength(41);
		expect(made.filter((call) => call.startsWith('GET'))).toEqual([
			'GET bulk/Financial/GLAccounts 200',
			'GET bulk/Financial/GLAccounts 200',
			'GET vat/VATCodes 200',
			'GET bulk/Financial/GLAccounts 200',
			'GET bulk/Financial/GLAccounts 200',
		]);
	});

	it('a code that is there is an error, or used where it agrees', async () => {
		const owner = await coded('GLAccounts', '4500');
		const [code, says] = await refused(fresh({ code: '4500' }));
		expect(code).toBe('CONFLICT');
		expect(says).toContain(`4500 'Energie' (ID ${String(owner?.ID)})`);
		expect(says).toContain('with name "Energie" instead of "Insurance"');
		const same = { code: '4500', name: 'Energie', ...use };
		const { json } = await bench.run(fresh(same));
		expect(json).toMatchObject([{ id: owner?.ID, isNew: false, isUpdated: false }]);
		const [other, differs] = await refused(fresh({ ...same, type: 'income' }));
		expect(other).toBe('CONFLICT');
		expect(differs).toContain('type "salesGeneralAdministrative" instead of "revenue"');
	});

	it('compares what is rarely written as well, before it says that one agrees', async () => {
		const same = (Compress: boolean) =>
			fresh({ code: '4500', name: 'Energie', ...use }, { additionalExactFields: { Compress } });
		await bench.run(change('4500', { additionalExactFields: { Compress: true } }));
		expect((await bench.run(same(true))).json).toMatchObject([{ isNew: false }]);
		expect((await refused(same(false)))[0]).toBe('CONFLICT');
	});

	it('changes what was given and nothing else', async () => {
		const before = await coded('GLAccounts', '4400');
		const { json } = await bench.run(change('4400', { name: 'Ads', isActive: 'false' }));
		expect(json).toMatchObject([
			{ id: before?.ID, name: 'Ads', isBlocked: true, costCenterUse: 'mandatory', isUpdated: true },
		]);
		const path = 'bulk/Financial/GLAccounts';
		expect(await calls()).toEqual([
			`GET ${path} 200`,
			'PUT financial/GLAccounts 204',
			`GET ${path} 200`,
		]);
		const again = await bench.run(change('4400', { name: 'Ads', isActive: false }));
		expect(again.json).toMatchObject([{ name: 'Ads', isUpdated: false }]);
		expect(await calls()).toEqual([`GET ${path} 200`]);
	});

	it('another type moves it to where such accounts stand', async () => {
		const { json } = await bench.run(change('4500', { type: 'payable' }));
		expect(json).toMatchObject([
			{ type: 'accountsPayable', balanceType: 'balanceSheet', balanceSide: 'credit' },
		]);
		await bench.run(change('4200', { type: 'expense', balanceSide: 'credit' }));
		expect(await coded('GLAccounts', '4200')).toMatchObject({ BalanceSide: 'C' });
		const same = await bench.run(change('4200', { type: 'expense' }));
		expect(same.json).toMatchObject([{ balanceSide: 'credit', isUpdated: false }]);
	});

	it('shows what it would send, and sends nothing', async () => {
		const { json } = await bench.run(fresh(preview));
		expect(json).toMatchObject([
			{
				preview: true,
				isNew: true,
				body: { Code: '4950', Type: 121, BalanceType: 'W', BalanceSide: 'D' },
			},
		]);
		expect(await written()).toEqual([]);
	});

	it.each<[string, INodeParameters, string, string]>([
		['an unknown VAT code', fresh({}, { vatCode: byCode('X') }), 'VAT_UNKNOWN', '"X"'],
		['a blocked VAT code', fresh({}, { vatCode: byCode('8') }), 'VAT_UNKNOWN', 'is blocked'],
		['an unknown cost center', fresh({}, { costCenter: byCode('X') }), 'ANALYTIC_UNKNOWN', '"X"'],
		['an unknown type', fresh({ type: 'asset' }), 'PARAM_FORMAT', 'Choose one of bank'],
		[
			'types that contradict',
			fresh({}, { exactType: 'inventory' }),
			'PARAM_PAIR',
			'Choose other as the type',
		],
		['no such account', change('9999', { name: 'x' }), 'NOT_FOUND', '"9999"'],
		['no such ID', update({ ledgerAccount: byId(NOBODY) }, { name: 'x' }), 'NOT_FOUND', NOBODY],
		['nothing to change', change('4500', {}), 'PARAM_REQUIRED', 'Set at least one field'],
		['a code that is taken', change('4500', { code: '4000' }), 'CONFLICT', "4000 'Huisvesting'"],
	])('%s', async (_, parameters, code, text) => {
		expect(await refused(parameters)).toEqual([code, expect.stringContaining(text)]);
	});
});

describe('what Exact did not keep', () => {
	it('is a warning', async () => {
		await bench.reset();
		await bench.sandbox.settings({ drop: ['GLAccounts.SearchCode'] });
		const { json } = await bench.run(fresh({}, { searchCode: 'KEY' }));
		expect(String(json[0]?._warnings)).toContain('as SearchCode instead of "KEY"');
	});

	it('a read-back that is refused is a warning as well', async () => {
		await bench.reset();
		const match = { path: 'bulk/Financial/GLAccounts' };
		const fault = { kind: 'status', status: 403 } as const;
		await bench.sandbox.faults([{ match, skip: 1, fault }]);
		const { json } = await bench.run(fresh());
		expect(json).toMatchObject([{ code: '4950', isNew: true }]);
		expect(String(json[0]?._warnings)).toContain('could not be read back');
	});
});

neverTwice({
	entity: 'GLAccounts',
	path: 'financial/GLAccounts',
	create: fresh(),
	update: (id) => update({ ledgerAccount: byId(id) }, { name: 'Policies' }),
	changed: { Description: 'Policies' },
	isOne: ({ Code }) => Code === '4950',
});
