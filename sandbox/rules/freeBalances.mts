import type { Row, Writing } from '../entities/entity.mjs';
import { booksOf } from '../ledger/books.mjs';
import type { FreeKind } from '../ledger/freeKinds.mjs';
import { total } from '../ledger/money.mjs';
import { messages } from './messages.mjs';
import { vatLinesOf } from './freeLines.mjs';

/** A general entry adds up to nothing; a bank or cash entry leads from one balance to the next. */
export function settleBalance(
	kind: FreeKind,
	header: Row,
	lines: readonly Row[],
	given: ReadonlySet<string>,
	writing: Writing,
): void {
	const digits = booksOf(writing.company).digits(header['Currency']);
	if (!kind.money) {
		const all = [...lines, ...vatLinesOf(kind, lines, writing)];
		const difference = sumOf(all, digits);
		if (difference !== 0) writing.fail(messages.notBalanced(difference));
		return;
	}
	settleOpening(kind, header, given, writing);
	const closing = total([Number(header['OpeningBalanceFC']), sumOf(lines, digits)], digits);
	const derived = writing.settings.bankBalances === 'derived';
	if (derived) header['ClosingBalanceFC'] ??= closing;
	if (total([Number(header['ClosingBalanceFC'] ?? 0)], digits) !== closing) {
		writing.fail(messages.closingBalance(kind.entity === 'CashEntries' ? 'cash' : 'bank'));
	}
}

/** Where the journal stood, unless it is said; a missing balance may count as 0. */
function settleOpening(
	kind: FreeKind,
	header: Row,
	given: ReadonlySet<string>,
	{ company, settings }: Writing,
): void {
	if (given.has('OpeningBalanceFC') && header['OpeningBalanceFC'] !== null) return;
	let last: Row | undefined;
	for (const entry of company.table(kind.entity).rows()) {
		if (entry['JournalCode'] === header['JournalCode'] && isLater(entry, last)) last = entry;
	}
	const known = settings.bankBalances === 'derived' ? last?.['ClosingBalanceFC'] : undefined;
	header['OpeningBalanceFC'] = known ?? 0;
}

function isLater(entry: Row, other: Row | undefined): boolean {
	if (!other) return true;
	for (const name of ['FinancialYear', 'FinancialPeriod', 'EntryNumber']) {
		const difference = Number(entry[name]) - Number(other[name]);
		if (difference !== 0) return difference > 0;
	}
	return false;
}

const sumOf = (lines: readonly Row[], digits: number) =>
	total(
		lines.map((line) => Number(line['AmountFC'])),
		digits,
	);
