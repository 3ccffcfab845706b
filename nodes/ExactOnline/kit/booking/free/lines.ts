import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { VatRule } from '../../../ledger/vat';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import { accountProblems, endedWarnings } from '../draft/accounts';
import { finder } from '../draft/finder';
import { relationIn } from '../draft/relation';
import { combinationsOf, type AnalyticInput } from '../draft/shares';
import { analyticRows, splitLine } from '../draft/splitLine';
import { vatRuleOf } from '../draft/vatCode';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';

/** What a line of a free entry says besides its amounts and its ledger account. */
export interface FreeLineInput extends AnalyticInput {
	client?: Reference;
	supplier?: Reference;
	description?: string;
	vatCode?: Reference;
}

/** One line as Exact gets it; amounts in minor units. */
export interface FreeLine {
	label: string;
	ledgerAccount: Row;
	amount: number;
	/** VAT that was given; Exact calculates it otherwise. */
	vatAmount?: number;
	relation?: Row;
	description?: string;
	vatCode?: Row;
	rule?: VatRule;
	costCenter?: string;
	costUnit?: string;
	projectId?: string;
}

/** What was found out of a line before: its account and its amounts. */
export interface LineStart {
	label: string;
	ledgerAccount: Row | undefined;
	amount: number | undefined;
	vatAmount?: number;
}

/** The lines that one line becomes: one for each combination of its shares. Problems and warnings are added. */
export function freeLines(
	input: FreeLineInput,
	start: LineStart,
	facts: Facts,
	{ problems, warnings }: { problems: Problem[]; warnings: string[] },
): FreeLine[] {
	const { label, ledgerAccount, amount, vatAmount } = start;
	const where = [label];
	const found: Problem[] = [];
	const find = finder(facts, found);
	const vatCode = find(lookUps.vatCode, input.vatCode, [...where, 'VAT Code']);
	const relation = relationOf(input, ledgerAccount, where, facts, found);
	const accounts = analyticRows(input, where, find);
	const { combinations, problems: wrongShares } = combinationsOf(input, where);
	found.push(...wrongShares, ...accountProblems(ledgerAccount, input, where));
	problems.push(...found);
	warnings.push(...endedWarnings(input, accounts, label, facts.today));
	if (ledgerAccount === undefined || amount === undefined) return [];
	const { description } = input;
	const rule = vatRuleOf(vatCode);
	const whole = { label, ledgerAccount, relation, description, vatCode, rule };
	return splitLine({ ...whole, amount, vatAmount }, combinations, accounts);
}

/** Exact's types of control accounts, and whose items stand on them. */
const control = { 20: 'client', 22: 'supplier' } as const;
const controlWords = { 20: 'receivables', 22: 'payables' } as const;

function isControl(type: number): type is keyof typeof control {
	return type in control;
}

/** Whom a line is with: a control account needs somebody, other accounts may have somebody. */
function relationOf(
	{ client, supplier }: FreeLineInput,
	ledgerAccount: Row | undefined,
	where: Where,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	if (client !== undefined && supplier !== undefined) {
		const expected = 'A line is with one relation: leave one of the two empty.';
		const what = 'is given, and Supplier as well';
		problems.push({ code: 'PARAM_PAIR', where: [...where, 'Client'], what, expected });
		return undefined;
	}
	const name = client === undefined ? 'supplier' : 'client';
	const reference = client ?? supplier;
	const type = Number(ledgerAccount?.Type);
	if (isControl(type) && control[type] !== (reference && name)) {
		problems.push(wrongPartner(type, reference && name, textOf(ledgerAccount?.Code), where));
	}
	if (reference === undefined) return undefined;
	return relationIn(lookUps[name], reference, [...where, lookUps[name].label], facts, problems);
}

function wrongPartner(
	type: keyof typeof control,
	given: 'client' | 'supplier' | undefined,
	code: string,
	where: Where,
): Problem {
	const { label, noun } = lookUps[control[type]];
	const account = `ledger account ${code} is one of ${controlWords[type]}`;
	if (given !== undefined) {
		return {
			code: 'GL_TYPE',
			where: [...where, 'Ledger Account'],
			what: `is ${code}, which is one of ${controlWords[type]}, but the line is with a ${given}`,
			expected: `Choose another ledger account, or a ${noun}.`,
		};
	}
	return {
		code: 'PARTNER',
		where: [...where, label],
		what: `is empty, but ${account}`,
		expected: `Choose the ${noun} that the line is with.`,
	};
}
