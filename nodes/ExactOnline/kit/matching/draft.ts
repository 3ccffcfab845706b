import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { MatchSet, WriteOff } from '../../exact/xml/matchSets';
import type { Draft } from '../booking/pipeline';
import { unknownReference, type Problem } from '../booking/problems';
import { lookUps } from '../lookups';
import { balanceOf, judge, matchingNumber } from '../../ledger/matching';
import { format } from '../../ledger/money';
import { writeOffDay, type Books } from './books';
import { partsOf, type Part } from './parts';
import { DECIMALS } from './terms';
import { verdictProblem } from './verdictProblem';
import type { Wanted } from './wanted';

/** A matching that is checked, and what has to be sent for it. */
export interface MatchDraft extends Draft {
	wanted: Wanted;
	relation: Row;
	parts: readonly Part[];
	matchingNumber: string;
	/** In minor units, debit positive. */
	difference: number;
	/** What is open of it afterwards. */
	left: number;
	/** Nothing when it is matched already. */
	set?: MatchSet;
}

const empty = { relation: {}, parts: [], matchingNumber: '', difference: 0, left: 0 };

/** Makes of a matching what is sent for it, or says what is wrong with it. */
export function draftOf(wanted: Wanted, books: Books): MatchDraft {
	const refused = (problems: Problem[]) => ({ ...empty, wanted, problems });
	const relation = relationOf(wanted, books);
	if ('problem' in relation) return refused([relation.problem]);
	const { row } = relation;
	const { parts, problems } = partsOf(wanted, row, books);
	if (problems.length > 0) return refused(problems);
	const verdict = judge(parts, wanted.difference);
	const number = matchingNumber(parts.map(({ lineId }) => lineId));
	const known = { wanted, relation: row, parts, matchingNumber: number, problems };
	if (verdict.kind === 'alreadyMatched') {
		return { ...known, difference: balanceOf(parts), left: verdict.left };
	}
	if (verdict.kind !== 'match') return refused([verdictProblem(verdict, parts, wanted)]);
	const writeOff = writeOffOf(wanted, verdict.difference, books);
	if ('problem' in writeOff) return refused([writeOff.problem]);
	return { ...known, ...verdict, set: { ...setOf(row, parts), ...writeOff } };
}

/** The relation, or what is missing before its entries can be looked at. */
function relationOf(
	{ where, side, relation: reference, other, ids }: Wanted,
	{ facts }: Books,
): { row: Row } | { problem: Problem } {
	const lookUp = lookUps[side];
	const at = [...where, lookUp.label];
	if (reference !== undefined && other !== undefined) {
		const what = 'is given together with one of the other side';
		const expected = 'Give a client or a supplier: Exact Online matches within one ledger account.';
		return { problem: { code: 'PARAM_PAIR', where: at, what, expected } };
	}
	if (reference === undefined) {
		const expected = `Choose the ${side} whose entries are matched.`;
		return { problem: { code: 'PARAM_REQUIRED', where: at, what: 'is empty', expected } };
	}
	const row = facts.row(lookUp, reference);
	if (row === undefined) return { problem: unknownReference(facts, lookUp, reference, at) };
	if (ids.length > 1) return { row };
	const what = ids.length === 0 ? 'is empty' : 'contains one entry only';
	const expected = 'Give at least two entries, such as an invoice and its payment.';
	const place = [...where, 'Entries'];
	return { problem: { code: 'PARAM_REQUIRED', where: place, what, expected } };
}

function setOf(relation: Row, parts: readonly Part[]): MatchSet {
	const lines = parts.flatMap(({ line, open }) =>
		open.map((amount) => ({
			year: Number(line.FinancialYear),
			period: Number(line.FinancialPeriod),
			journal: textOf(line.JournalCode),
			entry: Number(line.EntryNumber),
			amount: format(amount, DECIMALS),
		})),
	);
	return { ledgerAccount: parts[0]?.account ?? '', relation: textOf(relation.Code), lines };
}

/** What becomes of a difference. */
function writeOffOf(
	wanted: Wanted,
	amount: number,
	books: Books,
): { writeOff?: WriteOff } | { problem: Problem } {
	const { difference: type, description } = wanted;
	if (amount === 0) return {};
	if (type === 'stop' || type === 'leaveOpen') return { writeOff: { type: 'leaveOpen' } };
	const account = accountOf(wanted, books);
	if ('problem' in account) return account;
	const day = writeOffDay(wanted, books.linesOf) ?? books.facts.today;
	const period = books.facts.period(day);
	if (period === undefined) {
		const what = `is ${day}, which lies in no financial period`;
		const expected = 'Choose a day in a period that exists in Exact Online.';
		const where = [...wanted.where, 'Write-Off', 'Date'];
		return { problem: { code: 'PERIOD_UNKNOWN', where, what, expected } };
	}
	const { year, period: number } = period;
	return { writeOff: { type, booking: { ...account, description, year, period: number, day } } };
}

/** The ledger account on which a difference is booked. */
function accountOf(
	{ where: above, ledgerAccount: reference }: Wanted,
	{ facts }: Books,
): { ledgerAccount: string } | { problem: Problem } {
	const lookUp = lookUps.ledgerAccount;
	const where = [...above, 'Write-Off', lookUp.label];
	if (reference === undefined) {
		const what = 'is empty, but there is a difference to be booked';
		const expected = 'Choose the ledger account on which it is booked.';
		return { problem: { code: 'PARAM_REQUIRED', where, what, expected } };
	}
	const row = facts.row(lookUp, reference);
	if (row === undefined) return { problem: unknownReference(facts, lookUp, reference, where) };
	const ledgerAccount = textOf(row.Code);
	if (row.IsBlocked !== true) return { ledgerAccount };
	const what = `is ${ledgerAccount}, which is blocked`;
	const expected = 'Choose another ledger account.';
	return { problem: { code: 'GL_BLOCKED', where, what, expected } };
}
