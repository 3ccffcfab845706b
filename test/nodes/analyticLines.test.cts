import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { endpoints, filtersOf, id } from './masterRows.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const lines = (more: INodeParameters = {}) =>
	inDivision('analyticAccount', 'getLines', { returnAll: true, ...more });
const read = async (parameters: INodeParameters) => (await bench.run(parameters)).json;

describe.each(['strict', 'lenient'] as const)('analytic lines, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const stored = async (entity: string, code: string): Promise<Row> => {
		const found = await bench.sandbox.records(NL, entity);
		return found.find(({ Code }) => Code === code) ?? {};
	};

	/** Lines of 2019 on a cost center and a cost unit of their own, and on a project. */
	const book = async () => {
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const gl = (code: string) => accounts.find(({ Code }) => Code === code)?.ID;
		const { ID: project } = await stored('Projects', 'P2025-01');
		const dimension = { Description: 'Made up' };
		await bench.sandbox.insert(NL, 'Costcenters', [{ ID: id(90), Code: 'CC', ...dimension }]);
		await bench.sandbox.insert(NL, 'Costunits', [{ ID: id(91), Code: 'CU', ...dimension }]);
		const line = (n: number, more: Row) => ({
			ID: id(n),
			EntryID: id(100 + n),
			EntryNumber: 19900000 + n,
			LineNumber: 1,
			JournalCode: '90',
			FinancialYear: 2019,
			Type: 90,
			Status: 50,
			Currency: 'EUR',
			GLAccount: gl('4400'),
			...more,
		});
		await bench.sandbox.insert(NL, 'TransactionLines', [
			line(1, {
				Date: '2019-01-01',
				AmountFC: 100,
				AmountDC: 90,
				CostCenter: 'CC',
				Currency: 'USD',
			}),
			line(2, {
				Date: '2019-01-31',
				AmountFC: -30.25,
				AmountDC: -30.25,
				CostCenter: 'CC',
				CostUnit: 'CU',
			}),
			line(3, {
				Date: '2019-02-01',
				AmountDC: 5,
				CostCenter: 'CC',
				Status: 20,
				GLAccount: gl('8000'),
			}),
			line(4, { Date: '2019-02-02', AmountDC: 0, CostUnit: 'CU', Project: project }),
		]);
		await bench.sandbox.clearLog();
	};
	const idsOf = (json: readonly Row[]) => json.map((one) => one.id).sort();
	const ids = (...numbers: number[]) => numbers.map(id).sort();
	const ofCenter = (filters: INodeParameters = {}, more: INodeParameters = {}) =>
		lines({ costCenter: by('code', 'CC'), filters, ...more });

	it('shows amounts with the sign of the ledger, and on their side', async () => {
		await book();
		const json = await read(ofCenter());
		expect(idsOf(json)).toEqual(ids(1, 2, 3));
		const of = (n: number) => json.find((one) => one.id === id(n));
		expect(of(1)).toMatchObject({
			division: NL,
			date: '2019-01-01',
			amount: 100,
			currency: 'USD',
			amountInDivisionCurrency: 90,
			debit: 90,
			credit: 0,
			costCenter: 'CC',
			ledgerAccount: '4400',
			ledgerAccountName: 'Advertenties',
			journal: '90',
			year: 2019,
			status: 'processed',
			entryNumber: 19900001,
		});
		expect(of(2)).toMatchObject({ amount: -30.25, debit: 0, credit: 30.25 });
		expect(await endpoints(bench)).toEqual(['current/Me', 'bulk/Financial/TransactionLines']);
	});

	it.each<[string, INodeParameters, number[]]>([
		['both days included', { dateFrom: '2019-01-31', dateTo: '2019-02-01' }, [2, 3]],
		['the first day on', { dateFrom: '2019-02-01' }, [3]],
		['up to a day', { dateTo: '2019-01-30' }, [1]],
		['class of ledger account', { ledgerAccounts: '8,77' }, [3]],
		['ledger accounts', { ledgerAccounts: '4400, 8000' }, [1, 2, 3]],
		['processed ones', { processedOnly: true }, [1, 2]],
		['a condition of their own', { additionalFilter: 'AmountDC gt 6' }, [1]],
	])('finds by %s', async (_, filters, expected) => {
		await book();
		expect(idsOf(await read(ofCenter(filters)))).toEqual(ids(...expected));
	});

	it.each(['Europe/Amsterdam', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'takes the day that was written in %s',
		async (timezone) => {
			await book();
			const filters = { dateFrom: '2019-01-31', dateTo: '2019-01-31T00:00:00.000+02:00' };
			const { json } = await bench.run(ofCenter(filters), { timezone });
			expect(json).toMatchObject([{ id: id(2), date: '2019-01-31' }]);
		},
	);

	it('reads those of a cost unit and of a project', async () => {
		await book();
		const { ID } = await stored('Projects', 'P2025-01');
		const of = async (plan: string, reference: INodeParameters) =>
			idsOf(await read(lines({ plan, [plan]: reference })));
		expect(await of('costUnit', by('code', 'CU'))).toEqual(ids(2, 4));
		expect(await of('project', by('code', 'P2025-01'))).toContain(id(4));
		expect(await of('project', by('id', String(ID)))).toContain(id(4));
		expect(await filtersOf(bench)).toEqual([
			undefined,
			"CostUnit eq 'CU'",
			"ProjectCode eq 'P2025-01'",
			`Project eq guid'${String(ID)}'`,
		]);
	});

	it('looks up the code of a cost center that is given by its ID, with one call', async () => {
		await book();
		expect(idsOf(await read(lines({ costCenter: by('id', id(90)) })))).toEqual(ids(1, 2, 3));
		expect(await endpoints(bench)).toEqual([
			'current/Me',
			'hrm/Costcenters',
			'bulk/Financial/TransactionLines',
		]);
	});

	it('stops at the limit, also behind a filter that Exact does not know', async () => {
		await book();
		const limited = { returnAll: false, limit: 1 };
		expect(await read(ofCenter({}, limited))).toHaveLength(1);
		expect(await read(ofCenter({ ledgerAccounts: '44' }, limited))).toHaveLength(1);
		expect(await endpoints(bench)).toHaveLength(3);
	});

	it('tells an account without lines from one that there is not', async () => {
		expect(await read(lines({ costCenter: by('code', 'OUD') }))).toEqual([]);
		expect((await endpoints(bench)).at(-1)).toBe('hrm/Costcenters');
		const error = await bench.fail(lines({ costCenter: by('code', 'NONE') }));
		expect(error.context.code).toBe('NOT_FOUND');
		expect(error.message).toBe(`No cost center with code NONE in division ${NL}`);
		const project = lines({ plan: 'project', project: by('id', id(9)) });
		expect((await bench.fail(project)).message).toContain(`No project with ID ${id(9)}`);
	});

	it('adds up to what the ledger says', async () => {
		const json = await read(lines({ costCenter: by('code', 'VERK') }));
		const all = await bench.sandbox.records(NL, 'TransactionLines');
		const booked = all.filter(({ CostCenter }) => CostCenter === 'VERK');
		const cents = (amounts: unknown[]) =>
			amounts.reduce<number>((sum, one) => sum + Math.round(Number(one) * 100), 0);
		expect(json).toHaveLength(booked.length);
		const sum = cents(booked.map(({ AmountDC }) => AmountDC));
		expect(cents(json.map((one) => one.debit)) - cents(json.map((one) => one.credit))).toBe(sum);
		expect(sum).not.toBe(0);
	});
});
