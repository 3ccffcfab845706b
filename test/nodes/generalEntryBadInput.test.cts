import type { INodeParameters } from 'n8n-workflow';

import { accrual, credit, debit, general, generalWith } from '../harness/generalEntries.cjs';
import { by, NL, NOT_GRANTED } from '../harness/inputs.cjs';
import { CLIENT, SUPPLIER, type Line } from '../harness/invoices.cjs';
import { bench, expectRefused, keepBalanced, type Refusal } from './refusals.cjs';

keepBalanced();

const inJournal = (code: string) => general(accrual, { journal: by('code', code) });
const first = (line: Line) => general([debit(100, '4100', line), credit(100)]);
const onAccount = (account: string, more: Line = {}) =>
	general([debit(100, account, more), credit(100)]);

const shape: readonly Refusal[] = [
	['no lines', general([]), 'PARAM_REQUIRED', /^'Lines' are empty.*at least two lines/],
	['one line', general([debit(1)]), 'PARAM_REQUIRED', /^'Lines' hold one line only.*at least two/],
	[
		'lines that do not balance',
		general([debit(1000), credit(999.99)]),
		'BALANCE',
		/^'Lines' do not balance: debit 1000\.00, credit 999\.99 \(difference 0\.01\)/,
	],
	[
		'debit and credit in one line',
		general([{ ledgerAccount: '4100', debit: 1, credit: 1 }, credit(1)]),
		'LINE_AMOUNT',
		/^'Line 1' has both debit and credit.*exactly one/,
	],
	[
		'neither debit nor credit',
		general([debit(1), { ledgerAccount: '1700' }]),
		'LINE_AMOUNT',
		/^'Line 2' has neither debit nor credit/,
	],
	[
		'a negative amount',
		general([debit(-1, '1700'), debit(1)]),
		'LINE_AMOUNT',
		/^'Line 1' has a negative amount.*positive/,
	],
	[
		'parts of a cent',
		general([debit(1.005), credit(1)]),
		'PARAM_FORMAT',
		/'Line 1 > Debit' is 1\.005.*2 decimals/,
	],
	[
		'an amount with a comma',
		general([debit('1,50' as unknown as number), credit(1)]),
		'PARAM_FORMAT',
		/'Lines \(JSON\) > Line 1 > Debit' is not a number/,
	],
	[
		'a field that lines do not have',
		first({ vatCode: '4' }),
		'PARAM_FORMAT',
		/Line 1' contains "vatCode"/,
	],
	[
		'no ledger account',
		general([{ debit: 1 }, credit(1)]),
		'PARAM_REQUIRED',
		/Line 1 > Ledger Account' is empty/,
	],
];

const partners: readonly Refusal[] = [
	[
		'a receivable of nobody',
		onAccount('1300'),
		'PARTNER',
		/^'Line 1 > Client' is empty, but ledger account 1300 is one of receivables/,
	],
	[
		'a payable of nobody',
		onAccount('1600'),
		'PARTNER',
		/^'Line 1 > Supplier' is empty, but ledger account 1600 is one of payables/,
	],
	[
		'a client on an account of payables',
		onAccount('1600', { client: CLIENT }),
		'GL_TYPE',
		/^'Line 1 > Ledger Account' is 1600, which is one of payables, but the line is with a client/,
	],
	[
		'a supplier on an account of receivables',
		onAccount('1300', { supplier: SUPPLIER }),
		'GL_TYPE',
		/one of receivables, but the line is with a supplier/,
	],
	[
		'both a client and a supplier',
		first({ client: CLIENT, supplier: SUPPLIER }),
		'PARAM_PAIR',
		/^'Line 1 > Client' is given, and Supplier as well/,
	],
	[
		'an unknown client',
		first({ client: '999999' }),
		'PARTNER',
		/is "999999", but there is no such client/,
	],
	[
		'a client who is only a supplier',
		first({ client: SUPPLIER }),
		'PARTNER',
		/^'Line 1 > Client' is 5084 .*which is not a client/,
	],
];

const masters: readonly Refusal[] = [
	['an unknown account', onAccount('4l00'), 'GL_UNKNOWN', /"4l00".*Did you mean 4/],
	['a blocked account', onAccount('4900'), 'GL_BLOCKED', /is 4900, which is blocked/],
	[
		'an account that wants a cost center',
		onAccount('4400'),
		'ANALYTIC_REQUIRED',
		/requires a cost center/,
	],
	[
		'an unknown cost center',
		first({ costCenter: 'VERKK' }),
		'ANALYTIC_UNKNOWN',
		/Did you mean VERK\?/,
	],
	[
		'shares that do not add up',
		first({ distribution: [{ plan: 'costCenter', account: 'VERK', percentage: 99 }] }),
		'ANALYTIC_SHARE',
		/add up to 99\.00 %/,
	],
	[
		'a sales journal',
		inJournal('70'),
		'JOURNAL',
		/^'Journal' is 70, which is a sales journal.*general journal \(90/,
	],
	['an unknown journal', inJournal('9O'), 'JOURNAL', /^'Journal' is "9O"/],
	['an unknown currency', generalWith({ currency: by('code', 'XXX') }), 'CURRENCY', /"XXX"/],
	[
		'a rate without a currency',
		generalWith({ exchangeRate: 1.1 }),
		'PARAM_PAIR',
		/'Additional Fields > Exchange Rate' is given without another currency/,
	],
	['no date', general(accrual, { date: '' }), 'PARAM_REQUIRED', /^'Date' is empty/],
	[
		'a day that is none',
		general(accrual, { date: '2026-02-30' }),
		'PARAM_FORMAT',
		/^'Date' is not a date/,
	],
	[
		'a day in no period',
		general(accrual, { date: '1999-01-01' }),
		'PERIOD_UNKNOWN',
		/^'Date' is 1999-01-01, which is not in any financial period/,
	],
	[
		'a month that is none',
		generalWith({ period: '13/2026' }),
		'PARAM_FORMAT',
		/Book in Period' is '13\/2026'/,
	],
	[
		'a number with letters',
		generalWith({ entryNumber: 'M-12' }),
		'PARAM_FORMAT',
		/'Additional Fields > Entry Number' is "M-12".*'Booking Reference'/,
	],
	[
		'fields that the node fills',
		generalWith({ additionalExactFields: '{"JournalCode": "70"}' }),
		'PARAM_PAIR',
		/contains "JournalCode", which this node fills itself/,
	],
	[
		'fields that Exact does not know',
		generalWith({ additionalExactFields: '{"Description": "x"}' }),
		'PARAM_FORMAT',
		/contains "Description", which Exact does not know/,
	],
	['a file that is not there', generalWith({ file: 'data' }), 'FILE', /no file under this name/],
	[
		'no division',
		general(accrual, { division: by('id', '') }),
		'PARAM_REQUIRED',
		/^'Division' is empty/,
	],
];

describe.each(['strict', 'lenient'] as const)(
	'A general entry is refused, %s sandbox',
	(profile) => {
		beforeEach(async () => await bench.reset(profile));

		it.each([...shape, ...partners, ...masters])('for %s', async (...refusal) => {
			await expectRefused(refusal);
		});

		it('for a period that is closed for the journal', async () => {
			const [status] = (await bench.sandbox.records(NL, 'JournalStatusList')).filter(
				({ Journal, Status }) => Journal === '90' && Status === 1,
			);
			const date = `${Number(status?.Year)}-${String(status?.Period).padStart(2, '0')}-15`;
			await expectRefused([
				'',
				general(accrual, { date }),
				'PERIOD_CLOSED',
				/^'Date' is .* is closed for journal 90/,
			]);
		});

		it('for a rate that the journal does not take', async () => {
			const [journal] = (await bench.sandbox.records(NL, 'Journals')).filter(
				({ Code }) => Code === '90',
			);
			await bench.sandbox.insert(NL, 'Journals', [
				{ ...journal, AllowVariableExchangeRate: false },
			]);
			const parameters: INodeParameters = generalWith({
				currency: by('code', 'USD'),
				exchangeRate: 1,
			});
			await expectRefused([
				'',
				parameters,
				'PARAM_PAIR',
				/journal 90 takes Exact's own rates only/,
			]);
		});

		it('for no journal where several would do; a blocked one does not count', async () => {
			const journals = await bench.sandbox.records(NL, 'Journals');
			const row = journals.find(({ Code }) => Code === '90');
			const ID = '99999999-9999-4999-8999-999999999991';
			const another = { ...row, ID, Code: '91', Description: 'Correcties' };
			await bench.sandbox.insert(NL, 'Journals', [{ ...another, IsBlocked: true }]);
			expect((await bench.run(general())).json[0]).toMatchObject({ journal: '90' });
			await bench.sandbox.insert(NL, 'Journals', [{ ...another, IsBlocked: false }]);
			await expectRefused([
				'',
				general(),
				'JOURNAL_AMBIGUOUS',
				/^'Journal' is empty, but several journals take .*90 Memoriaal, 91 Correcties/,
			]);
		});

		it('for a division that was not granted', async () => {
			const error = await bench.fail(general(accrual, { division: by('id', NOT_GRANTED) }));
			expect(error.context.code).toBe('DIVISION_UNKNOWN');
		});

		it('naming everything that is wrong at once', async () => {
			const lines = [debit(1, '4900'), { ledgerAccount: '17OO' }];
			const error = await bench.fail(general(lines, { date: '' }));
			expect(error.message).toMatch(/\(and 3 more\)$/);
			expect(error.description).toContain("'Line 1 > Ledger Account' is 4900, which is blocked");
			expect(error.description).toContain("'Line 2' has neither debit nor credit");
		});
	},
);
