import { accrual, credit, debit, general } from '../harness/generalEntries.cjs';
import { by } from '../harness/inputs.cjs';
import { CLIENT, SUPPLIER, type Line } from '../harness/invoices.cjs';
import { bench, expectRefused, keepBalanced, type Refusal } from './refusals.cjs';

keepBalanced();

const entry = (journal: string, lines: readonly Line[]) =>
	general(lines, { journal: by('code', journal) }, 'journalEntry');
const client = { client: CLIENT };
const supplier = { supplier: SUPPLIER };
const vat = { vatCode: '4' };
const owed = debit(121, '1300', client);
const earned = credit(100, '8000', vat);

const refusals: readonly Refusal[] = [
	[
		'lines that do not balance',
		entry('90', [debit(100), credit(99)]),
		'BALANCE',
		/^'Lines' do not balance: debit 100\.00, credit 99\.00/,
	],
	[
		'lines that do not balance with their VAT',
		entry('70', [debit(100, '1300', client), earned]),
		'BALANCE',
		/^'Lines' do not balance: debit 100\.00, credit 121\.00/,
	],
	[
		'a line with debit and credit',
		entry('90', [{ ...debit(1), credit: 1 }, credit(1)]),
		'LINE_AMOUNT',
		/^'Line 1' has both debit and credit/,
	],
	['one line', entry('90', [debit(1)]), 'PARAM_REQUIRED', /at least two lines/],
	[
		'VAT in a journal without',
		entry('90', [debit(100, '4100', vat), credit(121)]),
		'VAT_NOT_ALLOWED',
		/^'Line 1 > VAT Code' is given, but journal 90 takes no VAT/,
	],
	[
		'VAT without a code',
		entry('60', [debit(100, '4100', { vatAmount: 1 }), credit(101, '1600', supplier)]),
		'PARAM_PAIR',
		/'Line 1 > VAT Amount' is given without a VAT code/,
	],
	[
		'sales without a client',
		entry('70', [debit(121, '1150'), earned]),
		'ROUTE',
		/'Lines' hold none with a client, but journal 70 is one for sales.*exactly one/,
	],
	[
		'sales with two clients',
		entry('70', [debit(100, '1300', client), debit(21, '1300', client), earned]),
		'ROUTE',
		/'Lines' hold 2 with a client \(Line 1, Line 2\)/,
	],
	[
		'sales with a supplier',
		entry('70', [
			owed,
			earned,
			debit(5, '4100', { ...supplier, ...vat }),
			credit(6.05, '4200', { vatCode: '0' }),
		]),
		'ROUTE',
		/'Line 3 > Supplier' is given, but the journal is one for sales/,
	],
	[
		'a client who is not on the line of the receivable',
		entry('70', [debit(121, '1150', { vatCode: '0' }), credit(100, '8000', { ...client, ...vat })]),
		'GL_TYPE',
		/'Line 2 > Ledger Account' is that of the client, but not an account of receivables/,
	],
	[
		'a line of VAT beside codes',
		entry('70', [owed, credit(100, '8000', { vatCode: '0' }), credit(21, '1500')]),
		'ROUTE',
		/'Line 3 > Ledger Account' is an account of VAT.*'VAT Code' on the line of the costs/,
	],
	[
		'an invoice line without a VAT code',
		entry('60', [debit(100), credit(100, '1600', supplier)]),
		'PARAM_REQUIRED',
		/'Line 1 > VAT Code' is empty, and Exact would choose one/,
	],
	[
		'a VAT code for the other side',
		entry('70', [owed, credit(100, '8000', { vatCode: '9' })]),
		'VAT_UNKNOWN',
		/'Line 2 > VAT Code' is 9, which is for purchases only/,
	],
	[
		'an invoice in a journal for credit notes',
		entry('71', [owed, earned]),
		'JOURNAL',
		/^'Journal' is 71, which is a sales credit note journal/,
	],
	[
		'a bank entry without the line of the bank',
		entry('20', [debit(100, '1150'), credit(100, '1300', client)]),
		'ROUTE',
		/'Lines' hold none on ledger account 1100, the own account of journal 20/,
	],
	['an unknown journal', entry('9X', accrual), 'JOURNAL', /^'Journal' is "9X"/],
	[
		'a blocked journal',
		entry('72', [owed, earned]),
		'JOURNAL',
		/^'Journal' is 72, which is blocked/,
	],
	['no journal', { ...entry('', accrual) }, 'PARAM_REQUIRED', /^'Journal' is empty/],
	[
		'shares that do not add up',
		entry('60', [
			debit(100, '4100', {
				...vat,
				distribution: [{ plan: 'costUnit', account: 'FIETS', percentage: 50 }],
			}),
			credit(121, '1600', supplier),
		]),
		'ANALYTIC_SHARE',
		/add up to 50\.00 %/,
	],
	[
		'no date',
		{ ...entry('60', [debit(100, '4100', vat), credit(121, '1600', supplier)]), date: '' },
		'PARAM_REQUIRED',
		/^'Date' is empty/,
	],
];

describe.each(['strict', 'lenient'] as const)(
	'A journal entry is refused, %s sandbox',
	(profile) => {
		beforeEach(async () => await bench.reset(profile));

		it.each(refusals)('for %s', async (...refusal) => {
			await expectRefused(refusal);
		});
	},
);
