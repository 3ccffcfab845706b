import { balanceFinding, sideOf, sidesOf } from '../../../ledger/freeEntry';
import { toMinor } from '../../../ledger/money';
import { expectedTotals, type TotalsLine } from '../../../ledger/vat';
import type { Row } from '../../../exact/source';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import { decimalProblems } from '../draft/amounts';
import { employeeRelation } from '../draft/employee';
import { finder } from '../draft/finder';
import { vatAllowed } from '../draft/vatAllowed';
import type { Facts } from '../facts';
import { freeLines, type FreeLine, type FreeLineInput } from '../free/lines';
import type { Problem } from '../problems';

/** One line of a general entry, as it was entered. */
export interface GeneralLineInput extends FreeLineInput {
	ledgerAccount: Reference;
	debit?: number;
	credit?: number;
	vatAmount?: number;
	employee?: Reference;
}

/** What is known of the entry that lines belong to. */
export interface LineContext {
	facts: Facts;
	decimals: number;
	journal: Row | undefined;
}

/** The lines as Exact gets them; what is wrong is added to the problems. */
export function generalLines(
	inputs: readonly GeneralLineInput[],
	context: LineContext,
	notes: { problems: Problem[]; warnings: string[] },
): FreeLine[] {
	const { problems } = notes;
	if (inputs.length < 2) {
		const what = inputs.length === 0 ? 'are empty' : 'hold one line only';
		const expected = 'An entry has at least two lines, a debit and a credit.';
		problems.push({ code: 'PARAM_REQUIRED', where: ['Lines'], what, expected });
	}
	const before = problems.length;
	const lines = inputs.flatMap((input, index) =>
		generalLine(input, `Line ${index + 1}`, context, notes),
	);
	// With a line missing, sums say nothing.
	if (problems.length > before || inputs.length < 2) return lines;
	const { debit, credit } = sidesOf(lines.map(grossOf));
	const tolerance = expectedTotals(lines.map(totalsLine)).tolerance;
	const finding = balanceFinding({ debit, credit, tolerance }, context.decimals, ['Lines']);
	if (finding !== undefined) problems.push(finding);
	return lines;
}

function generalLine(
	input: GeneralLineInput,
	label: string,
	{ facts, decimals, journal }: LineContext,
	{ problems, warnings }: { problems: Problem[]; warnings: string[] },
): FreeLine[] {
	const where = [label];
	const find = finder(facts, problems);
	const ledgerAccount = find(lookUps.ledgerAccount, input.ledgerAccount, [label, 'Ledger Account']);
	const named = { Debit: input.debit, Credit: input.credit, 'VAT Amount': input.vatAmount };
	problems.push(...decimalProblems(named, decimals, where));
	const minor = (amount = 0) => toMinor(amount, decimals);
	const side = sideOf(minor(input.debit), minor(input.credit), where);
	if ('code' in side) problems.push(side);
	problems.push(...vatAllowed(input, journal, where, facts));
	const amount = 'code' in side ? undefined : side.amount;
	const sign = (amount ?? 0) < 0 ? -1 : 1;
	const vatAmount = input.vatAmount === undefined ? undefined : minor(input.vatAmount) * sign;
	const relation = employeeRelation(input.employee, where, facts, problems);
	const start = { label, ledgerAccount, amount, vatAmount };
	return freeLines(input, start, facts, { problems, warnings }).map((line) => ({
		...line,
		relation: line.relation ?? relation,
	}));
}

/** A line with the VAT that its code adds: what it weighs in the balance. */
export function grossOf(line: FreeLine): number {
	return expectedTotals([totalsLine(line)]).gross;
}

function totalsLine({ amount, rule, vatAmount }: FreeLine): TotalsLine {
	return { amount, vat: rule ?? { rate: 0, type: 'N', charged: false }, vatAmount };
}

/** The lines of the ledger that a line becomes: its own, and those of VAT. */
export function postingsOf(line: FreeLine): number[] {
	const { net, vat } = expectedTotals([totalsLine(line)]);
	if (line.rule?.charged !== true) return vat === 0 ? [net] : [net, vat];
	const { vat: declared } = expectedTotals([
		totalsLine({ ...line, rule: { ...line.rule, charged: false } }),
	]);
	return [net, declared, -declared];
}

/** How far Exact's rounding of VAT may be off, in all. */
export function roundingOf(lines: readonly FreeLine[]): number {
	return lines.filter(({ rule, vatAmount }) => (rule?.rate ?? 0) > 0 && vatAmount === undefined)
		.length;
}
