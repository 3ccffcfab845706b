import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { presenter, type Presenter } from '../output';
import { attempt, codeOf } from './attempt';
import { attachFile, filesOfBooked, loadFile, type FilesOfRun } from './entryFile';
import type { BookedEntry, EntryDraft } from './entry';
import { compareWithLedger } from './ledgerCheck';
import type { Writer, Written } from './pipeline';
import { postEntry } from './postEntry';
import { differences, entryWords, findBooked } from './sameEntry';

/** Books entries of one division: each once, in the kind that was asked for, with its file. */
export function entryWriter(division: number, session: Session): Writer<EntryDraft> {
	const found = new Map<EntryDraft, Row>();
	const booked = new Map<EntryDraft, BookedEntry>();
	const presenters = new Map<EntryDraft, Presenter>();
	/** By key: two items of one run that mean the same entry book it once. */
	const thisRun = new Map<string, BookedEntry>();
	/** Keys of entries that may be booked or not: another item must not book them again. */
	const uncertain = new Set<string>();
	const files: FilesOfRun = { entries: new Map(), inDoubt: new Map() };

	return {
		look: async (drafts) => {
			// What the output needs is asked for first: nothing may fail after a booking that could before.
			for (const draft of drafts) presenters.set(draft, await presenterFor(draft, session));
			for (const [draft, row] of await findBooked(drafts, division, session)) found.set(draft, row);
			for (const [id, has] of await filesOfBooked(drafts, found, division, session)) {
				files.entries.set(id, has);
			}
		},
		write: async (draft) => {
			const file = await loadFile(draft, session);
			const entry =
				existing(draft, found, thisRun, session) ?? (await postNew(draft, uncertain, session));
			booked.set(draft, entry);
			for (const key of draft.same?.keys ?? []) thisRun.set(key, entry);
			if (file !== undefined) await attachFile(entry, file, files, session);
		},
		settle: async (drafts) => {
			const entries = drafts.flatMap((draft) => booked.get(draft) ?? []);
			const wrong = await compareWithLedger(entries, division, session);
			const settled = new Map<EntryDraft, Written>();
			for (const draft of drafts) {
				const entry = booked.get(draft);
				const present = presenters.get(draft);
				if (entry === undefined || present === undefined) continue;
				const error = wrong.get(entry);
				settled.set(draft, error === undefined ? show(entry, present) : { error });
				if (error === undefined) continue;
				for (const key of draft.same?.keys ?? []) thisRun.delete(key);
			}
			return settled;
		},
	};
}

/** After these, something may be booked. */
const LEAVES_SOMETHING = ['UNKNOWN_OUTCOME', 'BOOKED_DIFFERENTLY'];

/** Books an entry, unless an item before has tried to and nobody knows what came of it. */
async function postNew(
	draft: EntryDraft,
	uncertain: Set<string>,
	session: Session,
): Promise<BookedEntry> {
	const { words, division, record, same } = draft;
	if (same?.keys.some((key) => uncertain.has(key))) {
		session.fail({
			code: 'UNKNOWN_OUTCOME',
			message: `The ${words} may have been booked: an earlier item with ${same.words} was sent, and it is not known what came of it`,
			description: 'This item was not sent. Look at the error of the earlier one.',
			endpoint: record.path,
			division,
		});
	}
	const outcome = await attempt(() => postEntry(draft, session));
	if ('value' in outcome) return outcome.value;
	if (LEAVES_SOMETHING.includes(codeOf(outcome.error) ?? '')) {
		for (const key of same?.keys ?? []) uncertain.add(key);
	}
	throw outcome.error;
}

/** The entry that is there already, if it is the one that was asked for. */
function existing(
	draft: EntryDraft,
	found: ReadonlyMap<EntryDraft, Row>,
	thisRun: ReadonlyMap<string, BookedEntry>,
	session: Session,
): BookedEntry | undefined {
	const twin = draft.same?.keys.map((key) => thisRun.get(key)).find(Boolean);
	const row = twin?.row ?? found.get(draft);
	if (row === undefined || draft.same === undefined) return undefined;
	const points = twin === undefined ? differences(row, draft) : twinDifferences(draft, twin.draft);
	if (points.length === 0 && draft.ifBooked === 'return') {
		return { draft, row, alreadyBooked: true, warnings: [...draft.warnings] };
	}
	const { words, division, record } = draft;
	const what = `A ${words} with ${draft.same.words} is booked already: ${entryWords(row)}`;
	return session.fail({
		code: 'CONFLICT',
		message: points.length === 0 ? what : `${what}, but ${points.join(' and ')}`,
		description:
			points.length === 0
				? "Nothing was booked. Set 'If Already Booked' to 'Return Existing' to get the entry instead of this error."
				: 'Nothing was booked. If this is another invoice, give it a reference of its own; if it was corrected, change or delete the booked entry first.',
		endpoint: record.path,
		division,
		more: { entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}

/** The same comparison for two items of one run, before Exact has said what it stored. */
function twinDifferences(draft: EntryDraft, twin: EntryDraft): string[] {
	const points: string[] = [];
	if (draft.expect.entryType !== twin.expect.entryType) {
		points.push(`it is a ${twin.words}, not a ${draft.words}`);
	}
	if (draft.expect.day !== twin.expect.day) {
		points.push(`its date is ${twin.expect.day}, not ${draft.expect.day}`);
	}
	if (draft.expect.currency !== twin.expect.currency) {
		points.push(`its currency is ${twin.expect.currency}, not ${draft.expect.currency}`);
	}
	const isSameTotal = draft.expect.total?.gross === twin.expect.total?.gross;
	if (!isSameTotal || draft.expect.entered !== twin.expect.entered) {
		points.push('its total is another one');
	}
	return points;
}

async function presenterFor(draft: EntryDraft, session: Session): Promise<Presenter> {
	const { record, division, output } = draft;
	return await presenter(record, { division, ...output }, session);
}

function show(
	{ row, alreadyBooked, warnings, attachment }: BookedEntry,
	present: Presenter,
): Written {
	return {
		json: {
			...present.show(row),
			alreadyBooked,
			...(attachment === undefined ? {} : { attachment }),
			...(warnings.length === 0 ? {} : { _warnings: warnings }),
		},
	};
}
