import type { Row } from '../../../exact/source';
import type { Facts } from '../facts';
import type { Problem } from '../problems';
import { lookUps } from '../../lookups';
import { accrualFinding } from '../../../ledger/accrual';
import { toMinor } from '../../../ledger/money';
import type { VatRule } from '../../../ledger/vat';
import { accountProblems, endedWarnings } from '../draft/accounts';
import { finder } from '../draft/finder';
import { amountProblems, purchaseProblems } from './lineChecks';
import type { LineInput } from './lineFields';
import { combinationsOf } from '../draft/shares';
import { analyticRows, splitLine } from '../draft/splitLine';
import { vatProblems, vatRuleOf } from '../draft/vatCode';

/** One line as Exact gets it; amounts in minor units, positive as entered. */
export interface DraftLine {
	label: string;
	ledgerAccount: Row;
	amount: number;
	vatCode?: Row;
	rule?: VatRule;
	vatAmount?: number;
	quantity?: number;
	costCenter?: string;
	costUnit?: string;
	projectId?: string;
	input: LineInput;
}

/** What is known of the invoice that a line belongs to. */
export interface LineContext {
	facts: Facts;
	side: 'sales' | 'purchase';
	decimals: number;
	accrual: { from?: string; to?: string };
}

/** The lines that one line of the invoice becomes, or why it can not be booked. */
export function draftLine(
	input: LineInput,
	label: string,
	context: LineContext,
): { lines: DraftLine[]; problems: Problem[]; warnings: string[] } {
	const { facts, side, decimals, accrual } = context;
	const where = [label];
	const problems: Problem[] = [];
	const find = finder(facts, problems);
	const ledgerAccount = find(lookUps.ledgerAccount, input.ledgerAccount, [
		...where,
		'Ledger Account',
	]);
	const vatCode = find(lookUps.vatCode, input.vatCode, [...where, 'VAT Code']);
	const accounts = analyticRows(input, where, find);
	const { combinations, problems: shareProblems } = combinationsOf(input, where);
	const { from, to } = input.from === undefined && input.to === undefined ? accrual : input;
	const pair = accrualFinding(from, to, [...where, 'Accrue From']);
	problems.push(
		...shareProblems,
		...amountProblems(input, decimals, where),
		...accountProblems(ledgerAccount, input, where),
		...vatProblems(vatCode, input, side, where),
		...purchaseProblems(input, side, where),
		...(pair === undefined ? [] : [pair]),
	);
	if (problems.length > 0 || ledgerAccount === undefined)
		return { lines: [], problems, warnings: [] };
	const whole = {
		label,
		ledgerAccount,
		vatCode,
		rule: vatRuleOf(vatCode),
		amount: toMinor(input.amount ?? 0, decimals),
		vatAmount: input.vatAmount === undefined ? undefined : toMinor(input.vatAmount, decimals),
		quantity: input.quantity,
		input: { ...input, from, to },
	};
	return {
		lines: splitLine(whole, combinations, accounts),
		problems,
		warnings: endedWarnings(input, accounts, label, facts.today),
	};
}
