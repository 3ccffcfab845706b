import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { GeneralLineInput } from '../../../kit/booking/general/lines';
import { sharesOf } from '../../../kit/booking/draft/shares';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { sides, type SideName } from '../../../kit/sides';

/** `GLAccounts.Type`: what an invoice is owed on, and VAT. */
const control = { sales: 20, purchase: 22 } as const;
const VAT_ACCOUNT = 24;

/** The place of the one line of the client or supplier; nothing when there is none, or several. */
export function partnerLine(
	lines: readonly GeneralLineInput[],
	side: SideName,
): number | undefined {
	const [first, ...others] = partnersOf(lines, side);
	return others.length === 0 ? first : undefined;
}

/** Why lines are not those of an invoice. */
export function shapeProblems(
	lines: readonly GeneralLineInput[],
	side: SideName,
	journal: Row | undefined,
	facts: Facts,
): Problem[] {
	const at = partnerLine(lines, side);
	const typeOf = ({ ledgerAccount }: GeneralLineInput) =>
		Number(facts.row(lookUps.ledgerAccount, ledgerAccount)?.Type);
	const problems: Problem[] = [];
	if (at === undefined) problems.push(wrongCount(partnersOf(lines, side), side, journal));
	lines.forEach((line, index) => {
		const label = `Line ${index + 1}`;
		if (index === at) problems.push(...partnerProblems(line, label, side, typeOf(line)));
		else problems.push(...lineProblems(line, label, side, typeOf(line)));
	});
	return problems;
}

function partnersOf(lines: readonly GeneralLineInput[], side: SideName): number[] {
	return lines.flatMap((line, index) => (line[sides[side].relation] === undefined ? [] : [index]));
}

function wrongCount(places: readonly number[], side: SideName, journal: Row | undefined): Problem {
	const { noun } = sides[side].lookUp;
	const which = places.map((place) => `Line ${place + 1}`).join(', ');
	return {
		code: 'ROUTE',
		where: ['Lines'],
		what:
			places.length === 0
				? `hold none with a ${noun}, but journal ${textOf(journal?.Code)} is one for ${side}`
				: `hold ${places.length} with a ${noun} (${which}), but journal ${textOf(journal?.Code)} is one for ${side}`,
		expected: `An entry there has exactly one line with a ${noun}, with the whole amount. Use a general journal for other entries.`,
	};
}

function partnerProblems(
	line: GeneralLineInput,
	label: string,
	side: SideName,
	type: number,
): Problem[] {
	const problems: Problem[] = [];
	const { noun } = sides[side].lookUp;
	if (!Number.isNaN(type) && type !== control[side]) {
		problems.push({
			code: 'GL_TYPE',
			where: [label, 'Ledger Account'],
			what: `is that of the ${noun}, but not an account of ${side === 'sales' ? 'receivables' : 'payables'}`,
			expected: `Put the ${noun} on the line with the whole amount.`,
		});
	}
	if (sharesOf(line).length > 0 || line.vatCode !== undefined) {
		problems.push({
			code: 'PARAM_PAIR',
			where: [label],
			what: `is the line of the ${noun}, and has a VAT code or an analytic account`,
			expected: 'Give them to the lines of costs or revenue.',
		});
	}
	return problems;
}

function lineProblems(
	{ client, supplier, employee, vatCode }: GeneralLineInput,
	label: string,
	side: SideName,
	type: number,
): Problem[] {
	const others = { client, supplier, employee, [sides[side].relation]: undefined };
	for (const party of ['client', 'supplier', 'employee'] as const) {
		if (others[party] === undefined) continue;
		const { label: name } = lookUps[party];
		const what = `is given, but the journal is one for ${side}`;
		const expected = 'Use a general journal for such an entry.';
		return [{ code: 'ROUTE', where: [label, name], what, expected }];
	}
	const isWithPartner = (side === 'sales' ? client : supplier) !== undefined;
	if (isWithPartner || vatCode !== undefined) return [];
	const isVat = type === VAT_ACCOUNT;
	return [
		{
			code: isVat ? 'ROUTE' : 'PARAM_REQUIRED',
			where: [label, isVat ? 'Ledger Account' : 'VAT Code'],
			what: isVat
				? `is an account of VAT, which Exact books itself in a journal for ${side}`
				: 'is empty, and Exact would choose one',
			expected: isVat
				? "Leave the line out, and put the 'VAT Code' on the line of the costs or the revenue."
				: 'Choose a VAT code, such as the one without VAT: the lines have to balance with it.',
		},
	];
}
