import { textOf } from '../../../exact/values/text';
import type { Row } from '../../../exact/source';
import type { Problem, Where } from '../../../kit/booking/problems';
import type { Books } from '../../../kit/matching/books';
import { keyOf } from '../../../kit/matching/terms';
import { isOpen } from '../../../kit/openTerms';
import { sumOf } from '../../../ledger/entries';
import type { OpenSide } from '../../../ledger/openItems';

/** What stands on a receivable or payable account, and can be paid. */
export interface Owed {
	/** As it was asked for: of an entry, of a line or of an outstanding item. */
	id: string;
	side: OpenSide;
	relationId: string;
	ledgerAccountId: string;
	currency: string;
	/** Number of the invoice, as a payment names it. */
	number: string;
	entryNumber: string;
	lineIds: readonly string[];
	/** Whether paying it brings money in (1) or takes it out (-1). */
	flow: 1 | -1;
	/** How much is open, in its own currency and major units. */
	open: number;
}

/** What an ID stands for in the books, or why it can not be paid. */
export function owedOf(
	id: string,
	where: Where,
	books: Books,
): { owed: Owed } | { problem: Problem } {
	const lines = books.linesOf(id);
	const [line] = lines;
	if (line === undefined) return { problem: notThere(id, where) };
	const problem = notOne(lines, where);
	if (problem !== undefined) return { problem };
	const open = sumOf(lines.flatMap((one) => openOf(one, id, books)));
	const whole = sumOf(lines.map(({ AmountFC }) => Number(AmountFC ?? 0)));
	const number = textOf(line.EntryNumber);
	return {
		owed: {
			id,
			side: books.sideOf(line) ?? 'client',
			relationId: keyOf(line.Account),
			ledgerAccountId: keyOf(line.GLAccount),
			currency: textOf(line.Currency),
			number: textOf(line.InvoiceNumber) || number,
			entryNumber: number,
			lineIds: lines.map(({ ID }) => keyOf(ID)),
			flow: (open || whole) < 0 ? -1 : 1,
			open: Math.abs(open),
		},
	};
}

/** What is open of a line, or of the one outstanding item that was named; a line without any is open as a whole. */
function openOf(line: Row, id: string, { terms, isTerm }: Books): number[] {
	const amount = Number(line.AmountFC ?? 0);
	const mine = terms.get(keyOf(line.ID));
	if (mine === undefined) return [amount];
	return mine
		.filter((term) => isOpen(term) && (!isTerm(id) || keyOf(term.ID) === id))
		.map(({ AmountFC }) => Math.sign(amount) * Math.abs(Number(AmountFC ?? 0)));
}

function notThere(id: string, where: Where): Problem {
	return {
		code: 'NOT_FOUND',
		where,
		what: `is ${id}, but nothing on a receivable or payable account has this ID in this division`,
		expected: 'Expected the ID of an invoice or credit note: Invoice > Get Many returns it.',
	};
}

/** A payment is of one relation and on one account. */
function notOne(lines: readonly Row[], where: Where): Problem | undefined {
	const places = new Set(lines.map((line) => `${keyOf(line.Account)} ${keyOf(line.GLAccount)}`));
	const isOfNobody = lines.some(({ Account }) => keyOf(Account) === '');
	if (places.size === 1 && !isOfNobody) return undefined;
	const entry = textOf(lines[0]?.EntryNumber);
	return {
		code: 'MATCH_LINE',
		where,
		what: isOfNobody
			? `is entry ${entry}, which has a line of no client or supplier`
			: `is entry ${entry}, which has lines of several clients or suppliers`,
		expected: 'Give the ID of the one ledger line that is paid: Journal Entry > Get shows them.',
	};
}
