import type { INodeParameters } from 'n8n-workflow';
import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { codesOf, endpoints, id, rows } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const accounts = (filters: INodeParameters = {}, more: INodeParameters = {}) =>
	inDivision('ledgerAccount', 'getAll', { returnAll: true, filters, ...more });
const journals = (more: INodeParameters = {}) =>
	inDivision('journal', 'getAll', { returnAll: true, ...more });
const fromLedger = { includeNextNumber: true, includeCounterpart: true };
const read = async (parameters: INodeParameters) => (await bench.run(parameters)).json;

describe.each(['strict', 'lenient'] as const)('ledger accounts, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, INodeParameters, string[]]>([
		['one class', { classes: '9' }, ['9100', '9110', '9200']],
		['classes', { classes: ' 80, 9100 ,,77' }, ['8000', '8010', '8020', '9100']],
		['a class that there is not', { classes: '77' }, []],
		['part of the name, in any case', { search: 'OMZET d' }, ['8020']],
		['part of the code', { search: '801' }, ['8010']],
		['part of the search code', { search: 'adverten' }, ['4400']],
		['the bank', { types: ['bank'] }, ['1100']],
		['VAT and cash', { types: ['vat', 'cash'] }, ['1000', '1500', '1510']],
		['income', { types: ['income'] }, ['8000', '8010', '8020', '9100', '9110']],
		['other expense', { types: ['otherExpense'] }, ['9200']],
		[
			'what clients and suppliers owe',
			{ types: ['receivable', 'payable'] },
			['1300', '1301', '1600', '1601'],
		],
		['type and class', { types: ['expense'], classes: '41' }, ['4100']],
		[
			'a condition of their own',
			{ additionalFilter: "Code eq '8000' or Code eq '4900'" },
			['8000'],
		],
	])('find by %s with one bulk call', async (_, filters, expected) => {
		expect(codesOf(await read(accounts(filters)))).toEqual(expected);
		expect(await endpoints(bench)).toEqual(['current/Me', 'bulk/Financial/GLAccounts']);
	});

	it('take a general account for income or expense by where it stands', async () => {
		const kinds = [
			{ BalanceType: 'W', BalanceSide: 'C' },
			{ BalanceType: 'W', BalanceSide: 'D' },
			{ BalanceType: 'B', BalanceSide: 'D' },
		];
		const general = { Description: 'General', Type: 90, IsBlocked: false };
		const made = rows(3, (n) => ({ Code: `X${n}`, ...general, ...kinds[n] }));
		await bench.sandbox.insert(NL, 'GLAccounts', made);
		const found = async (type: string) => {
			const json = await read(accounts({ types: [type], classes: 'X' }));
			expect(json.every(({ category }) => category === type)).toBe(true);
			return codesOf(json);
		};
		expect(await found('income')).toEqual(['X0']);
		expect(await found('expense')).toEqual(['X1']);
		expect(await found('other')).toEqual(['X2']);
		expect(await found('bank')).toEqual([]);
	});

	it('leave out the blocked unless they are asked for', async () => {
		expect(codesOf(await read(accounts({ classes: '49' })))).toEqual([]);
		const json = await read(accounts({ classes: '49' }, { options: { includeBlocked: true } }));
		expect(json).toMatchObject([{ code: '4900', isBlocked: true, category: 'expense' }]);
	});

	it('stop at the limit, and read no page that is not needed', async () => {
		await bench.sandbox.insert(
			NL,
			'GLAccounts',
			rows(2100, (n) => ({ Code: `Y${n}`, Description: 'Y', Type: 121, IsBlocked: false })),
		);
		await bench.sandbox.clearLog();
		const some = await read(accounts({ classes: 'Y' }, { returnAll: false, limit: 20 }));
		expect(some).toHaveLength(20);
		expect(await endpoints(bench)).toEqual(['current/Me', 'bulk/Financial/GLAccounts']);
	});

	it('ask the ordinary list when only that knows the column of a condition', async () => {
		const json = await read(accounts({ additionalFilter: "Description eq 'Energie'" }));
		expect(codesOf(json)).toEqual(['4500']);
		expect(await endpoints(bench)).toEqual(['current/Me', 'financial/GLAccounts']);
	});

	it.each([
		['its code', by('code', '4400')],
		['the list', by('list', '4400')],
	])('are got by %s with one call', async (_, ledgerAccount) => {
		const json = await read(inDivision('ledgerAccount', 'get', { ledgerAccount }));
		expect(json).toMatchObject([
			{
				division: NL,
				code: '4400',
				name: 'Advertenties',
				type: 'salesGeneralAdministrative',
				category: 'expense',
				balanceType: 'profitAndLoss',
				balanceSide: 'debit',
				costCenterUse: 'mandatory',
				isBlocked: false,
			},
		]);
		expect(await endpoints(bench)).toEqual(['current/Me', 'financial/GLAccounts']);
	});

	it('are got by their ID, the blocked as well, and missed by name', async () => {
		const stored = await bench.sandbox.records(NL, 'GLAccounts');
		const { ID } = stored.find(({ Code }) => Code === '4900') ?? {};
		const byId = (value: unknown) =>
			inDivision('ledgerAccount', 'get', { ledgerAccount: by('id', String(value)), output: 'raw' });
		expect(await read(byId(ID))).toMatchObject([{ Code: '4900', Division: NL }]);
		const error = await bench.fail(byId(id(7)));
		expect(error.context.code).toBe('NOT_FOUND');
		expect(error.message).toBe(`No ledger account with ID ${id(7)} in division ${NL}`);
		const unknown = inDivision('ledgerAccount', 'get', { ledgerAccount: by('code', '77') });
		expect((await bench.fail(unknown)).message).toContain('No ledger account with code 77');
	});
});

describe.each(['strict', 'lenient'] as const)('journals, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, INodeParameters, string[]]>([
		['without the blocked', {}, ['10', '20', '60', '61', '70', '71', '90']],
		[
			'with the blocked',
			{ options: { includeBlocked: true } },
			['10', '20', '60', '61', '70', '71', '72', '90'],
		],
		['of one kind', { filters: { types: ['sales'] } }, ['70']],
		['of two kinds', { filters: { types: ['bank', 'general'] } }, ['20', '90']],
		[
			'of the other kinds',
			{ filters: { types: ['cash', 'purchase', 'purchaseReturn', 'salesReturn'] } },
			['10', '60', '61', '71'],
		],
		['a kind that there is not', { filters: { types: ['paymentService'] } }, []],
	])('%s', async (_, more, expected) => {
		expect(codesOf(await read(journals(more)))).toEqual(expected);
	});

	it('say which accounts they stand for', async () => {
		const json = await read(journals());
		const of = (code: string) => json.find((one) => one.code === code);
		expect(of('20')).toMatchObject({
			counterpartAccount: '1100',
			suspenseAccount: null,
			type: 'bank',
		});
		expect(of('70')).toMatchObject({ counterpartAccount: '1300', name: 'Verkoopboek' });
		expect(of('90')).toMatchObject({ counterpartAccount: null, nextNumbers: null });
	});

	/** Entries of the year 2019, in which nothing else was booked. */
	const entry = (EntryNumber: number, JournalCode: string, more = {}) => ({
		EntryNumber,
		JournalCode,
		FinancialYear: 2019,
		LineNumber: 0,
		...more,
	});
	const book = async (lines: readonly object[]) => {
		const periods = Array.from({ length: 12 }, (_, n) => ({
			ID: id(9000 + n),
			FinYear: 2019,
			FinPeriod: n + 1,
			StartDate: new Date(Date.UTC(2019, n, 1)).toISOString().slice(0, 10),
			EndDate: new Date(Date.UTC(2019, n + 1, 0)).toISOString().slice(0, 10),
		}));
		await bench.sandbox.insert(NL, 'FinancialPeriods', periods);
		const keyed = lines.map((line, n) => ({ ID: id(n), EntryID: id(n), ...line }));
		await bench.sandbox.insert(NL, 'TransactionLines', keyed);
		await bench.sandbox.clearLog();
	};
	const in2019 = (more = {}) => journals({ options: { ...fromLedger, year: '2019', ...more } });

	it('say the next free number of all with two calls', async () => {
		const accountsThere = await bench.sandbox.records(NL, 'GLAccounts');
		const gl = (code: string) => accountsThere.find(({ Code }) => Code === code)?.ID;
		await book([
			entry(19700009, '70', { GLAccount: gl('1300') }),
			entry(19700010, '70', { GLAccount: gl('1301') }),
			entry(19700010, '70', { GLAccount: gl('8000'), LineNumber: 1 }),
			entry(19700002, '70', { GLAccount: gl('1300') }),
			// No line 0, and an entry that has no number yet.
			entry(19900004, '90', { GLAccount: gl('4000'), LineNumber: 1 }),
			entry(0, '60'),
		]);
		const json = await read(in2019());
		const of = (code: string) => json.find((one) => one.code === code);
		const year = { year: 2019, startDate: '2019-01-01', endDate: '2019-12-31' };
		expect(of('70')).toMatchObject({
			nextNumbers: [{ ...year, number: 19700011 }],
			counterpartAccount: '1301',
		});
		expect(of('90')).toMatchObject({
			nextNumbers: [{ ...year, number: 19900005 }],
			counterpartAccount: null,
		});
		// The account of the journal itself, when the ledger does not say.
		expect(of('60')).toMatchObject({
			nextNumbers: [{ ...year, number: null }],
			counterpartAccount: '1600',
		});
		expect(await endpoints(bench)).toEqual([
			'current/Me',
			'financial/Journals',
			'financial/FinancialPeriods',
			'bulk/Financial/TransactionLines',
		]);
	});

	it('ask for each of them where a page does not hold the year', async () => {
		const many = Array.from({ length: 1100 }, (_, n) => entry(19700001 + n, '70'));
		await book([...many, entry(19600007, '60')]);
		const json = await read(in2019({ includeCounterpart: false }));
		const numbers = json.map(({ code, nextNumbers }) => [
			code,
			(nextNumbers as Array<{ number: number | null }>)[0]?.number,
		]);
		expect(Object.fromEntries(numbers)).toMatchObject({ 70: 19701101, 60: 19600008, 10: null });
		const calls = await endpoints(bench);
		expect(calls.slice(0, 4)).toEqual([
			'current/Me',
			'financial/Journals',
			'financial/FinancialPeriods',
			'bulk/Financial/TransactionLines',
		]);
		expect(calls.slice(4)).toEqual(json.map(() => 'financialtransaction/TransactionLines'));
	});

	it('take no number for granted without asking', async () => {
		const json = await read(journals({ options: { includeCounterpart: true } }));
		expect(json.every(({ nextNumbers }) => nextNumbers === null)).toBe(true);
		expect(
			await read(journals({ options: fromLedger, filters: { types: ['paymentService'] } })),
		).toEqual([]);
	});

	it('know the number that Exact gives next', async () => {
		const [sales] = await read(
			journals({ filters: { types: ['sales'] }, options: { includeNextNumber: true } }),
		);
		const [next] = sales?.nextNumbers as Array<{ number: number }>;
		const stored = await bench.sandbox.records(NL, 'SalesEntries');
		const used = stored.map(({ EntryNumber }) => Number(EntryNumber));
		expect(used).toContain(Number(next?.number) - 1);
		expect(used).not.toContain(next?.number);
	});

	it('miss a year that there is not', async () => {
		const error = await bench.fail(journals({ options: { ...fromLedger, year: '2031' } }));
		expect(error.context.code).toBe('PERIOD_UNKNOWN');
		expect(error.message).toBe(`There is no bookyear 2031 in division ${NL}`);
		expect(error.description).toContain("'Year of Next Number'");
	});
});

describe('the bookyear of today', () => {
	it.each([
		// Half past eleven in the evening of the last day of 2026, in UTC.
		['Europe/Amsterdam', 2027, NL],
		['America/Los_Angeles', 2026, NL],
		['Pacific/Auckland', 2027, NL],
		['Europe/Amsterdam', 2027, BE],
	])('in %s is %i', async (timezone, year, division) => {
		await bench.reset('strict', Date.UTC(2026, 11, 31, 23, 30));
		const parameters = { ...journals({ options: fromLedger }), division: by('id', division) };
		const { json } = await bench.run(parameters, { timezone });
		expect(json[0]?.nextNumbers).toMatchObject([{ year }]);
	});

	it('in a company that begins in July runs over the new year', async () => {
		await bench.reset('strict');
		const parameters = { ...journals({ options: fromLedger }), division: by('id', BE) };
		const [first] = await read(parameters);
		expect(first?.nextNumbers).toMatchObject([
			{ year: 2026, startDate: '2025-07-01', endDate: '2026-06-30' },
		]);
	});

	it('is missed where there is none', async () => {
		await bench.reset('strict', Date.UTC(2031, 4, 5));
		const error = await bench.fail(journals({ options: fromLedger }));
		expect(error.message).toBe(`There is no bookyear that holds 2031-05-05 in division ${NL}`);
	});
});
