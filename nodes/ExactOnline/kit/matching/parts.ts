import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { Problem } from '../booking/problems';
import type { MatchPart } from '../../ledger/matching';
import type { Books } from './books';
import { keyOf, openAmounts } from './terms';
import type { Wanted } from './wanted';

/** A line that takes part, with what is open of it. */
export interface Part extends MatchPart {
	line: Row;
	/** All that is open of the line, whether it takes part or not. */
	openOfLine: readonly number[];
}

/**
 * The lines that the IDs of a matching stand for. An entry stands for what it has open of the relation; where nothing is,
 * for all that it had.
 */
export function partsOf(
	wanted: Wanted,
	relation: Row,
	books: Books,
): { parts: Part[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const chosen = new Map<string, { line: Row; terms: Set<string> | 'all' }>();
	for (const id of wanted.ids) {
		const lines = books.linesOf(id);
		const mine = lines.filter((line) => isOf(line, wanted, relation, books));
		if (mine.length === 0) problems.push(noLine(id, lines, wanted, relation));
		const open = mine.filter((line) => openOf(line, books).length > 0);
		for (const line of open.length > 0 ? open : mine) {
			const known = chosen.get(keyOf(line.ID))?.terms ?? new Set();
			const terms =
				known === 'all' || !books.isTerm(id) ? ('all' as const) : new Set([...known, id]);
			chosen.set(keyOf(line.ID), { line, terms });
		}
	}
	const parts = [...chosen.values()].map(({ line, terms }) => partOf(line, terms, books));
	return { parts, problems };
}

function isOf(line: Row, { side }: Wanted, relation: Row, books: Books): boolean {
	return books.sideOf(line) === side && keyOf(line.Account) === keyOf(relation.ID);
}

function openOf(line: Row, { terms }: Books): number[] {
	return openAmounts(line, terms.get(keyOf(line.ID)));
}

function partOf(line: Row, chosen: ReadonlySet<string> | 'all', books: Books): Part {
	const lineId = keyOf(line.ID);
	const terms = books.terms.get(lineId);
	const isChosen = ({ ID }: Row) => chosen === 'all' || chosen.has(keyOf(ID));
	return {
		...{ line, lineId, offsetId: keyOf(line.OffsetID), account: textOf(line.GLAccountCode) },
		isElsewhere: books.isOffsetElsewhere(line),
		open: openAmounts(line, terms?.filter(isChosen)),
		openOfLine: openOf(line, books),
	};
}

function noLine(
	id: string,
	lines: readonly Row[],
	{ where, side }: Wanted,
	relation: Row,
): Problem {
	const [line] = lines;
	const account = side === 'client' ? 'receivable' : 'payable';
	const entry = line === undefined ? id : `${textOf(line.EntryNumber)} (${id})`;
	const others = [...new Set(lines.map(({ AccountCode }) => textOf(AccountCode)).filter(Boolean))];
	const code = textOf(relation.Code);
	return {
		code: 'MATCH_LINE',
		where: [...where, 'Entries'],
		what: `contains ${entry}, which has no ${account} line of ${side} ${code}`,
		expected:
			line === undefined
				? `Expected IDs of entries, as Outstanding Item > Get Many or Journal Entry > Get Many return them. Nothing on a receivable or payable account has this one in this division.`
				: others.includes(code)
					? `It stands on ${textOf(line.GLAccountCode)}, the other side. Change 'Client or Supplier', or transfer it with a general journal entry first: Exact Online matches within one ledger account.`
					: `It belongs to relation ${others.join(', ') || 'none'}. Only entries of one relation can be matched with each other.`,
	};
}
