import { textOf } from '../../../exact/values/text';
import { flowDebit, flowPostings, flowSum, type FlowLine } from '../../../ledger/moneyFlow';
import type { ExpectedLine } from '../entry';
import type { FreeExpectation } from '../free/draft';
import type { FreeHeader } from '../free/header';
import type { MoneyInputs } from './draft';
import { CASH_FLOW } from './kinds';
import type { MoneyLine } from './lines';

/** Exact's types of ledger accounts that hold money. A journal may name its suspense account instead. */
const MONEY_ACCOUNTS = [10, 12, 14, 16];

/** What the ledger has to show of the entry. */
export function expectation(
	{ date }: MoneyInputs,
	header: FreeHeader,
	lines: readonly MoneyLine[],
): FreeExpectation {
	const { journal, currency, decimals, entryNumber } = header;
	const flows = lines.map(flowLine);
	const tolerance = flows.reduce((sum, flow) => sum + flowPostings(flow).tolerance, 0);
	return {
		entryType: CASH_FLOW,
		day: date ?? '',
		journal: textOf(journal?.Code),
		currency,
		decimals,
		lines: [...ownLine(header, flowSum(flows)), ...lines.map(expectedLine)],
		debit: flowDebit(flows),
		tolerance,
		number: entryNumber,
	};
}

function flowLine({ amount, rule, vatAmount }: MoneyLine): FlowLine {
	return { amount, vat: rule, vatAmount };
}

/** The line of the bank or the cash desk itself; the ledger shows none when nothing flowed in all. */
function ownLine({ journal }: FreeHeader, sum: number): ExpectedLine[] {
	if (sum === 0) return [];
	const isTold = MONEY_ACCOUNTS.includes(Number(journal?.GLAccountType));
	return [
		{
			label: 'Own account',
			ledgerAccountId: isTold ? textOf(journal?.GLAccount) : '',
			ledgerAccount: isTold ? textOf(journal?.GLAccountCode) : 'of the journal',
			amount: sum,
		},
	];
}

function expectedLine(line: MoneyLine): ExpectedLine {
	const { label, ledgerAccount, relation, vatCode, costCenter, costUnit, projectId } = line;
	const { own, isRounded } = flowPostings(flowLine(line));
	return {
		...{ label, costCenter, costUnit, projectId },
		ledgerAccountId: textOf(ledgerAccount.ID),
		ledgerAccount: textOf(ledgerAccount.Code),
		amount: isRounded ? undefined : own,
		relationId: textOf(relation?.ID) || undefined,
		vatCode: textOf(vatCode?.Code) || undefined,
	};
}
