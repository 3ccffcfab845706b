import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { bookEntries, everyKind, id, inYear, type Partners } from './bookedInvoices.cjs';

let bench: Bench;
let partners: Partners;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const sales = ['customerInvoice', 'customerRefund'];
const ids = (...numbers: number[]) => numbers.map(id).sort();

const getMany = (filters: INodeParameters, kinds: string[] = everyKind): INodeParameters =>
	inDivision('invoice', 'getAll', {
		returnAll: true,
		kinds,
		filters,
		options: { includeLines: false },
	});
const get = (parameters = {}) => inDivision('invoice', 'get', parameters);

const found = async (filters: INodeParameters, kinds?: string[]) =>
	(await bench.run(getMany({ ...inYear, ...filters }, kinds))).json.map((one) => one.id).sort();
const endpoints = async () => (await bench.sandbox.log()).map(({ endpoint }) => endpoint);

describe.each(['strict', 'lenient'] as const)('filters of invoices, %s sandbox', (profile) => {
	beforeEach(async () => {
		await bench.reset(profile);
		partners = await bookEntries(bench.sandbox);
	});

	it.each<[string, INodeParameters, number[]]>([
		['both days included', { dateFrom: '2019-02-01', dateTo: '2019-02-01' }, [4]],
		['one journal', { journals: '71' }, [2, 3]],
		['journals', { journals: ' 60, 61,60 ' }, [11, 12]],
		['one state', { status: ['open'] }, [1]],
		['states', { status: ['rejected', 'open'] }, [1, 11]],
		['the reference', { reference: 'PO-1' }, [1]],
		['the booking reference', { bookingReference: 'booking-1' }, [1]],
		[
			'a condition of their own',
			{ additionalFilter: 'AmountFC gt 200 or AmountFC lt -100' },
			[3, 11],
		],
	])('find by %s', async (_, filters, expected) => {
		expect(await found(filters)).toEqual(ids(...expected));
	});

	it('find by client and supplier, by ID without a further call', async () => {
		const { client, supplier } = partners;
		const both = { client: by('id', String(client.ID)), supplier: by('id', String(supplier.ID)) };
		expect(await found(both)).toEqual(ids(1, 2, 3, 4, 11, 12));
		expect(await endpoints()).toHaveLength(3);
		const nobody = by('id', id(0));
		expect(await found({ client: nobody }, sales)).toEqual([]);
		expect(await found({ supplier: nobody }, ['supplierInvoice'])).toEqual([]);
	});

	it('find by the code of a client with one call more', async () => {
		const code = by('code', String(partners.client.Code));
		expect(await found({ client: code }, sales)).toEqual(ids(1, 2, 3, 4));
		expect((await endpoints()).filter((path) => /accounts$/i.test(path))).toHaveLength(1);
		const unknown = await bench.fail(getMany({ client: by('code', '99999999') }, sales));
		expect(unknown.context.code).toBe('NOT_FOUND');
		expect(unknown.message).toBe(`No client with code 99999999 in division ${NL}`);
	});

	it('find what was changed after a moment', async () => {
		const Modified = Date.UTC(2026, 6, 13, 9);
		await bench.sandbox.insert(NL, 'SalesEntries', [
			{ EntryID: id(9), Type: 20, EntryDate: '2019-05-05', Modified },
		]);
		const after = (ms: number) => found({ updatedAfter: new Date(ms).toISOString() }, sales);
		expect(await after(Modified - 1000)).toEqual(ids(9));
		expect(await after(Modified)).toEqual([]);
	});

	it('check journals with one look-up, and only when they are asked for', async () => {
		await found({}, sales);
		expect(await endpoints()).not.toContain('financial/Journals');
		await bench.sandbox.clearLog();
		const error = await bench.fail(getMany({ journals: '70,7X,71,99' }, sales));
		expect(error.context.code).toBe('JOURNAL');
		expect(error.message).toBe(`Unknown journal code in division ${NL}: 7X, 99`);
		expect(error.description).toContain('70 Verkoopboek');
		expect(await endpoints()).toEqual(['financial/Journals']);
	});

	it.each<[string, INodeParameters, string, string]>([
		[
			'days the wrong way round',
			getMany({ dateFrom: '2026-02-01', dateTo: '2026-01-31' }),
			'PARAM_RANGE',
			"'Filters > Date From' is 2026-02-01, after 'Date To'",
		],
		['no kind', getMany({}, []), 'PARAM_REQUIRED', "'Kinds' is empty"],
		['an unknown kind', getMany({}, ['invoice']), 'PARAM_FORMAT', '\'Kinds\' contains "invoice"'],
		[
			'a field of the other side',
			getMany({ additionalFilter: "SupplierName eq 'x'" }, sales),
			'PARAM_FORMAT',
			"'Filters > Additional Filter' can not be used: there is no field 'SupplierName'",
		],
		[
			'a field that one of two sides lacks',
			getMany({ additionalFilter: 'Customer ne null' }),
			'PARAM_FORMAT',
			"there is no field 'Customer'",
		],
		[
			'a client for both sides',
			getMany({ client: by('id', id(0)) }),
			'PARAM_PAIR',
			"'Filters > Client' and 'Filters > Supplier' do not fit 'Kinds'",
		],
		[
			'a supplier for sales',
			getMany({ supplier: by('id', id(0)) }, sales),
			'PARAM_PAIR',
			"do not fit 'Kinds'",
		],
		[
			'a client and a supplier for sales',
			getMany({ client: by('id', id(0)), supplier: by('id', id(0)) }, sales),
			'PARAM_PAIR',
			"do not fit 'Kinds'",
		],
		['no ID', get(), 'PARAM_REQUIRED', "'Invoice ID' is empty"],
		['no number', get({ getBy: 'number' }), 'PARAM_REQUIRED', "'Entry Number' is empty"],
		[
			'an ID that is none',
			get({ invoice: '26700001' }),
			'ID_FORMAT',
			'\'Invoice ID\' is "26700001"',
		],
		[
			'a number that is none',
			get({ getBy: 'number', entryNumber: '12.5' }),
			'PARAM_FORMAT',
			'\'Entry Number\' is "12.5"',
		],
		[
			'a number that Exact can not hold',
			get({ getBy: 'number', entryNumber: '2147483648' }),
			'PARAM_FORMAT',
			'\'Entry Number\' is "2147483648"',
		],
		[
			'a year that is none',
			get({ getBy: 'number', entryNumber: '1', year: "'26" }),
			'PARAM_FORMAT',
			"'Year' is \"'26\"",
		],
	])('refuse %s without a call', async (_, parameters, code, message) => {
		const error = await bench.fail(parameters);
		expect(error.context.code).toBe(code);
		expect(error.message).toContain(message);
		expect(await bench.calls()).toEqual([]);
	});

	describe('an invoice that is not there', () => {
		it('is not found by a number', async () => {
			const number = { getBy: 'number', entryNumber: '19999999' };
			const error = await bench.fail(get(number));
			expect(error.context.code).toBe('NOT_FOUND');
			expect(error.message).toBe(`No invoice with number 19999999 in division ${NL}`);
			const narrowed = await bench.fail(
				get({ ...number, journal: by('code', '70'), year: '2026' }),
			);
			expect(narrowed.message).toContain('number 19999999 in journal 70 in year 2026');
		});

		it('is not found by an ID that nobody knows, which takes one call more', async () => {
			const error = await bench.fail(get({ invoice: id(77), output: 'raw' }));
			expect(error.context.code).toBe('NOT_FOUND');
			expect(error.message).toBe(`No invoice with ID ${id(77)} in division ${NL}`);
			expect(await bench.calls()).toEqual([
				'GET salesentry/SalesEntries 200',
				'GET purchaseentry/PurchaseEntries 200',
				'GET financialtransaction/TransactionLines 200',
			]);
		});

		it.each([
			[40, 'a bank or cash entry', 'Use Financial Entry for it.'],
			[90, 'a general journal entry', 'Use Miscellaneous Operation for it.'],
			[310, 'no invoice', 'Use Journal Entry for it.'],
		])('is another kind of entry: type %i', async (Type, what, advice) => {
			const line = { ID: id(80), EntryID: id(78), LineNumber: 0, Type };
			await bench.sandbox.insert(NL, 'TransactionLines', [line]);
			const error = await bench.fail(get({ invoice: id(78) }));
			expect(error.context.code).toBe('TYPE');
			expect(error.message).toBe(`Entry ${id(78)} is ${what} (type ${Type})`);
			expect(error.description).toBe(advice);
			expect(error.context.details).toMatchObject({ division: NL, type: Type });
		});

		it('is on the other side', async () => {
			const line = { ID: id(80), EntryID: id(11), LineNumber: 0, Type: 30 };
			await bench.sandbox.insert(NL, 'TransactionLines', [line]);
			const error = await bench.fail(get({ invoice: id(11), side: 'sales' }));
			expect(error.context.code).toBe('TYPE');
			expect(error.message).toBe(`Entry ${id(11)} is a purchase invoice (type 30)`);
			expect(error.description).toContain("Set 'Sales or Purchase'");
		});
	});
});
