import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { attempt, codeOf } from '../attempt';
import { compareLines, numberWarnings } from '../kept';
import { entryWords, type Booked } from '../once';
import { differences, linesOf } from './differences';
import type { FreeDraft } from './draft';
import { readWhole } from './find';

type BookedFree = Booked<FreeDraft>;

/**
 * Compares booked entries with what the ledger shows, in one call for up to 40 of them, and makes their rows whole.
 * Entries that were read before are not read again. Answers the errors; smaller things become warnings.
 */
export async function compareFree(
	entries: readonly BookedFree[],
	division: number,
	session: Session,
): Promise<Map<BookedFree, unknown>> {
	const fresh = entries.filter(({ row }) => linesOf(row).length === 0);
	const ids = [...new Set(fresh.map(({ row }) => idOf(row)))];
	const drafts = entries.map(({ draft }) => draft);
	const read = await attempt(() => readWhole(ids, drafts, division, session));
	if ('value' in read) {
		for (const { row } of fresh) makeWhole(row, read.value.get(idOf(row)));
	}
	const errors = new Map<BookedFree, unknown>();
	for (const entry of entries) {
		if ('error' in read && fresh.includes(entry)) {
			if (codeOf(read.error) === 'CANCELLED') errors.set(entry, read.error);
			entry.warnings.push('It is booked, but could not be compared with the ledger afterwards');
			continue;
		}
		// Items of one run may mean the same entry: what is wrong with it is wrong for all of them.
		const twin = [...errors.keys()].find(({ row }) => row === entry.row);
		const compared =
			twin === undefined
				? await attempt(() => compare(entry, session))
				: { error: errors.get(twin) };
		if ('error' in compared) errors.set(entry, compared.error);
	}
	return errors;
}

/** Other items of the run may hold the same row: it stays the one it is. */
function makeWhole(row: Row, whole: Row | undefined): void {
	if (whole === undefined) return;
	for (const name of Object.keys(row)) delete row[name];
	Object.assign(row, whole);
}

function compare({ draft, row, alreadyBooked, warnings }: BookedFree, session: Session): void {
	const { expect, same } = draft;
	const lines = linesOf(row);
	if (lines.length === 0) {
		warnings.push(
			'The ledger does not show it yet, so it was not compared with what was asked for',
		);
		return;
	}
	warnings.push(...numberWarnings(row, expect));
	if (alreadyBooked) return;
	const points = differences(row, draft);
	if (points.length > 0) bookedDifferently(draft, row, points, session);
	warnings.push(...compareLines(lines, expect).warnings);
	const isKept = lines.some(({ Notes }) => textOf(Notes) === same?.notes);
	if (same !== undefined && !isKept) {
		warnings.push(
			`Exact Online did not keep the booking reference "${same.notes}": running this again may book it again`,
		);
	}
}

function bookedDifferently(
	{ words, division, record }: FreeDraft,
	row: Row,
	points: readonly string[],
	session: Session,
): never {
	return session.fail({
		code: 'BOOKED_DIFFERENTLY',
		message: `The ${words} is booked, but ${points.join(' and ')} (${entryWords(row)})`,
		description:
			'Look at it in Exact Online: delete it there, or correct it. Running this again does not book it a second time when it has a booking reference.',
		endpoint: record.path,
		division,
		more: { entryId: textOf(row.EntryID), entryNumber: textOf(row.EntryNumber) },
	});
}

function idOf({ EntryID }: Row): string {
	return textOf(EntryID).toLowerCase();
}
