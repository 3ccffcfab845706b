import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { format, fromMinor } from '../../ledger/money';
import { attempt, codeOf } from './attempt';
import type { BookedEntry, EntryDraft } from './entry';
import { keptWarnings, lineWarnings } from './kept';
import { ledgerLines, outcomeOf, type LedgerOutcome } from './ledgerLines';
import { entryWords } from './sameEntry';
import { undo } from './undo';

/**
 * Compares booked entries with what the ledger shows, in one call for up to 40 of them, and completes their rows: the
 * answer of a POST may lack totals. Answers the errors; smaller things become warnings of the entries.
 */
export async function compareWithLedger(
	entries: readonly BookedEntry[],
	division: number,
	session: Session,
): Promise<Map<BookedEntry, unknown>> {
	const errors = new Map<BookedEntry, unknown>();
	if (entries.length === 0) return errors;
	const ids = entries.map(({ draft, row }) => textOf(row[draft.record.key]));
	const read = await attempt(() => ledgerLines(ids, division, session));
	for (const entry of entries) {
		if ('error' in read) {
			if (codeOf(read.error) === 'CANCELLED') errors.set(entry, read.error);
			entry.warnings.push('It is booked, but could not be compared with the ledger afterwards');
			continue;
		}
		const compared = await attempt(() => compare(entry, read.value, session));
		if ('error' in compared) errors.set(entry, compared.error);
	}
	return errors;
}

async function compare(
	entry: BookedEntry,
	lines: ReadonlyMap<string, readonly Row[]>,
	session: Session,
): Promise<void> {
	const { draft, row, alreadyBooked, warnings } = entry;
	const outcome = outcomeOf(draft, row, lines);
	if (outcome === undefined) {
		warnings.push(
			'The ledger does not show it yet, so it was not compared with what was asked for',
		);
		return;
	}
	complete(row, draft, outcome);
	if (alreadyBooked) return;
	if (!outcome.isRightKind) return await undo(draft, row, session);
	refuseOtherTotal(entry, outcome, session);
	warnings.push(...keptWarnings(row, draft.expect), ...lineWarnings(outcome.lines, draft.expect));
}

/** Totals and lines as the ledger has them, under the names that the entry gives them. */
function complete(
	row: Row,
	{ expect, record, isCredit }: EntryDraft,
	outcome: LedgerOutcome,
): void {
	const { decimals, total } = expect;
	row.AmountFC = fromMinor(outcome.total, decimals);
	if (outcome.totalDC !== undefined) row.AmountDC = outcome.totalDC;
	const asked = total && (isCredit ? -1 : 1) * Math.abs(total.gross);
	if (total !== undefined && Math.abs(outcome.total - (asked ?? 0)) <= total.tolerance) {
		const vat = (isCredit ? -1 : 1) * Math.abs(total.vat) + outcome.total - (asked ?? 0);
		row.VATAmountFC = fromMinor(vat, decimals);
	}
	const part = record.parts.lines;
	if (part !== undefined) row[part.name] = outcome.lines;
}

function refuseOtherTotal(
	{ draft, row }: BookedEntry,
	{ total }: LedgerOutcome,
	session: Session,
): void {
	const { words, division, record, expect } = draft;
	const asked = expect.total;
	const { decimals } = expect;
	if (asked === undefined) return;
	if (Math.abs(Math.abs(total) - Math.abs(asked.gross)) <= asked.tolerance) return;
	const [stands, wanted] = [Math.abs(total), Math.abs(asked.gross)].map((minor) =>
		format(minor, decimals),
	);
	session.fail({
		code: 'BOOKED_DIFFERENTLY',
		message: `The ${words} is booked, but with a total of ${stands} instead of ${wanted} (${entryWords(row)})`,
		description:
			'Look at it in Exact Online: delete it there, or correct it. Running this again does not book it a second time when it has a reference.',
		endpoint: record.path,
		division,
		more: { entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}
