import { by } from '../harness/inputs.cjs';
import {
	CLIENT,
	cost,
	purchase,
	purchaseCredit,
	revenue,
	sale,
	SUPPLIER,
} from '../harness/invoices.cjs';
import {
	account,
	belgian,
	bench,
	expectRefused,
	keepBalanced,
	type Refusal,
	saleWith,
	shares,
	withLine,
	withMore,
} from './refusals.cjs';

keepBalanced();

const unknown: readonly Refusal[] = [
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
		/Line 2 > Ledger Account' is "4110".*Did you mean 4100.*Line 3 > Ledger Account' is "9999".*Known are 9/,
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

const unfit: readonly Refusal[] = [
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
		'a correction of lines whose VAT Exact chooses',
		withMore(
			{
				total: 122,
				correctionLedgerAccount: by('code', '9110'),
				correctionVatCode: by('code', '0'),
			},
			[cost(100, { vatCode: undefined })],
		),
		'PARAM_PAIR',
		/^'Lines' have no VAT code, so that the difference to the total is not known/,
	],
	[
		'a correction on a blocked account',
		withMore({
			total: 122,
			correctionLedgerAccount: by('code', '4900'),
			correctionVatCode: by('code', '0'),
		}),
		'GL_BLOCKED',
		/Correction > Ledger Account' is 4900, which is blocked/,
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
		/File.*' is "data", but the item has no file under this name/,
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

	describe.each([
		['what is unknown', unknown],
		['what does not fit', unfit],
	])('%s', (_, cases) => {
		it.each(cases)('%s', async (...refusal) => await expectRefused(refusal));
	});
});
