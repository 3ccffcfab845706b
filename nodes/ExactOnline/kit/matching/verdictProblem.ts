import { textOf } from '../../exact/values/text';
import type { Problem } from '../booking/problems';
import type { Verdict } from '../../ledger/matching';
import { format } from '../../ledger/money';
import type { Part } from './parts';
import { DECIMALS } from './terms';
import type { Wanted } from './wanted';

type Refusal = Exclude<Verdict, { kind: 'match' } | { kind: 'alreadyMatched' }>;

/** What a verdict that lets nothing be sent means for the person who asked for it. */
export function verdictProblem(
	verdict: Refusal,
	parts: readonly Part[],
	{ where }: Wanted,
): Problem {
	const at = [...where, 'Entries'];
	switch (verdict.kind) {
		case 'accounts':
			return {
				code: 'MATCH_ACCOUNT',
				where: at,
				what: `has lines on the ledger accounts ${verdict.accounts.join(' and ')}`,
				expected:
					'Exact Online matches within one ledger account. Give the entries of one of them, or transfer the others with a general journal entry first.',
			};
		case 'done':
			return {
				code: 'MATCH_DONE',
				where: at,
				what: `contains ${entriesOf(parts, verdict.lineIds)}, already fully matched`,
				expected:
					'Nothing is sent for it. Leave out what is matched; Outstanding Item > Get Many shows what is open.',
			};
		case 'unbalanced':
			return {
				code: 'MATCH_BALANCE',
				where: at,
				what: `adds up to ${format(verdict.difference, DECIMALS)}, not to 0 (${amountsOf(parts)})`,
				expected:
					"Set 'Difference' to leave the rest open or to book it, or complete the entries. Of a bank entry with several lines of the relation, give the ID of the one line that is meant.",
			};
		case 'oneSided':
			return {
				code: 'MATCH_BALANCE',
				where: at,
				what: `is all on one side, so that there is nothing to match (${amountsOf(parts)})`,
				expected: 'Give what is to be paid together with what it was paid with.',
			};
	}
}

function entriesOf(parts: readonly Part[], lineIds: readonly string[]): string {
	const mine = parts.filter(({ lineId }) => lineIds.includes(lineId));
	return mine.map(({ line }) => `entry ${textOf(line.EntryNumber)}`).join(', ');
}

/** `26700001: 121.00, 26200005: -120.00` */
function amountsOf(parts: readonly Part[]): string {
	const some = parts
		.slice(0, 8)
		.flatMap(({ line, open }) =>
			open.map((amount) => `${textOf(line.EntryNumber)}: ${format(amount, DECIMALS)}`),
		);
	return `${some.join(', ')}${parts.length > 8 ? ' …' : ''}`;
}
