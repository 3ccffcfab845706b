import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { toMinor } from '../../../ledger/money';
import { lookUps } from '../../lookups';
import { decimalProblems } from '../draft/amounts';
import { vatAllowed } from '../draft/vatAllowed';
import { vatRuleOf } from '../draft/vatCode';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';
import type { MoneyLineInput } from './lines';
import type { PartyLine } from './party';

/** What VAT of a line depends on. */
export interface VatContext {
	facts: Facts;
	journal: Row | undefined;
	decimals: number;
	/** What flowed, in minor units. */
	amount: number | undefined;
	where: Where;
}

/** The VAT that was given with a line, in minor units and with the sign of the line; what is wrong is added. */
export function vatOf(
	input: MoneyLineInput,
	party: PartyLine | undefined,
	{ facts, journal, decimals, amount, where }: VatContext,
	problems: Problem[],
): number | undefined {
	const { vatCode, vatAmount } = input;
	if (party !== undefined) {
		problems.push(...ofParty(input, party, where));
		return undefined;
	}
	problems.push(
		...vatAllowed(input, journal, where, facts),
		...decimalProblems({ 'VAT Amount': vatAmount }, decimals, where),
	);
	if (vatAmount === undefined || amount === undefined || vatCode === undefined) return undefined;
	const given = toMinor(vatAmount, decimals);
	const signed = given > 0 && amount < 0 ? -given : given;
	const wrong = wrongVat(signed, amount, facts.row(lookUps.vatCode, vatCode));
	if (wrong !== undefined) problems.push({ ...wrong, where: [...where, 'VAT Amount'] });
	return signed;
}

/** What a client owes has its VAT on the invoice. */
function ofParty(
	{ vatCode, vatAmount }: MoneyLineInput,
	{ party }: PartyLine,
	where: Where,
): Problem[] {
	const named = { 'VAT Code': vatCode, 'VAT Amount': vatAmount };
	return Object.entries(named)
		.filter(([, value]) => value !== undefined)
		.map(([name]) => ({
			code: 'TAX_LINE',
			where: [...where, name],
			what: `is given on the line of a ${lookUps[party].noun}`,
			expected: 'VAT is only possible on lines of ledger accounts.',
		}));
}

function wrongVat(
	vat: number,
	amount: number,
	vatCode: Row | undefined,
): Omit<Problem, 'where'> | undefined {
	if (vat * amount < 0 || Math.abs(vat) >= Math.abs(amount)) {
		const expected = 'Enter the part of the amount that is VAT.';
		return { code: 'PARAM_RANGE', what: 'is not a part of the amount', expected };
	}
	const rule = vatRuleOf(vatCode);
	if (rule === undefined || (rule.rate > 0 && !rule.charged)) return undefined;
	return {
		code: 'PARAM_PAIR',
		what: `is given, but VAT code ${textOf(vatCode?.Code)} has none that could be paid`,
		expected: 'Leave it empty.',
	};
}
