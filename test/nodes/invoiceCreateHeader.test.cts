import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import {
	CLIENT,
	cost,
	expectBalanced,
	inBelgium,
	posted,
	purchase,
	purchaseCredit,
	revenue,
	runAll,
	sale,
	stored,
	SUPPLIER,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const profiles = ['strict', 'lenient'] as const;

async function relation(code: string, division = NL): Promise<Row> {
	const rows = await bench.sandbox.records(division, 'Accounts');
	return rows.find(({ Code }) => Code === code) ?? {};
}

/** What is sent and what is answered for an invoice with these additional fields. */
async function withFields(
	additionalFields: INodeParameters,
	parameters = purchase('', [cost()]),
): Promise<{ body: Row; shown: IDataObject; entry: Row }> {
	const { json } = await bench.run({ ...parameters, additionalFields });
	const [shown = {}] = json;
	const body = (await posted(bench)).at(-1) ?? {};
	const division = Number(shown.division);
	return { body, shown, entry: (await stored(bench, shown.id, division)).entry };
}

const belgian = (parameters: INodeParameters) => ({ ...parameters, ...inBelgium });
const belgianSale = belgian(sale('', [{ ledgerAccount: '700000', amount: 100, vatCode: '4' }]));
const belgianPurchase = belgian(
	purchase('C', [{ ledgerAccount: '610000', amount: 100, vatCode: '4' }], {
		additionalFields: { journal: by('code', '60') },
	}),
);

describe.each(profiles)('Invoice: Create, header, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('takes client and supplier by code, ID and from the list', async () => {
		for (const [parameters, field, code, column] of [
			[purchase(), 'supplier', SUPPLIER, 'Supplier'],
			[sale(), 'client', CLIENT, 'Customer'],
		] as const) {
			const { ID } = await relation(code);
			const padded = by('code', ` ${code} `);
			for (const value of [
				by('code', code),
				padded,
				by('id', String(ID)),
				by('list', String(ID)),
				String(code),
			]) {
				const { json } = await bench.run({ ...parameters, [field]: value });
				expect(json[0]).toMatchObject({ relationId: ID, alreadyBooked: false });
				expect((await posted(bench)).at(-1)?.[column]).toBe(ID);
			}
		}
	});

	it('sends the header as Exact wants it', async () => {
		const additionalFields = {
			description: 'Paper for 2026',
			dueDate: '2026-04-01',
			paymentReference: 'RF18539007547034',
			paymentTerm: by('code', '14'),
			journal: by('code', '60'),
			entryNumber: '',
			additionalExactFields: '{"OrderNumber": 4711, "BatchNumber": 3}',
		};
		const { body, shown, entry } = await withFields(additionalFields, purchase('INV-7'));
		const { PurchaseEntryLines: lines, ...header } = body;
		expect(lines).toHaveLength(1);
		expect(header).toEqual({
			Supplier: (await relation(SUPPLIER)).ID,
			Journal: '60',
			EntryDate: '2026-03-10',
			DueDate: '2026-04-01',
			Description: 'Paper for 2026',
			YourRef: 'INV-7',
			PaymentReference: 'RF18539007547034',
			PaymentCondition: '14',
			OrderNumber: 4711,
			BatchNumber: 3,
		});
		expect(entry).toMatchObject({
			Type: 30,
			Status: 20,
			EntryDate: Date.UTC(2026, 2, 10),
			DueDate: Date.UTC(2026, 3, 1),
			YourRef: 'INV-7',
			OrderNumber: 4711,
		});
		expect(shown).toMatchObject({
			division: NL,
			kind: 'supplierInvoice',
			number: entry.EntryNumber,
			date: '2026-03-10',
			dueDate: '2026-04-01',
			year: 2026,
			period: 3,
			status: 'open',
			reference: 'INV-7',
			paymentReference: 'RF18539007547034',
			paymentTerm: '14',
			description: 'Paper for 2026',
			documentId: entry.Document,
			total: 121,
		});
	});

	it('leaves to Exact what is not given', async () => {
		const { body, shown } = await withFields({}, sale());
		expect(body).toEqual({
			SalesEntryLines: [expect.anything()],
			Customer: (await relation(CLIENT)).ID,
			Journal: '70',
			EntryDate: '2026-03-10',
		});
		expect(shown).toMatchObject({ paymentTerm: '30', dueDate: '2026-04-09', currency: 'EUR' });
	});

	it('takes Belgian structured communications as digits', async () => {
		for (const paymentReference of ['+++090/9337/55493+++', '***090 9337 55493***']) {
			const { body } = await withFields({ paymentReference });
			expect(body.PaymentReference).toBe('090933755493');
		}
		const { entry, shown } = await withFields({ paymentReference: '090/9337/55493' }, belgianSale);
		expect(entry.PaymentReference).toBe('090933755493');
		expect(shown).toMatchObject({ division: BE, paymentReference: '090933755493' });
		const free = await withFields({ paymentReference: '123456789012' });
		expect(free.entry.PaymentReference).toBe('123456789012');
	});

	it("books in another currency, with Exact's rate or another", async () => {
		const dollars = await withFields({ currency: by('code', 'usd') });
		expect(dollars.body).toMatchObject({ Currency: 'USD' });
		expect(dollars.body).not.toHaveProperty('Rate');
		expect(dollars.shown).toMatchObject({
			currency: 'USD',
			exchangeRate: 0.9,
			total: 121,
			totalInDivisionCurrency: 108.9,
		});
		const own = await withFields({ currency: by('code', 'USD'), exchangeRate: 0.85 });
		expect(own.body).toMatchObject({ Currency: 'USD', Rate: 0.85 });
		expect(own.entry).toMatchObject({ AmountFC: 121, AmountDC: 102.85 });
		expect(own.shown).toMatchObject({ exchangeRate: 0.85, totalInDivisionCurrency: 102.85 });
	});

	it('counts yen without decimals', async () => {
		const yen = purchase('', [cost(1000, { distribution: thirds })]);
		const { body, shown, entry } = await withFields({ currency: by('code', 'JPY') }, yen);
		const lines = body.PurchaseEntryLines as Row[];
		expect(lines.map(({ AmountFC }) => AmountFC)).toEqual([333, 333, 334]);
		expect(entry).toMatchObject({ Currency: 'JPY', AmountFC: 1210 });
		expect(shown).toMatchObject({ total: 1210, vat: 210 });
		expect(shown).not.toHaveProperty('_warnings');
	});

	const thirds = [
		{ plan: 'costCenter', account: 'ALG', percentage: 33.33 },
		{ plan: 'costCenter', account: 'VERK', percentage: 33.33 },
		{ plan: 'costCenter', account: 'WERKPL', percentage: 33.34 },
	];

	it.each([
		['05/2026', NL, 2026, 5],
		['122025', NL, 2025, 12],
		['2026-05', NL, 2026, 5],
		// The Belgian company's financial year 2026 began in July 2025.
		['03/2026', BE, 2026, 9],
		['08/2026', BE, 2027, 2],
	])('books in period %s of division %i', async (period, division, year, number) => {
		const parameters = division === BE ? belgianSale : purchase();
		const { body, shown, entry } = await withFields({ period }, parameters);
		expect(body).toMatchObject({ ReportingYear: year, ReportingPeriod: number });
		expect(entry).toMatchObject({ ReportingYear: year, ReportingPeriod: number });
		expect(shown).toMatchObject({ year, period: number, date: '2026-03-10' });
	});

	it('sends a part for the G-account', async () => {
		const sales = await withFields({ gAccountAmount: 40 }, sale());
		expect(sales.body.GAccountAmountFC).toBe(40);
		expect(sales.shown).toMatchObject({ gAccountAmount: 40, total: 121 });
		const credit = await withFields(
			{ gAccountAmount: 40, journal: by('code', '61') },
			purchase('', [cost()], purchaseCredit),
		);
		expect(credit.shown).toMatchObject({ gAccountAmount: -40, total: -121 });
	});

	it('books the difference to the total on the account for it', async () => {
		const correction = {
			correctionLedgerAccount: by('code', '9110'),
			correctionVatCode: by('code', '0'),
		};
		for (const [total, difference] of [
			[121.02, 0.02],
			[120.98, -0.02],
		] as const) {
			const { body, entry, shown } = await withFields({ total, ...correction });
			expect(body.PurchaseEntryLines).toEqual([
				expect.objectContaining({ AmountFC: 100 }),
				expect.objectContaining({ AmountFC: difference, VATCode: '0', VATAmountFC: 0 }),
			]);
			expect(entry.AmountFC).toBe(total);
			expect(shown).toMatchObject({ total });
			expect(shown).not.toHaveProperty('_warnings');
		}
		const none = await withFields({ total: 121, ...correction });
		expect(none.body.PurchaseEntryLines).toHaveLength(1);
		const own = await withFields({ total: 121.05, vatAmount: 21.04, ...correction });
		expect(own.entry).toMatchObject({ AmountFC: 121.05, VATAmountFC: 21.04 });
	});

	it('sees to the total that was given', async () => {
		const { shown, body } = await withFields({ total: 121 });
		expect(shown).toMatchObject({ total: 121 });
		expect(body).not.toHaveProperty('AmountFC');
	});
});

describe('Preview', () => {
	beforeEach(async () => await bench.reset());

	it('sends nothing but look-ups, and says what would be sent', async () => {
		const additionalFields = { total: 121, bookingReference: 'once' };
		const options = { preview: true };
		const parameters = purchase('P-1', [cost()], { additionalFields });
		const { json } = await bench.run({ ...parameters, options });
		const calls = await bench.sandbox.log();
		expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['GET']));
		expect(calls.some(({ endpoint }) => /Entries|TransactionLines/.test(endpoint))).toBe(false);
		await bench.run(parameters);
		const [body] = await posted(bench);
		expect(json).toEqual([
			{
				division: NL,
				preview: true,
				what: 'purchase invoice',
				net: 100,
				vat: 21,
				total: 121,
				path: 'purchaseentry/PurchaseEntries',
				body,
			},
		]);
	});

	it('finds what is wrong as booking does', async () => {
		const lines = [cost(100, { vatCode: '55' })];
		const preview = { options: { preview: true } };
		const seen = await bench.fail(purchase('P-2', lines, preview));
		const real = await bench.fail(purchase('P-2', lines));
		expect(seen.message).toBe(real.message);
		expect(seen.description).toBe(real.description);
	});
});

describe.each(profiles)('What Invoice: Create puts out, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const get = (id: unknown, parameters: INodeParameters) =>
		inDivision('invoice', 'get', {
			invoice: String(id),
			...parameters,
		});

	/** The lines come from the ledger, which knows less of them; what it knows is the same. */
	function sameAs(shown: IDataObject, again: IDataObject = {}): void {
		const parts = ['lines', 'PurchaseEntryLines', 'SalesEntryLines'];
		const header = (invoice: IDataObject) =>
			Object.entries(invoice).filter(([name]) => !parts.includes(name));
		expect(header(shown)).toEqual(expect.arrayContaining(header(again)));
		expect(header(again)).toEqual(expect.arrayContaining(header(shown)));
		for (const name of parts.filter((part) => part in again)) {
			const lines = shown[name] as IDataObject[];
			expect(again[name]).toEqual(lines.map((line): unknown => expect.objectContaining(line)));
			expect(lines[0]).toMatchObject(
				name === 'lines'
					? { id: expect.any(String), ledgerAccount: expect.any(String) }
					: { ID: expect.any(String), GLAccountCode: expect.any(String) },
			);
		}
	}

	it('is what Get shows, in each output', async () => {
		for (const mode of [
			{ output: 'simplified' },
			{ output: 'raw' },
			{ output: 'selected', fieldsToReturn: ['number', 'total', 'net', 'relationName'] },
		]) {
			for (const parameters of [
				purchase(mode.output, [cost(100, { costCenter: 'VERK' }), cost(50)]),
				sale('', [revenue(121, { vatCode: '2' })]),
				purchase(`${mode.output} credit`, [cost()], {
					...purchaseCredit,
					additionalFields: { journal: by('code', '61') },
				}),
			]) {
				const [shown = {}] = (await bench.run({ ...parameters, ...mode })).json;
				const { alreadyBooked, ...invoice } = shown;
				delete invoice._warnings;
				const [again] = (await bench.run(get(shown.id ?? shown.EntryID, mode))).json;
				expect(alreadyBooked).toBe(false);
				sameAs(invoice, again);
			}
		}
	});

	it('follows expressions: division, kind and output of each item', async () => {
		const { json } = await runAll(bench, [
			purchase('A', [cost()], { output: 'selected', fieldsToReturn: ['total'] }),
			{ ...belgianSale, output: 'raw', fieldsToReturn: [] },
			{ ...belgianPurchase, output: 'simplified', fieldsToReturn: [] },
		]);
		expect(json).toEqual([
			{
				id: expect.any(String),
				division: NL,
				total: 121,
				alreadyBooked: false,
				lines: expect.any(Array),
			},
			expect.objectContaining({ AmountFC: 121, Journal: '70', Type: 20 }),
			expect.objectContaining({ division: BE, kind: 'supplierInvoice', total: 121 }),
		]);
		expect((await stored(bench, json[1]?.EntryID, BE)).entry.Customer).toBe(
			(await relation(CLIENT, BE)).ID,
		);
	});
});
