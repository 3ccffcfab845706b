import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import type { Facts } from '../../../kit/booking/facts';
import { unknownReference, type Problem, type Where } from '../../../kit/booking/problems';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import { accrualFinding } from '../../../ledger/accrual';
import { hasTooManyDecimals, toMinor } from '../../../ledger/money';
import { splitAmount, splitQuantity, type Combination } from '../../../ledger/split';
import type { VatRule } from '../../../ledger/vat';
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

interface LineContext {
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
	const from = input.from ?? accrual.from;
	const to = input.to ?? accrual.to;
	const pair = accrualFinding(from, to, [...where, 'Accrue From']);
	problems.push(
		...shareProblems,
		...amountProblems(input, decimals, where),
		...accountProblems(ledgerAccount, input, where),
		...vatProblems(vatCode, input, side, where),
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

function amountProblems(input: LineInput, decimals: number, where: Where): Problem[] {
	const problems: Problem[] = [];
	const named = [
		['Amount', input.amount],
		['VAT Amount', input.vatAmount],
	] as const;
	for (const [name, amount] of named) {
		if (amount === undefined || !hasTooManyDecimals(amount, decimals)) continue;
		problems.push({
			code: 'PARAM_FORMAT',
			where: [...where, name],
			what: `is ${amount}`,
			expected: `The currency has ${decimals} decimals.`,
		});
	}
	if (input.amount !== undefined) return problems;
	const expected = 'Enter the amount of the line.';
	return [
		...problems,
		{ code: 'PARAM_REQUIRED', where: [...where, 'Amount'], what: 'is empty', expected },
	];
}

/** Exact's `UseCostcenter` and `UseCostunit` of an account that must have one. */
const MANDATORY = 1;

function accountProblems(account: Row | undefined, input: LineInput, where: Where): Problem[] {
	if (account === undefined) return [];
	const code = textOf(account.Code);
	const problems: Problem[] = [];
	if (account.IsBlocked === true) {
		const expected = 'Choose another ledger account, or unblock it in Exact Online.';
		problems.push({
			code: 'GL_BLOCKED',
			where: [...where, 'Ledger Account'],
			what: `is ${code}, which is blocked`,
			expected,
		});
	}
	const given = new Set(sharesOf(input).map(({ plan }) => plan));
	for (const [plan, column] of [
		['costCenter', 'UseCostcenter'],
		['costUnit', 'UseCostunit'],
	] as const) {
		if (Number(account[column]) !== MANDATORY || given.has(plan)) continue;
		const { label, noun } = lookUps[plan];
		problems.push({
			code: 'ANALYTIC_REQUIRED',
			where: [...where, label],
			what: `is empty, but ledger account ${code} requires a ${noun}`,
			expected: `Choose a ${noun}.`,
		});
	}
	return problems;
}

/** Exact still takes accounts that have ended; a bookkeeper would want to know. */
function endedWarnings(
	input: LineInput,
	accounts: ReadonlyMap<string, Row | undefined>,
	label: string,
	today: string,
): string[] {
	return sharesOf(input).flatMap(({ plan, account }) => {
		const row = accounts.get(`${plan} ${keyOf(account)}`);
		const end = exactMs(row?.EndDate);
		if (end === undefined || dayOf(end) >= today) return [];
		return [`${label}: ${lookUps[plan].noun} ${textOf(row?.Code)} has ended on ${dayOf(end)}`];
	});
}
