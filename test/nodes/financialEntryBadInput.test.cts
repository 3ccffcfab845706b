import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import { CLIENT, posted, SUPPLIER, type Line } from '../harness/invoices.cjs';
import {
	BANK,
	costs,
	entriesOf,
	money,
	moneyWith,
	paid,
	received,
} from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import { change } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

const line = (one: Line) => money([one]);
const office = (more: Line) => costs(-121, { ledgerAccount: '4100', ...more });

/** Parameters, the error's code, its message, and what the description advises. */
type Case = readonly [string, INodeParameters, string, RegExp, RegExp?];

const named = (cases: readonly Case[]) => cases.map((one) => ({ name: one[0], one }));

async function refused([, parameters, code, message, advice]: Case): Promise<void> {
	const error = await bench.fail(parameters);
	expect(error.context.code).toBe(code);
	expect(error.message).toMatch(message);
	if (advice !== undefined) expect(error.description).toMatch(advice);
	expect(await posted(bench)).toEqual([]);
}

describe('A bank entry is refused, and nothing sent,', () => {
	const header: readonly Case[] = [
		[
			'without a journal',
			money([costs()], { journal: by('code', '') }),
			'PARAM_REQUIRED',
			/Journal/,
		],
		[
			'in a journal for sales',
			money([costs()], { journal: by('code', '70') }),
			'JOURNAL',
			/^'Journal' is 70, which is a sales journal$/,
			/needs a bank or cash journal \(10 Kas, 20 Rabobank\)/,
		],
		[
			'in a journal that does not exist',
			money([costs()], { journal: by('code', '21') }),
			'JOURNAL',
			/^'Journal' is "21", but there is no such journal/,
		],
		['without a date', money([costs()], { date: '' }), 'PARAM_REQUIRED', /^'Date' is empty$/],
		['in no period', money([costs()], { date: '2031-01-01' }), 'PERIOD_UNKNOWN', /2031-01-01/],
		['in a closed period', money([costs()], { date: '2024-05-01' }), 'PERIOD_CLOSED', /2024\/5/],
		[
			'in another period that is closed',
			moneyWith({ period: '05/2024' }),
			'PERIOD_CLOSED',
			/^'Additional Fields > Book in Period' is 05\/2024/,
		],
		['with letters in its number', moneyWith({ entryNumber: 'A1' }), 'PARAM_FORMAT', /"A1"/],
		[
			'in a currency that does not exist',
			moneyWith({ currency: by('code', 'XXX') }),
			'CURRENCY',
			/"XXX"/,
		],
		[
			'with a rate, but no currency',
			moneyWith({ exchangeRate: 0.9 }),
			'PARAM_PAIR',
			/Exchange Rate' is given without another currency/,
		],
		[
			'with a rate of 0',
			moneyWith({ currency: by('code', 'USD'), exchangeRate: 0 }),
			'PARAM_RANGE',
			/Exchange Rate' is 0/,
		],
		[
			'with a balance in fractions of a cent',
			moneyWith({ openingBalance: 0.125 }),
			'PARAM_FORMAT',
			/Opening Balance' is 0\.125/,
		],
		[
			'with a field that Exact does not know',
			moneyWith({ additionalExactFields: '{"BankStatementDocumet": "x"}' }),
			'PARAM_FORMAT',
			/BankStatementDocumet/,
			/Did you mean BankStatementDocument\?/,
		],
		[
			'with a field that the node fills',
			moneyWith({ additionalExactFields: '{"ClosingBalanceFC": 5}' }),
			'PARAM_PAIR',
			/"ClosingBalanceFC", which this node fills itself/,
		],
		['without lines', money([]), 'PARAM_REQUIRED', /^'Lines' are empty$/],
	];
	it.each(named(header))('$name', async ({ one }) => await refused(one));

	const lines: readonly Case[] = [
		['of nothing', line({ amount: 1 }), 'PARAM_REQUIRED', /^'Line 1 > Ledger Account' is empty$/],
		[
			'of two at once',
			line(received(1, { ledgerAccount: '9200', supplier: SUPPLIER })),
			'PARAM_PAIR',
			/^'Line 1 > Ledger Account' is given, and Client and Supplier as well$/,
			/belongs in 'Control Account'/,
		],
		['of 0', line(costs(0)), 'PARAM_RANGE', /^'Line 1 > Amount' is 0$/, /came in as a positive/],
		['of no amount', line({ ledgerAccount: '9200' }), 'PARAM_REQUIRED', /Amount' is empty/],
		['of text', line({ ...costs(), amount: '1.234,56' }), 'PARAM_FORMAT', /not a number/],
		['of half a cent', line(costs(0.005)), 'PARAM_FORMAT', /^'Line 1 > Amount' is 0\.005$/],
		['on no account', line(costs(1, { ledgerAccount: '9999' })), 'GL_UNKNOWN', /"9999"/],
		['on a blocked account', line(costs(1, { ledgerAccount: '4900' })), 'GL_BLOCKED', /4900/],
		[
			'on receivables, without a client',
			line(costs(1, { ledgerAccount: '1300' })),
			'PARTNER',
			/^'Line 1 > Client' is empty, but ledger account 1300 is one of receivables$/,
		],
		[
			'of a supplier, on receivables',
			line(paid(-1, { controlAccount: '1300' })),
			'GL_TYPE',
			/is 1300, which is one of receivables, but the line is with a supplier/,
		],
		[
			'of a ledger account, on a control account',
			line(costs(1, { controlAccount: '1300' })),
			'PARAM_PAIR',
			/Control Account' is given, but the line is of no client/,
		],
		['of nobody', line(received(1, { client: '99999' })), 'PARTNER', /no such client/],
		['of no client', line(received(1, { client: SUPPLIER })), 'PARTNER', /which is not a client/],
		['of no supplier', line(paid(1, { supplier: CLIENT })), 'PARTNER', /which is not a supplier/],
		['of no employee', line({ employee: '99', amount: 1 }), 'PARTNER', /no such employee/],
		[
			'of an employee, without an account for them',
			line({ employee: '1', amount: 1 }),
			'CONTROL_ACCOUNT',
			/^'Line 1 > Employee' is 1 Hendrik van Dam, but there is no ledger account of employees \(type 25\)$/,
			/Fill 'Control Account'/,
		],
		[
			'of an employee who is no relation',
			line({ employee: '2', amount: 1, controlAccount: '1700' }),
			'EMPLOYEE_ACCOUNT',
			/^'Line 1 > Employee' is 2 Saskia Bouwman, who is linked to no relation$/,
		],
		[
			'with letters as invoice number',
			line(received(1, { ourReference: 'F-1' })),
			'PARAM_FORMAT',
			/^'Line 1 > Our Reference' is "F-1"$/,
			/belongs in 'Description'/,
		],
		[
			'with an invoice number of 11 digits',
			line(received(1, { ourReference: '26700000001' })),
			'PARAM_FORMAT',
			/Our Reference/,
		],
		['with VAT of a client', line(received(1, { vatCode: '4' })), 'TAX_LINE', /line of a client/],
		['with VAT of a supplier', line(paid(1, { vatAmount: 1 })), 'TAX_LINE', /line of a supplier/],
		['with no such VAT code', line(office({ vatCode: '44' })), 'VAT_UNKNOWN', /"44"/],
		[
			'with a blocked VAT code',
			line(office({ vatCode: '8' })),
			'VAT_UNKNOWN',
			/8, which is blocked/,
		],
		['with VAT of no code', line(office({ vatAmount: 21 })), 'PARAM_PAIR', /without a VAT code/],
		[
			'with more VAT than amount',
			line(office({ vatCode: '4', vatAmount: 121 })),
			'PARAM_RANGE',
			/^'Line 1 > VAT Amount' is not a part of the amount$/,
		],
		[
			'with VAT of the other sign',
			line(costs(121, { ledgerAccount: '8000', vatCode: '4', vatAmount: -21 })),
			'PARAM_RANGE',
			/VAT Amount' is not a part/,
		],
		[
			'with paid VAT of a reverse charge',
			line(office({ vatCode: '6', vatAmount: 21 })),
			'PARAM_PAIR',
			/VAT code 6 has none that could be paid/,
		],
		['of no cost center', line(office({ costCenter: 'NONE' })), 'ANALYTIC_UNKNOWN', /"NONE"/],
		[
			'without a cost center that is needed',
			line(costs(1, { ledgerAccount: '4400' })),
			'ANALYTIC_REQUIRED',
			/ledger account 4400 requires a cost center/,
		],
		[
			'with shares of 90 %',
			line(office({ distribution: [{ plan: 'costCenter', account: 'VERK', percentage: 90 }] })),
			'ANALYTIC_SHARE',
			/90/,
		],
		['with an unknown name', line(costs(1, { vat: '4' })), 'PARAM_FORMAT', /contains "vat"/],
	];
	it.each(named(lines))('for a line $name', async ({ one }) => await refused(one));

	it('for all problems together', async () => {
		const error = await bench.fail(money([costs(0), received(1, { client: '99999' })]));
		expect(error.message).toBe("'Line 1 > Amount' is 0 (and 1 more)");
		expect(error.description).toContain("'Line 2 > Client'");
		const { problems } = error.context.details as { problems: IDataObject[] };
		expect(problems.map(({ code }) => code)).toEqual(['PARAM_RANGE', 'PARTNER']);
	});
});

describe('What the books do not allow is refused, and nothing sent:', () => {
	const bank = async (settings: IDataObject) => {
		const journals = await bench.sandbox.records(NL, 'Journals');
		const [row] = journals.filter(({ Code }) => Code === BANK);
		await change(bench.sandbox, 'Journals', [row ?? {}], () => settings);
	};

	it.each<[string, IDataObject, INodeParameters, string, RegExp]>([
		['a blocked journal', { IsBlocked: true }, money(), 'JOURNAL', /20, which is blocked/],
		[
			'VAT',
			{ AllowVAT: false },
			line(office({ vatCode: '4' })),
			'VAT_NOT_ALLOWED',
			/journal 20 takes no VAT/,
		],
		[
			'another currency',
			{ AllowVariableCurrency: false },
			moneyWith({ currency: by('code', 'USD') }),
			'CURRENCY',
			/is USD, but journal 20 only accepts EUR/,
		],
		[
			'a rate',
			{ AllowVariableExchangeRate: false },
			moneyWith({ currency: by('code', 'USD'), exchangeRate: 0.9 }),
			'PARAM_PAIR',
			/journal 20 takes Exact's own rates only/,
		],
	])('%s', async (_, settings, parameters, code, message) => {
		await bank(settings);
		await refused(['', parameters, code, message]);
	});

	it('several accounts that may be the control account', async () => {
		const journals = await bench.sandbox.records(NL, 'Journals');
		const sales = journals.filter(({ Code }) => Code === '71');
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const GLAccount = accounts.find(({ Code }) => Code === '1301')?.ID;
		await change(bench.sandbox, 'Journals', sales, () => ({ GLAccount }));
		await refused([
			'',
			money([received()]),
			'CONTROL_ACCOUNT',
			/^'Line 1 > Client' is 1022 Bakfietsen Amsterdam, but there are several ledger accounts of receivables \(type 20\): 1300 Debiteuren, 1301 Debiteuren buitenland and none is set for this relation$/,
			/Fill 'Control Account', or give the client a ledger account of its own/,
		]);
	});

	it('a number that is taken', async () => {
		const [taken] = (await entriesOf(bench, BANK)).filter(
			({ FinancialYear }) => FinancialYear === 2026,
		);
		await refused([
			'',
			moneyWith({ entryNumber: String(taken?.EntryNumber) }),
			'CONFLICT',
			/^A bank entry with number \d+ in journal 20, year 2026 is booked already/,
		]);
	});
});
