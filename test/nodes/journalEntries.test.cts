import type { IDataObject } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { bookLines, endpoints, entryId, type Booked } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const inYear = { dateFrom: '2019-01-01', dateTo: '2019-12-31' };
const getMany = (parameters = {}) => inDivision('journalEntry', 'getAll', parameters);
const all = (filters = {}, more = {}) =>
	getMany({ returnAll: true, filters: { ...inYear, ...filters }, ...more });
const get = (parameters = {}) => inDivision('journalEntry', 'get', parameters);
const lines = 'bulk/Financial/TransactionLines';
const linesOf = (entry: IDataObject | undefined) => entry?.lines as IDataObject[];
const idsOf = (json: readonly IDataObject[]) => json.map(({ id }) => id).sort();
const ids = (...numbers: number[]) => numbers.map(entryId).sort();

const booked: readonly Booked[] = [
	// An empty shell in front, as in general entries.
	{
		n: 1,
		lines: [
			[null, 0],
			['4100', 100],
			['1100', -100],
		],
	},
	{
		n: 2,
		type: 20,
		journal: '70',
		day: '2019-05-31',
		more: { Status: 20, FinancialPeriod: 5, YourRef: 'PO-9' },
		lines: [
			['1300', 121, { DueDate: '2019-06-30' }],
			['8000', -100],
			['1500', -21],
		],
	},
	{
		n: 3,
		type: 40,
		journal: '20',
		day: '2019-07-01',
		lines: [
			['1100', 50],
			['1300', -50],
		],
	},
	// Several days in one entry; what lies on each of them balances.
	{
		n: 4,
		day: '2019-09-10',
		days: { 3: '2019-09-20', 4: '2019-09-20' },
		lines: [
			[null, 0],
			['4100', 10],
			['1100', -10],
			['4300', 20],
			['1100', -20],
		],
	},
	{
		n: 5,
		type: 327,
		lines: [
			[null, 0],
			['1100', 5],
			['1300', -5],
		],
	},
	{
		n: 6,
		day: '2019-11-01',
		lines: [
			[null, 0],
			['4100', 7],
			['1100', -6],
		],
	},
];

describe.each(['strict', 'lenient'] as const)('journal entries, %s sandbox', (profile) => {
	beforeEach(async () => {
		await bench.reset(profile);
		await bookLines(bench.sandbox, booked);
		await bench.sandbox.clearLog();
	});

	test('are whole, with one call for up to 1,000 lines', async () => {
		const { json } = await bench.run(all());
		expect(idsOf(json)).toEqual(ids(1, 2, 3, 4, 5, 6));
		const sale = json.find(({ id }) => id === entryId(2));
		expect(sale).toMatchObject({
			division: NL,
			type: 'salesEntry',
			number: 19900002,
			journal: '70',
			date: '2019-05-31',
			dueDate: '2019-06-30',
			year: 2019,
			period: 5,
			status: 'open',
			debit: 121,
			credit: 121,
			isBalanced: true,
			reference: 'PO-9',
			dueDates: [{ date: '2019-06-30', amount: 121 }],
		});
		expect(linesOf(sale).map(({ number, debit, credit }) => [number, debit, credit])).toEqual([
			[0, 121, 0],
			[1, 0, 100],
			[2, 0, 21],
		]);
		// Entry 6 does not balance, so that it might have been cut: it is read once more.
		expect(await endpoints(bench)).toEqual(['current/Me', lines, lines]);
	});

	test('leave out line 0 where it is an empty shell, and say when they do not balance', async () => {
		const { json } = await bench.run(all());
		const general = json.find(({ id }) => id === entryId(1));
		expect(linesOf(general).map(({ number }) => number)).toEqual([1, 2]);
		expect(general).toMatchObject({ isBalanced: true, date: '2019-03-05' });
		expect(json.find(({ id }) => id === entryId(6))).toMatchObject({
			isBalanced: false,
			debit: 7,
			credit: 6,
		});
	});

	test.each([
		['the first of its days', '2019-09-01', '2019-09-12', [4]],
		['another of its days', '2019-09-15', '2019-09-30', []],
	])('are dated by their first line: %s', async (_, dateFrom, dateTo, found) => {
		const { json } = await bench.run(all({ dateFrom, dateTo }));
		expect(idsOf(json)).toEqual(ids(...found));
		for (const one of json) expect(linesOf(one)).toHaveLength(4);
		const limited = await bench.run(getMany({ filters: { dateFrom, dateTo } }));
		expect(limited.json).toEqual(json);
	});

	test('with a limit take calls in proportion, and no entry is cut', async () => {
		const { json } = await bench.run(getMany({ limit: 2, filters: inYear }));
		expect(json).toHaveLength(2);
		const full = (await bench.run(all())).json;
		for (const one of json) expect(full).toContainEqual(one);
		await bench.sandbox.clearLog();
		await bench.run(getMany({ limit: 2, filters: inYear }));
		expect(await endpoints(bench)).toEqual([lines, lines]);
	});

	test('take one call for each 1,000 lines', async () => {
		const many = Array.from({ length: 625 }, (_, at) => ({
			n: 1000 + at,
			type: 30,
			journal: '60',
			day: '2018-02-01',
			lines: [
				['1600', -121],
				['4100', 60],
				['4300', 40],
				['1510', 21],
			] as const,
		}));
		await bookLines(bench.sandbox, many);
		await bench.sandbox.clearLog();
		const filters = { dateFrom: '2018-01-01', dateTo: '2018-12-31' };
		const { json } = await bench.run(all(filters));
		expect(json).toHaveLength(625);
		expect(json.every((one) => linesOf(one).length === 4 && one.isBalanced === true)).toBe(true);
		expect(await endpoints(bench)).toEqual(['current/Me', lines, lines, lines]);
		await bench.sandbox.clearLog();
		expect((await bench.run(getMany({ limit: 50, filters }))).json).toHaveLength(50);
		expect(await endpoints(bench)).toEqual([lines, lines, lines]);
	});

	test.each([
		[{ journals: '70, 20' }, [2, 3]],
		[{ status: ['open'] }, [2]],
		[{ status: ['processed'] }, [1, 3, 4, 5, 6]],
		[{ types: ['salesInvoice', 'bankOrCash'] }, [2, 3]],
		[{ types: ['yearEnd'] }, [5]],
		[{ additionalFilter: 'AmountDC eq 20' }, [4]],
	])('can be narrowed by %j', async (filters, found) => {
		const { json } = await bench.run(all(filters));
		expect(idsOf(json)).toEqual(ids(...found));
		for (const one of json) expect(linesOf(one).length).toBeGreaterThan(1);
	});

	test('leave out year-end entries on demand', async () => {
		const { json } = await bench.run(all({}, { options: { includeYearEnd: false } }));
		expect(idsOf(json)).toEqual(ids(1, 2, 3, 4, 6));
	});

	test('of a relation are whole as well', async () => {
		const client = (await bench.sandbox.records(NL, 'Accounts')).find(
			({ Status }) => Status === 'C',
		);
		const line = ['1300', 12, { Account: client?.ID }] as const;
		await bookLines(bench.sandbox, [{ n: 20, lines: [[null, 0], line, ['8000', -12]] }]);
		for (const reference of [by('id', String(client?.ID)), by('code', String(client?.Code))]) {
			const { json } = await bench.run(all({ client: reference }));
			expect(idsOf(json)).toEqual(ids(20));
			expect(linesOf(json[0])).toHaveLength(2);
			expect(json[0]).toMatchObject({ relationName: client?.Name, isBalanced: true });
		}
	});

	test('that were changed come with the lines that were not', async () => {
		const changed = { Modified: '2026-03-15T23:59:00' };
		await bookLines(bench.sandbox, [
			{
				n: 21,
				more: { Modified: '2020-01-01T00:00:00' },
				lines: [
					[null, 0],
					['4100', 3, changed],
					['1100', -3],
				],
			},
		]);
		const filters = { updatedAfter: '2026-03-15T20:00:00' };
		const { json } = await bench.run(getMany({ returnAll: true, filters }));
		const mine = json.find(({ id }) => id === entryId(21));
		expect(linesOf(mine)).toHaveLength(2);
		expect(json.some(({ id }) => id === entryId(1))).toBe(false);
	});

	test('show their accounts of all analytic plans', async () => {
		const on = { CostCenter: 'VERK', CostUnit: 'EBIKE' };
		await bookLines(bench.sandbox, [
			{
				n: 22,
				lines: [
					[null, 0],
					['4100', 4, on],
					['1100', -4],
				],
			},
		]);
		const { json } = await bench.run(get({ entry: entryId(22) }));
		expect(linesOf(json[0])[0]).toMatchObject({
			costCenter: 'VERK',
			costUnit: 'EBIKE',
			projectId: null,
		});
		expect(linesOf(json[0])[0]?.costCenterName).toBeTruthy();
	});

	test('come raw with the names that Exact uses', async () => {
		const { json } = await bench.run(get({ entry: entryId(2), output: 'raw' }));
		expect(json[0]).toMatchObject({
			Division: NL,
			EntryID: entryId(2),
			JournalCode: '70',
			Type: 20,
		});
		const raw = json[0]?.TransactionLines as Row[];
		expect(raw).toHaveLength(3);
		expect(raw[0]).not.toHaveProperty('__metadata');
	});

	test('are found by ID and by number, with one call', async () => {
		const one = await bench.run(
			get({ entry: `{${entryId(2).toUpperCase()}}`, output: 'selected' }),
		);
		expect(one.json[0]).toMatchObject({ id: entryId(2) });
		const byNumber = {
			getBy: 'number',
			entryNumber: '19900002',
			journal: by('code', '70'),
			year: '2019',
		};
		expect((await bench.run(get({ ...byNumber, output: 'selected' }))).json).toEqual(one.json);
		expect(await endpoints(bench)).toEqual([lines, lines]);
	});

	test('with the same number are not mixed up', async () => {
		await bookLines(bench.sandbox, [
			{
				n: 23,
				journal: '91',
				more: { EntryNumber: 19900002 },
				lines: [
					[null, 0],
					['4100', 1],
					['1100', -1],
				],
			},
		]);
		const error = await bench.fail(get({ getBy: 'number', entryNumber: '19900002' }));
		expect(error.context.code).toBe('AMBIGUOUS');
		expect(error.context.details?.candidates).toHaveLength(2);
	});
});

describe('refused', () => {
	beforeAll(async () => await bench.reset());
	test.each([
		['no date at all', getMany({ returnAll: true }), 'PARAM_REQUIRED'],
		['a wrong range', all({ dateFrom: '2020-01-01' }), 'PARAM_RANGE'],
		['no date', all({ dateFrom: 'soon' }), 'PARAM_FORMAT'],
		['an unknown journal', all({ journals: 'XX' }), 'JOURNAL'],
		['an ID that is none', get({ entry: '12' }), 'ID_FORMAT'],
		['no ID', get({}), 'PARAM_REQUIRED'],
		['a relation that is none', all({ client: by('id', 'x') }), 'ID_FORMAT'],
		['an ID that does not exist', get({ entry: entryId(99) }), 'NOT_FOUND'],
		['a number that does not exist', get({ getBy: 'number', entryNumber: '1' }), 'NOT_FOUND'],
		['a column that does not exist', all({ additionalFilter: 'Nope eq 1' }), 'PARAM_FORMAT'],
	])('is %s', async (_, parameters, code) => {
		expect((await bench.fail(parameters)).context.code).toBe(code);
	});

	test('is an entry of another kind, with the resource that reads it', async () => {
		await bookLines(bench.sandbox, booked);
		const general = inDivision('miscellaneousOperation', 'get', { entry: entryId(3) });
		const error = await bench.fail(general);
		expect(error.context.code).toBe('TYPE');
		expect(error.description).toContain('Financial Entry');
		const invoice = inDivision('financialEntry', 'get', { entry: entryId(2) });
		expect((await bench.fail(invoice)).description).toContain('Invoice');
	});
});
