import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { unknownReference, type Problem, type Where } from '../../../kit/booking/problems';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import { accrualFinding } from '../../../ledger/accrual';
import { toMinor } from '../../../ledger/money';
import { splitAmount, splitQuantity, type Combination } from '../../../ledger/split';
import type { VatRule } from '../../../ledger/vat';
import { accountProblems, amountProblems, endedWarnings, purchaseProblems } from './lineChecks';
import type { LineInput } from './lineFields';
import { combinationsOf, keyOf, sharesOf } from './shares';
import { vatProblems, vatRuleOf } from './vatCode';

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
	const accounts = new Map(
		sharesOf(input).map(({ plan, account }) => {
			const row = find(lookUps[plan], account, [...where, lookUps[plan].label]);
			return [`${plan} ${keyOf(account)}`, row] as const;
		}),
	);
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
		input: { ...input, from, to },
	};
	return {
		lines: parts(whole, combinations, accounts, decimals),
		problems,
		warnings: endedWarnings(input, accounts, label, facts.today),
	};
}

/** Looks references up; one that points at nothing becomes a problem. */
export function finder(facts: Facts, problems: Problem[]) {
	return (
		lookUp: MasterLookUp,
		reference: Reference | undefined,
		where: Where,
	): Row | undefined => {
		if (reference === undefined) return undefined;
		const row = facts.row(lookUp, reference);
		if (row === undefined) problems.push(unknownReference(facts, lookUp, reference, where));
		return row;
	};
}

function parts(
	line: Pick<DraftLine, 'label' | 'ledgerAccount' | 'vatCode' | 'rule' | 'input'>,
	combinations: readonly Combination[],
	accounts: ReadonlyMap<string, Row | undefined>,
	decimals: number,
): DraftLine[] {
	const { amount = 0, vatAmount, quantity } = line.input;
	const amounts = splitAmount(toMinor(amount, decimals), combinations);
	const vats =
		vatAmount === undefined ? [] : splitAmount(toMinor(vatAmount, decimals), combinations);
	const quantities = quantity === undefined ? [] : splitQuantity(quantity, combinations);
	const code = (plan: 'costCenter' | 'costUnit' | 'project', key?: string) =>
		key === undefined ? undefined : accounts.get(`${plan} ${key}`);
	return combinations.map(({ costCenter, costUnit, project }, index) => ({
		...line,
		amount: amounts[index] ?? 0,
		vatAmount: vats[index],
		quantity: quantities[index],
		costCenter: optional(code('costCenter', costCenter)?.Code),
		costUnit: optional(code('costUnit', costUnit)?.Code),
		projectId: optional(code('project', project)?.ID),
	}));
}

function optional(value: unknown): string | undefined {
	return textOf(value) || undefined;
}
