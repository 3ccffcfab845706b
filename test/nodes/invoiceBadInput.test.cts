import type { INodeParameters } from 'n8n-workflow';

import { by, NOT_GRANTED } from '../harness/inputs.cjs';
import {
	CLIENT,
	cost,
	expectBalanced,
	inBelgium,
	purchase,
	purchaseCredit,
	revenue,
	sale,
	SUPPLIER,
	type Line,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const more = (additionalFields: INodeParameters) => ({ additionalFields });
const withMore = (additionalFields: INodeParameters, lines = [cost()]) =>
	purchase('B-1', lines, more(additionalFields));
const saleWith = (additionalFields: INodeParameters) =>
	sale('', [revenue()], more(additionalFields));
const withLine = (line: Line) => purchase('B-1', [cost(), cost(100, line)]);
const shares = (...given: Array<[string, unknown, number]>) =>
	withLine({
		distribution: given.map(([plan, account, percentage]) => ({ plan, account, percentage })),
	});
const belgian = (parameters: INodeParameters) => ({ ...parameters, ...inBelgium });
const account = (ledgerAccount: string): Line => ({ ledgerAccount, amount: 1, vatCode: '4' });

type Case = [what: string, parameters: INodeParameters, code: string, says: RegExp];

const missing: readonly Case[] = [
	[
		'no type',
		purchase('', [cost()], { kind: '' }),
		'PARAM_REQUIRED',
		/^'Type' is empty.*supplierInvoice/,
	],
	[
		'another type',
		purchase('', [cost()], { kind: 'receipt' }),
		'PARAM_FORMAT',
		/^'Type' is "receipt".*customerRefund/,
	],
	[
		'no division',
		purchase('', [cost()], { division: by('id', '') }),
		'PARAM_REQUIRED',
		/^'Division' is empty/,
	],
	['no lines', purchase('', []), 'PARAM_REQUIRED', /^'Lines' are empty/],
	[
		'no supplier',
		purchase('', [cost()], { supplier: by('list', '') }),
		'PARAM_REQUIRED',
		/^'Supplier' is empty/,
	],
	[
		'no client',
		sale('', [revenue()], { client: by('code', ' ') }),
		'PARAM_REQUIRED',
		/^'Client' is empty/,
	],
	[
		'no date',
		purchase('', [cost()], { invoiceDate: '' }),
		'PARAM_REQUIRED',
		/^'Invoice Date' is empty/,
	],
	[
		'no date but a period',
		{ ...withMore({ period: '03/2026' }), invoiceDate: '' },
		'PARAM_REQUIRED',
		/^'Invoice Date' is empty/,
	],
	[
		'no ledger account',
		withLine({ ledgerAccount: '' }),
		'PARAM_REQUIRED',
		/Line 2 > Ledger Account' is empty/,
	],
	['no amount', withLine({ amount: '' }), 'PARAM_REQUIRED', /Line 2 > Amount' is empty/],
	[
		'no account of a share',
		shares(['costCenter', '', 100]),
		'PARAM_REQUIRED',
		/Line 2 > Distribution > Share 1 > Code or ID' is empty/,
	],
];

const malformed: readonly Case[] = [
	[
		'a date that is none',
		purchase('', [cost()], { invoiceDate: '2026-02-30' }),
		'PARAM_FORMAT',
		/^'Invoice Date' is not a date: "2026-02-30"/,
	],
	[
		'an amount with a comma',
		withLine({ amount: '1.234,56' }),
		'PARAM_FORMAT',
		/Line 2 > Amount' is not a number: "1.234,56"/,
	],
	[
		'parts of a cent',
		withLine({ amount: 10.005 }),
		'PARAM_FORMAT',
		/Line 2 > Amount' is 10.005.*2 decimals/,
	],
	[
		'parts of a cent of VAT',
		withLine({ vatAmount: 2.105 }),
		'PARAM_FORMAT',
		/Line 2 > VAT Amount' is 2.105.*2 decimals/,
	],
	[
		'parts of a cent in all',
		withMore({ total: 121.005 }),
		'PARAM_FORMAT',
		/Total' is 121.005.*2 decimals/,
	],
	[
		'parts of a cent of VAT in all',
		withMore({ vatAmount: 20.999 }),
		'PARAM_FORMAT',
		/VAT Amount' is 20.999.*2 decimals/,
	],
	[
		'parts of a yen',
		withMore({ currency: by('code', 'JPY') }, [cost(10.5)]),
		'PARAM_FORMAT',
		/Line 1 > Amount' is 10.5.*0 decimals/,
	],
	[
		'a supplier that is no ID',
		purchase('', [cost()], { supplier: by('id', '5084') }),
		'ID_FORMAT',
		/^'Supplier' is "5084".*By Code/,
	],
	[
		'a code that is too long',
		withLine({ costCenter: 'X'.repeat(99) }),
		'PARAM_FORMAT',
		/Line 2 > Cost Center' is "XXX.*at most \d+ characters/,
	],
	[
		'lines that are no JSON',
		purchase('', [], { linesJson: '[{' }),
		'PARAM_FORMAT',
		/^'Lines \(JSON\)' is not valid JSON/,
	],
	[
		'lines that are no list',
		purchase('', [], { linesJson: '{"amount": 1}' }),
		'PARAM_FORMAT',
		/^'Lines \(JSON\)' is not a list/,
	],
	[
		'a line that is no object',
		purchase('', [], { linesJson: '[1]' }),
		'PARAM_FORMAT',
		/Line 1' is "1"/,
	],
	[
		'a name that lines do not have',
		withLine({ vat_code: '4' }),
		'PARAM_FORMAT',
		/Line 2' contains "vat_code".*Did you mean vatCode/,
	],
	[
		'a period that is none',
		withMore({ period: '2026/3' }),
		'PARAM_FORMAT',
		/Book in Period' is '2026\/3'.*mm\/yyyy such as 03\/2026/,
	],
	[
		'a number with letters',
		saleWith({ entryNumber: 'F-12' }),
		'PARAM_FORMAT',
		/Entry Number' is "F-12"/,
	],
	['the number nought', saleWith({ entryNumber: '0' }), 'PARAM_FORMAT', /Entry Number' is "0"/],
	[
		'a number that is too large',
		saleWith({ entryNumber: '2147483648' }),
		'PARAM_FORMAT',
		/Entry Number' is "2147483648"/,
	],
	[
		'a wrong check digit',
		withMore({ paymentReference: '+++090/9337/55494+++' }),
		'PARAM_FORMAT',
		/Payment Reference' is '\+\+\+090\/9337\/55494\+\+\+'/,
	],
	[
		'one in Belgium',
		belgian({
			...saleWith({ paymentReference: '090933755494' }),
			linesJson: JSON.stringify([account('700000')]),
		}),
		'PARAM_FORMAT',
		/Payment Reference' is '090933755494'/,
	],
	[
		'a field that Exact does not have',
		withMore({ additionalExactFields: '{"OrderNumbr": 1}' }),
		'PARAM_FORMAT',
		/contains "OrderNumbr".*Did you mean OrderNumber/,
	],
	[
		'exact fields that are no object',
		withMore({ additionalExactFields: '[1]' }),
		'PARAM_FORMAT',
		/is not a JSON object/,
	],
	[
		'a percentage above 100',
		withLine({ nonDeductiblePercentage: 101 }),
		'PARAM_RANGE',
		/Non-Deductible VAT \(%\)' is 101.*from 0 to 100/,
	],
	[
		'a plan that Exact does not have',
		shares(['department', 'X', 100]),
		'PARAM_FORMAT',
		/Share 1 > Plan' is "department".*costCenter/,
	],
];

const unknown: readonly Case[] = [
	[
		'a supplier',
		purchase('', [cost()], { supplier: by('code', '99999') }),
		'PARTNER',
		/^'Supplier' is "99999", but there is no such supplier/,
	],
	[
		'a supplier by ID',
		purchase('', [cost()], { supplier: by('id', '11111111-1111-4111-8111-111111111111') }),
		'PARTNER',
		/no such supplier in division 2104587/,
	],
	[
		'a client that is a supplier',
		sale('', [revenue()], { client: by('code', SUPPLIER) }),
		'PARTNER',
		/^'Client' is 5084 .*, which is not a client/,
	],
	[
		'a supplier that is a client',
		purchase('', [cost()], { supplier: by('code', CLIENT) }),
		'PARTNER',
		/^'Supplier' is 1022 .*, which is not a supplier/,
	],
	[
		'several journals',
		belgian(purchase('', [account('610000')])),
		'JOURNAL_AMBIGUOUS',
		/Journal' is empty, but several.*60 Aankopen.*62/,
	],
	[
		'a journal',
		withMore({ journal: by('code', '65') }),
		'JOURNAL',
		/Journal' is "65", but there is no such journal.*Did you mean 60/,
	],
	[
		'a blocked journal',
		saleWith({ journal: by('code', '72') }),
		'JOURNAL',
		/Journal' is 72, which is blocked.*70 Verkoopboek/,
	],
	[
		'a journal of the other side',
		saleWith({ journal: by('code', '60') }),
		'JOURNAL',
		/Journal' is 60, which is a purchase journal.*A sales invoice needs a sales journal \(70 Verkoopboek\)/,
	],
	[
		'a return journal for an invoice',
		withMore({ journal: by('code', '61') }),
		'JOURNAL',
		/Journal' is 61, which is a purchase credit note journal/,
	],
	[
		'ledger accounts',
		purchase('', [cost(), cost(1, { ledgerAccount: '4110' }), cost(1, { ledgerAccount: '9999' })]),
		'GL_UNKNOWN',
		/Line 2 > Ledger Account' is "4110".*Did you mean 4100.*Line 3 > Ledger Account' is "9999"/,
	],
	[
		'a blocked ledger account',
		withLine({ ledgerAccount: '4900' }),
		'GL_BLOCKED',
		/Line 2 > Ledger Account' is 4900, which is blocked/,
	],
	[
		'a VAT code',
		withLine({ vatCode: '44' }),
		'VAT_UNKNOWN',
		/Line 2 > VAT Code' is "44".*Did you mean 4/,
	],
	[
		'a blocked VAT code',
		withLine({ vatCode: '8' }),
		'VAT_UNKNOWN',
		/Line 2 > VAT Code' is 8, which is blocked/,
	],
	[
		'a VAT code for sales',
		withLine({ vatCode: '7' }),
		'VAT_UNKNOWN',
		/Line 2 > VAT Code' is 7, which is for sales only/,
	],
	[
		'a VAT code for purchases',
		sale('', [revenue(1, { vatCode: '9' })]),
		'VAT_UNKNOWN',
		/VAT Code' is 9, which is for purchases only/,
	],
	[
		'a rate that the code does not have',
		withLine({ vatPercentage: 6 }),
		'VAT_RATE',
		/Line 2 > VAT Percentage' is 6 %, but VAT code 4 is 21 %/,
	],
	[
		'a payment term',
		withMore({ paymentTerm: by('code', '31') }),
		'PAYMENT_TERM_UNKNOWN',
		/Payment Term' is "31".*Did you mean 30/,
	],
	['a currency', withMore({ currency: by('code', 'SEK') }), 'CURRENCY', /Currency' is "SEK"/],
	[
		'a currency that the journal refuses',
		belgian({
			...withMore({ journal: by('code', '62'), currency: by('code', 'USD') }),
			linesJson: JSON.stringify([account('610000')]),
		}),
		'CURRENCY',
		/Currency' is USD, but journal 62 only accepts EUR/,
	],
	[
		'a date without a period',
		purchase('', [cost()], { invoiceDate: '2031-01-01' }),
		'PERIOD_UNKNOWN',
		/^'Invoice Date' is 2031-01-01, which is not in any financial period/,
	],
	[
		'a closed period',
		purchase('', [cost()], { invoiceDate: '2026-01-31' }),
		'PERIOD_CLOSED',
		/^'Invoice Date' is 2026-01-31: period 2026\/1 is closed for journal 60/,
	],
	[
		'a closed period to book in',
		withMore({ period: '12/2024' }),
		'PERIOD_CLOSED',
		/Book in Period' is 12\/2024: period 2024\/12 is closed/,
	],
	[
		'a cost center',
		withLine({ costCenter: 'VERKO' }),
		'ANALYTIC_UNKNOWN',
		/Line 2 > Cost Center' is "VERKO".*Did you mean VERK/,
	],
	[
		'a cost unit',
		withLine({ costUnit: 'FIETSEN' }),
		'ANALYTIC_UNKNOWN',
		/Line 2 > Cost Unit' is "FIETSEN"/,
	],
	[
		'a project',
		withLine({ project: 'P2027-01' }),
		'ANALYTIC_UNKNOWN',
		/Line 2 > Project' is "P2027-01"/,
	],
	[
		'an account of a share',
		shares(['costCenter', 'VERK', 50], ['costCenter', 'XX', 50]),
		'ANALYTIC_UNKNOWN',
		/Line 2 > Cost Center' is "XX"/,
	],
];

const unfit: readonly Case[] = [
	[
		'a total that is another',
		withMore({ total: 121.5 }),
		'TOTAL_MISMATCH',
		/lines add up to 121\.00, total is 121\.50 \(difference 0\.50\).*Correction Ledger Account/,
	],
	[
		'a total below nothing',
		purchase('', [cost(-10)]),
		'PARAM_RANGE',
		/^'Lines' add up to -12\.1.*credit note/,
	],
	[
		'no cost center where one must be',
		withLine({ ledgerAccount: '4400' }),
		'ANALYTIC_REQUIRED',
		/Line 2 > Cost Center' is empty, but ledger account 4400 requires a cost center/,
	],
	[
		'one accrual date',
		withLine({ from: '2026-01-01' }),
		'PARAM_PAIR',
		/Line 2 > Accrue From' has no end date.*both/,
	],
	[
		'one accrual date for all',
		withMore({ accrueTo: '2026-01-31' }),
		'PARAM_PAIR',
		/has no start date/,
	],
	[
		'an accrual that ends first',
		withLine({ from: '2026-02-01', to: '2026-01-01' }),
		'PARAM_RANGE',
		/starts on 2026-02-01, after its end on 2026-01-01/,
	],
	[
		'shares of 90',
		shares(['costCenter', 'ALG', 40], ['costCenter', 'VERK', 50]),
		'ANALYTIC_SHARE',
		/Line 2' has shares for cost center that add up to 90\.00 %/,
	],
	[
		'shares of an account twice',
		shares(['costUnit', 'FIETS', 50], ['costUnit', 'fiets', 50]),
		'ANALYTIC_DUPLICATE',
		/Line 2' has cost unit 'fiets' more than once/i,
	],
	[
		'a share beside a whole account',
		withLine({
			costCenter: 'ALG',
			distribution: [{ plan: 'costCenter', account: 'VERK', percentage: 100 }],
		}),
		'ANALYTIC_DUPLICATE',
		/Line 2 > Distribution' holds shares of a plan that has an account for the whole line/,
	],
	[
		'a rate without a currency',
		withMore({ exchangeRate: 0.9 }),
		'PARAM_PAIR',
		/Exchange Rate' is given without another currency/,
	],
	[
		'a rate of nothing',
		withMore({ exchangeRate: 0, currency: by('code', 'USD') }),
		'PARAM_RANGE',
		/Exchange Rate' is 0/,
	],
	[
		'a G-account in Belgium',
		belgian({
			...withMore({ gAccountAmount: 1, journal: by('code', '60') }),
			linesJson: JSON.stringify([account('610000')]),
		}),
		'PARAM_RANGE',
		/G-Account Amount' is given, but blocked accounts exist in the Netherlands only/,
	],
	[
		'more for the G-account than there is',
		withMore({ gAccountAmount: 122 }),
		'PARAM_RANGE',
		/G-Account Amount' is 122, more than the total of 121/,
	],
	[
		'tax withheld in the Netherlands',
		saleWith({ withholdingPercentage: 15 }),
		'WITHHOLDING_UNSUPPORTED',
		/Withholding Tax' is given, but exists for sales in Spain only/,
	],
	[
		'a correction without its VAT code',
		withMore({ total: 121, correctionLedgerAccount: by('code', '9110') }),
		'PARAM_PAIR',
		/Correction VAT Code' is empty/,
	],
	[
		'a correction without a total',
		withMore({ correctionLedgerAccount: by('code', '9110'), correctionVatCode: by('code', '0') }),
		'PARAM_PAIR',
		/Total' is empty/,
	],
	[
		'a correction on a blocked account',
		withMore({
			total: 122,
			correctionLedgerAccount: by('code', '4900'),
			correctionVatCode: by('code', '0'),
		}),
		'GL_BLOCKED',
		/Correction Ledger Account' is 4900, which is blocked/,
	],
	[
		'VAT that is not deductible in a sale',
		sale('', [revenue(1, { nonDeductiblePercentage: 50 })]),
		'PARAM_PAIR',
		/Non-Deductible VAT \(%\)' is given, but exists for purchases only/,
	],
	[
		'private use in a sale',
		sale('', [revenue(1, { privateUsePercentage: 50 })]),
		'PARAM_PAIR',
		/Private Use \(%\)' is given, but exists for purchases only/,
	],
	[
		'a file that is not there',
		withMore({ file: 'data' }),
		'FILE',
		/File' is "data", but the item has no file under this name/,
	],
	[
		'a credit note of a negative total',
		purchase('', [cost(-1)], purchaseCredit),
		'PARAM_RANGE',
		/^'Lines' add up to -1\.21/,
	],
];

describe('Invoice: Create refuses', () => {
	beforeAll(async () => await bench.reset());
	beforeEach(async () => await bench.sandbox.clearLog());

	describe.each([
		['what is missing', missing],
		['what is malformed', malformed],
		['what is unknown', unknown],
		['what does not fit', unfit],
	])('%s', (_, cases) => {
		it.each(cases)('%s', async (_what, parameters, code, says) => {
			const error = await bench.fail(parameters);
			expect(`${error.message} ${String(error.description)}`).toMatch(says);
			expect(error.context.code).toBe(code);
			expect(error.context.itemIndex).toBe(0);
			const calls = await bench.sandbox.log();
			expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
			expect(calls.filter(({ endpoint }) => /Entries$/.test(endpoint))).toEqual([]);
			expect(calls.filter(({ counted }) => counted.error)).toEqual([]);
		});
	});

	it("a division that is not this login's", async () => {
		const error = await bench.fail(purchase('', [cost()], { division: by('id', NOT_GRANTED) }));
		expect(['DIVISION_UNKNOWN', 'FORBIDDEN']).toContain(error.context.code);
		expect(await bench.calls()).toHaveLength(1);
	});
});
