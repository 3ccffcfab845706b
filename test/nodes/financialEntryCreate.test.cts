import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, expectBalanced, posted, SUPPLIER, type Line } from '../harness/invoices.cjs';
import {
	BANK,
	CASH,
	costs,
	entriesOf,
	money,
	moneyWith,
	paid,
	postings,
	received,
} from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { change } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const profiles = ['strict', 'lenient'] as const;
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const linesOf = ({ lines }: IDataObject) => lines as IDataObject[];
const bodyOf = async () => ((await posted(bench))[0] ?? {}) as Row & { BankEntryLines: Row[] };
const idOf = async (entity: string, code: string, division = NL) =>
	(await bench.sandbox.records(division, entity)).find(({ Code }) => String(Code).trim() === code)
		?.ID;

/** The ledger account for employees, and who is linked to a relation: Hendrik van Dam is. */
const employees = async () =>
	await bench.sandbox.insert(NL, 'GLAccounts', [
		{
			ID: '44444444-4444-4444-8444-000000000025',
			Code: '1720',
			Description: 'Medewerkers',
			Type: 25,
			BalanceType: 'B',
			BalanceSide: 'C',
		},
	]);

describe.each(profiles)('Financial Entry: Create, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const cases: ReadonlyArray<[string, readonly Line[], ReadonlyArray<[string, number]>]> = [
		['costs', [costs(-12.5)], [['9200', 12_50]]],
		['a refund of costs', [costs(12.5)], [['9200', -12_50]]],
		['what a client pays', [received(121)], [['1300', -121_00]]],
		['what a client is paid back', [received(-0.1)], [['1300', 10]]],
		['what a supplier is paid', [paid(-60.5)], [['1600', 60_50]]],
		['what a supplier pays back', [paid(0.3)], [['1600', -30]]],
		['an advance to an employee', [{ employee: '1', amount: -50 }], [['1720', 50_00]]],
		['what an employee pays back', [{ employee: '1', amount: 50 }], [['1720', -50_00]]],
		['a client on another account', [received(10, { controlAccount: '1301' })], [['1301', -10_00]]],
		[
			'cents that a double can not hold',
			[costs(-0.1), costs(-0.2)],
			[
				['9200', 10],
				['9200', 20],
			],
		],
		[
			'what cancels out',
			[costs(5), costs(-5)],
			[
				['9200', -5_00],
				['9200', 5_00],
			],
		],
		[
			'sales with VAT inside, of an excluding code',
			[costs(121, { ledgerAccount: '8020', vatCode: '4' })],
			[
				['8020', -100_00],
				['1500', -21_00],
			],
		],
		[
			'costs with VAT inside, of an including code',
			[costs(-10.9, { ledgerAccount: '4100', vatCode: '1' })],
			[
				['4100', 10_00],
				['1510', 90],
			],
		],
		[
			'VAT that was given, without the sign of the line',
			[costs(-121, { ledgerAccount: '4100', vatCode: '4', vatAmount: 20.99 })],
			[
				['4100', 100_01],
				['1510', 20_99],
			],
		],
		[
			'VAT that was given, with the sign of the line',
			[costs(-121, { ledgerAccount: '4100', vatCode: '4', vatAmount: -20.99 })],
			[
				['4100', 100_01],
				['1510', 20_99],
			],
		],
		[
			'a reverse charge',
			[costs(-100, { ledgerAccount: '7000', vatCode: '6' })],
			[
				['7000', 100_00],
				['1510', 21_00],
				['1500', -21_00],
			],
		],
		[
			'a refund under a code for purchases',
			[costs(121, { ledgerAccount: '4100', vatCode: '9' })],
			[
				['4100', -100_00],
				['1510', -21_00],
			],
		],
	];

	it.each(cases)('books %s, in the bank and in the cash desk', async (_, lines, expected) => {
		await employees();
		for (const journal of [BANK, CASH] as const) {
			const own = journal === BANK ? '1100' : '1000';
			const entry = await one(money(lines, { journal: by('code', journal) }));
			const sum = lines.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0);
			expect(await postings(bench, entry.id)).toEqual([[own, sum], ...expected]);
			expect(entry).toMatchObject({
				...{ type: 'cashFlow', kind: journal === BANK ? 'bank' : 'cash', journal },
				...{ date: '2026-06-10', currency: 'EUR', isBalanced: true, alreadyBooked: false },
			});
			expect(entry).not.toHaveProperty('_warnings');
			const balance = Number(entry.closingBalance) - Number(entry.openingBalance);
			expect(Math.round(balance * 100)).toBe(sum);
		}
	});

	it('puts out what Get with its balances does', async () => {
		const entry = await one(money([received(121, { ourReference: '26700001' }), costs()]));
		const { alreadyBooked, ...rest } = entry;
		expect(alreadyBooked).toBe(false);
		const get = { entry: String(entry.id), options: { includeBalances: true } };
		expect(await one(inDivision('financialEntry', 'get', get))).toEqual(rest);
	});

	it('sends what was asked for, and nothing else', async () => {
		const line = received(121, {
			...{ description: 'Invoice paid', ourReference: '26700001' },
			...{ costCenter: 'VERK', costUnit: 'FIETS', project: 'P2026-01' },
		});
		await one(moneyWith({ bookingReference: 'B-1', openingBalance: 100 }, [line, costs()]));
		expect(await bodyOf()).toEqual({
			...{ JournalCode: BANK, Currency: 'EUR', FinancialYear: 2026, FinancialPeriod: 6 },
			...{ OpeningBalanceFC: 100, ClosingBalanceFC: 208.5 },
			BankEntryLines: [
				{
					...{ AmountFC: 121, Date: '2026-06-10', Description: 'Invoice paid', OurRef: 26700001 },
					...{ CostCenter: 'VERK', CostUnit: 'FIETS', Notes: 'B-1' },
					Account: await idOf('Accounts', CLIENT),
					GLAccount: await idOf('GLAccounts', '1300'),
					Project: await idOf('Projects', 'P2026-01'),
				},
				{
					...{ AmountFC: -12.5, Date: '2026-06-10' },
					GLAccount: await idOf('GLAccounts', '9200'),
				},
			],
		});
	});

	it("takes the relation's own control account first", async () => {
		const GLAR = await idOf('GLAccounts', '1301');
		const accounts = await bench.sandbox.records(NL, 'Accounts');
		const client = accounts.filter(({ Code }) => String(Code).trim() === CLIENT);
		await change(bench.sandbox, 'Accounts', client, () => ({ GLAR }));
		const entry = await one(money([received(121), received(1, { controlAccount: '1300' })]));
		expect(await postings(bench, entry.id)).toEqual([
			['1100', 122_00],
			['1301', -121_00],
			['1300', -1_00],
		]);
		expect(linesOf(entry)[1]).toMatchObject({ relationCode: CLIENT });
	});

	it('divides a line over the accounts of two plans', async () => {
		const distribution = [
			{ plan: 'costCenter', account: 'VERK', percentage: 60 },
			{ plan: 'costCenter', account: 'WERKPL', percentage: 40 },
			{ plan: 'costUnit', account: 'FIETS', percentage: 50 },
			{ plan: 'costUnit', account: 'EBIKE', percentage: 50 },
		];
		const entry = await one(money([costs(-0.1, { distribution })]));
		const shares = linesOf(entry).slice(1);
		expect(
			shares.map(({ costCenter, costUnit, amount }) => [costCenter, costUnit, amount]),
		).toEqual([
			['VERK', 'FIETS', 0.03],
			['VERK', 'EBIKE', 0.03],
			['WERKPL', 'FIETS', 0.02],
			['WERKPL', 'EBIKE', 0.02],
		]);
	});

	it('takes the lines of the form: of a ledger account, a client, a supplier, an employee', async () => {
		await employees();
		const row = [
			{ amount: -12.5, ledgerAccount: by('code', '9200'), more: { description: 'Fee' } },
			{ accountType: 'client', amount: 121, client: by('code', CLIENT) },
			// What was chosen before the type was changed does not count.
			{
				...{ accountType: 'supplier', amount: -60.5, client: by('code', CLIENT) },
				...{ supplier: by('code', SUPPLIER), more: { ourReference: '26600001' } },
			},
			{ accountType: 'employee', amount: -1, employee: by('code', '1') },
		];
		const entry = await one(money([], { specifyLines: 'fields', lines: { row } }));
		expect(await postings(bench, entry.id)).toEqual([
			['1100', 47_00],
			['9200', 12_50],
			['1300', -121_00],
			['1600', 60_50],
			['1720', 1_00],
		]);
		expect(linesOf(entry)[1]).toMatchObject({ description: 'Fee' });
	});

	it('finds employees for the list of the form', async () => {
		const { results } = await bench.search(
			'searchEmployees',
			inDivision('financialEntry', 'create'),
		);
		expect(results.map(({ name }) => name)).toContain('Saskia Bouwman (2)');
	});

	it('works in the Belgian company, whose year begins in July', async () => {
		const lines = [
			{ ledgerAccount: '650000', amount: -3.5 },
			{ employee: '1', amount: -20, controlAccount: '455000' },
		];
		const [linked] = await bench.sandbox.records(BE, 'Accounts');
		const staff = await bench.sandbox.records(BE, 'Employees');
		const [first] = staff.filter(({ Code }) => Code === '1');
		const changed: Row = { ...first, Customer: linked?.ID };
		delete changed.Timestamp;
		await bench.sandbox.insert(BE, 'Employees', [changed]);
		const where = { division: by('id', BE), journal: by('code', '50') };
		const entry = await one(money(lines, where));
		expect(entry).toMatchObject({ year: 2026, period: 12, debit: 23.5 });
		expect(await postings(bench, entry.id, BE)).toEqual([
			['550000', -23_50],
			['650000', 3_50],
			['455000', 20_00],
		]);
	});
});

describe('the currency', () => {
	beforeEach(async () => await bench.reset());
	const dollars = { currency: by('code', 'USD') };

	it.each<[string, INodeParameters, number, number[]]>([
		["Exact's own rate", dollars, 0.9, [-90, 90]],
		['a rate of its own', { ...dollars, exchangeRate: 0.8 }, 0.8, [-80, 80]],
	])('may be another one, with %s', async (_, given, rate, amounts) => {
		const entry = await one(moneyWith({ ...given, openingBalance: 0 }, [costs(-100)]));
		expect(entry).toMatchObject({ currency: 'USD', exchangeRate: rate, closingBalance: -100 });
		expect(linesOf(entry).map((line) => line.amountInDivisionCurrency)).toEqual(amounts);
		expect(entry).not.toHaveProperty('_warnings');
	});

	it('has a balance of its own in the journal', async () => {
		const [first] = await entriesOf(bench, BANK);
		expect(first).toMatchObject({ Currency: 'EUR' });
		const given = moneyWith(dollars, [costs(-100)]);
		expect(await one(given)).toMatchObject({ openingBalance: 0, closingBalance: -100 });
		expect(await one(given)).toMatchObject({ openingBalance: -100, closingBalance: -200 });
	});

	it('may have no decimals', async () => {
		const yen = { currency: by('code', 'JPY') };
		expect(await one(moneyWith(yen, [costs(-1500)]))).toMatchObject({ closingBalance: -1500 });
		const error = await bench.fail(moneyWith(yen, [costs(-0.5)]));
		expect(error.message).toBe("'Line 1 > Amount' is -0.5");
	});
});
