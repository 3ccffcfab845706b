import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { alphabet } from '../../../kit/alphabet';
import type { Inputs } from '../../../kit/field';
import { collection, switchField, textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import type { ItemOperation } from '../../../kit/operation';
import { outputFields, presenter, type OutputInputs } from '../../../kit/output';
import { beginsWithOneOf, codePrefixes } from '../../../kit/prefixes';
import { divisionReference } from '../../../kit/reference';
import { balancesOf, type Balance } from '../../../ledger/balances';
import { financialPeriod } from '../../../records/financialPeriod';
import { glAccount } from '../../../records/glAccount';
import { ledgerBalance, openingBalances, reportingBalance } from '../../../records/ledgerBalance';
import { schemaOf } from '../../../records/record';
import { transactionLine } from '../../../records/transactionLine';
import { boundField, requiredBound } from './bounds';
import { movementsOf } from './movements';
import { rangeOf, type Range } from './range';
import { ALL_RESULTS } from './sources';

const fields = {
	division: divisionReference(lookUps.division),
	to: requiredBound({
		label: 'To',
		hint: 'Last month or day, included: 2026-06 or 2026-06-25',
	}),
	filters: collection(
		{ label: 'Filters', section: 'filters', add: 'Add Filter' },
		{
			from: boundField({
				label: 'From',
				hint: 'First month or day, included; the beginning of the bookyear when it is empty',
			}),
			accounts: codePrefixes({
				label: 'Accounts',
				placeholder: 'e.g. 1,40,8000',
				hint: 'What the code begins with, separated by commas; all accounts when it is empty',
			}),
			costCenter: textField({ label: 'Cost Center', hint: 'Only what was booked on this code' }),
			costUnit: textField({ label: 'Cost Unit', hint: 'Only what was booked on this code' }),
			processedOnly: switchField({
				label: 'Processed Only',
				hint: 'Whether to leave out entries that are not processed yet',
			}),
		},
	),
	...outputFields(ledgerBalance),
};

/** Get Balances: a trial balance. Debit is positive; the closing balances of all accounts add up to zero. */
export const getBalances: ItemOperation = {
	value: 'getBalances',
	words: {
		name: 'Get Balances',
		action: 'Get balances of ledger accounts',
		description: 'Retrieve opening balance, movements and closing balance of each account',
	},
	rows: ['R06'],
	cost: '3 calls while the ledger has up to 1,000 lines; else up to 4 more to count, and then whichever is least: 1 for each 1,000 lines, or 1 for each 60 sums by period, of all years or with the opening balances of one',
	record: ledgerBalance,
	reads: [transactionLine, financialPeriod, reportingBalance, ...Object.values(openingBalances)],
	schema: schemaOf(ledgerBalance),
	fields,
	run: async function* (given, session) {
		const inputs = given as Record<string, unknown> & Inputs<typeof fields> & OutputInputs;
		const { division, to, filters } = inputs;
		const { from, accounts: prefixes } = filters;
		const range = await rangeOf({ from, to }, division, session);
		const chart = await chartOf(division, session);
		const present = await presenter(ledgerBalance, inputs, session);
		const isResult = (id: string) => textOf(chart.get(id)?.BalanceType) === 'W';
		const onSheet = [...chart.keys()].filter((id) => !isResult(id)).length;
		const movements = await movementsOf({ ...filters, division, range }, onSheet, session);
		const { accounts, result } = balancesOf(movements, {
			fromYear: range.first.year,
			toYear: range.last.year,
			isProfitAndLoss: (id) => id === ALL_RESULTS || isResult(id),
		});
		for (const [id, account] of chart) {
			const code = textOf(account.Code);
			if (!beginsWithOneOf(code, prefixes)) continue;
			const balance = accounts.get(id) ?? NOTHING;
			// Which accounts were ever used depends on the way; those without any amount are left out unless named.
			if (hasAmount(balance) || prefixes.includes(code))
				yield present.show(rowOf(account, balance, range));
		}
		const isTrial = prefixes.length === 0 && !filters.costCenter && !filters.costUnit;
		if (isTrial && hasAmount(result)) {
			yield present.show(rowOf(RESULT, result, range));
		}
	},
};

const NOTHING: Balance = { opening: 0, debit: 0, credit: 0, carriedOver: 0, closing: 0 };

/** What no account shows of the results; it has neither ID nor code. */
const RESULT: Row = { Description: 'Results not shown on accounts', BalanceType: 'W' };

function hasAmount(balance: Balance): boolean {
	return Object.values(balance).some((amount) => amount !== 0);
}

/** The chart of accounts by ID, in the order of the codes. */
async function chartOf(division: number, session: Session): Promise<Map<string, Row>> {
	const select = ['ID', 'Code', 'Description', 'BalanceType'];
	const rows: Row[] = [];
	for await (const row of session.list(glAccount, { division, select })) rows.push(row);
	rows.sort((a, b) => alphabet.compare(textOf(a.Code), textOf(b.Code)));
	return new Map(rows.map((row) => [textOf(row.ID), row]));
}

function rowOf(account: Row, balance: Balance, { from, to }: Range): Row {
	return {
		GLAccount: account.ID ?? null,
		GLAccountCode: account.Code ?? null,
		GLAccountDescription: account.Description,
		BalanceType: account.BalanceType,
		From: from,
		To: to,
		Opening: balance.opening,
		Debit: balance.debit,
		Credit: balance.credit,
		CarriedOver: balance.carriedOver,
		Closing: balance.closing,
	};
}
