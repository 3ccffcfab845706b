import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { format, fromMinor, toMinor } from '../../ledger/money';
import { attempt, codeOf } from './attempt';
import type { BookedEntry, Expectation } from './entry';
import { compareLines, keptWarnings, nameWarnings, totalWarnings } from './kept';
import { ledgerLines, outcomeOf, type LedgerOutcome } from './ledgerLines';
import { entryWords } from './once';
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
			dropPendingTotals(entry);
			continue;
		}
		// Items of one run may mean the same entry: what is wrong with it is wrong for all of them.
		const twin = [...errors.keys()].find(({ row }) => row === entry.row);
		const compared =
			twin === undefined
				? await attempt(() => compare(entry, read.value, session))
				: { error: errors.get(twin) };
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
		dropPendingTotals(entry);
		return;
	}
	const { rows, warnings: changed } = compareLines(outcome.lines, draft.expect);
	complete(entry, outcome, rows);
	if (alreadyBooked) {
		warnings.push(...nameWarnings(row, draft.expect));
		return refuseAnother(entry, outcome, session);
	}
	if (!outcome.isRightKind) return await undo(draft, row, session);
	refuseOtherTotal(entry, outcome, session);
	warnings.push(
		...totalWarnings(outcome.total, draft.expect),
		...keptWarnings(row, draft),
		...changed,
	);
}

/** Totals and lines as the ledger has them, under the names that the entry gives them. */
function complete(
	{ draft: { expect, record, isCredit }, row, alreadyBooked }: BookedEntry,
	{ total, totalDC }: LedgerOutcome,
	lines: Row[],
): void {
	const { decimals, total: asked } = expect;
	row.AmountFC = fromMinor(total, decimals);
	if (totalDC !== undefined) row.AmountDC = totalDC;
	const net = asked?.net === undefined ? netOf(lines, expect) : asked.net * (isCredit ? -1 : 1);
	// What was booked before was read with its own VAT, which another item need not have asked for.
	if (net !== undefined && !alreadyBooked) {
		row.VATAmountFC = fromMinor(total - net, decimals);
		// The rounding of another currency is Exact's: better no amount than one that is still 0.
		row.VATAmountDC = Number(row.Rate) === 1 ? row.VATAmountFC : row.VATAmountDC || null;
	}
	const part = record.parts.lines;
	if (part !== undefined) row[part.name] = lines;
}

/** What the ledger's lines come to, if each line that was asked for is among them. */
function netOf(lines: readonly Row[], { lines: asked, decimals }: Expectation): number | undefined {
	if (lines.length < asked.length) return undefined;
	return lines.reduce((sum, { AmountFC }) => sum + toMinor(Number(AmountFC), decimals), 0);
}

/** Totals that Exact has not worked out yet are 0: better none than wrong ones. */
function dropPendingTotals({ row, draft }: BookedEntry): void {
	if (Number(row.AmountFC) !== 0 || draft.expect.total?.gross === 0) return;
	for (const name of ['AmountFC', 'AmountDC', 'VATAmountFC', 'VATAmountDC']) row[name] = null;
}

/** An entry of the same key that the ledger shows to be another one, whatever its header says. */
function refuseAnother(
	{ draft, row }: BookedEntry,
	{ total, isRightKind }: LedgerOutcome,
	session: Session,
): void {
	const { words, division, record, same, expect } = draft;
	const other = otherTotal(total, expect);
	if (isRightKind && other === undefined) return;
	const point = isRightKind
		? `its total is ${other?.stands}, not ${other?.wanted}`
		: `it is no ${words}: its sign is the opposite`;
	session.fail({
		code: 'CONFLICT',
		message: `An entry with ${same?.words ?? 'this key'} is booked already: ${entryWords(row)}, but ${point}`,
		description:
			'Nothing was booked. Look at it in Exact Online; if it should not be there, delete it and run this again.',
		endpoint: record.path,
		division,
		more: { entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}

/** The booked total and the one that was asked for, without sign, when they differ by more than rounding. */
function otherTotal(
	booked: number,
	{ total: asked, decimals }: Expectation,
): { stands: string; wanted: string } | undefined {
	const [stands, wanted] = [Math.abs(booked), Math.abs(asked?.gross ?? booked)];
	if (Math.abs(stands - wanted) <= (asked?.tolerance ?? 0)) return undefined;
	return { stands: format(stands, decimals), wanted: format(wanted, decimals) };
}

function refuseOtherTotal(
	{ draft, row }: BookedEntry,
	{ total }: LedgerOutcome,
	session: Session,
): void {
	const { words, division, record, expect } = draft;
	const other = otherTotal(total, expect);
	if (other === undefined) return;
	session.fail({
		code: 'BOOKED_DIFFERENTLY',
		message: `The ${words} is booked, but with a total of ${other.stands} instead of ${other.wanted} (${entryWords(row)})`,
		description:
			'Look at it in Exact Online: delete it there, or correct it. Running this again does not book it a second time when it has a reference.',
		endpoint: record.path,
		division,
		more: { entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}
