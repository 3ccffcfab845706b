import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { presenter, type Presenter } from '../output';
import { attempt, codeOf } from './attempt';
import { attachFile, filesOfBooked, loadFile, type FilesOfRun } from './entryFile';
import { entryWords, type Booked, type Books, type OnceDraft } from './once';
import type { Writer, Written } from './pipeline';

/** Books entries of one division: each once, as it was asked for, with its file. */
export function onceWriter<D extends OnceDraft>(
	books: Books<D>,
	division: number,
	session: Session,
): Writer<D> {
	const found = new Map<D, Row>();
	const booked = new Map<D, Booked<D>>();
	const presenters = new Map<D, Presenter>();
	/** By key: two items of one run that mean the same entry book it once. */
	const thisRun = new Map<string, Booked<D>>();
	/** Keys of entries that may be booked or not: another item must not book them again. */
	const uncertain = new Set<string>();
	const files: FilesOfRun = { entries: new Map(), inDoubt: new Map() };

	return {
		look: async (drafts) => {
			// What the output needs is asked for first: nothing may fail after a booking that could before.
			for (const draft of drafts) {
				const asked = { division, ...draft.output };
				presenters.set(draft, await presenter(books.shown(draft), asked, session));
			}
			for (const [draft, row] of await books.find(drafts)) found.set(draft, row);
			const withFile = drafts.flatMap((draft) => {
				const row = found.get(draft);
				return row === undefined || draft.file === undefined ? [] : [books.attachTo(draft, row)];
			});
			for (const [id, has] of await filesOfBooked(withFile, division, session)) {
				files.entries.set(id, has);
			}
		},
		write: async (draft) => {
			const file = await loadFile(draft, session);
			const twin = draft.same?.keys.map((key) => thisRun.get(key)).find(Boolean);
			const entry =
				existing(draft, found.get(draft), twin, books, session) ??
				(await postNew(draft, books, uncertain, session));
			booked.set(draft, entry);
			for (const key of draft.same?.keys ?? []) thisRun.set(key, entry);
			if (file === undefined) return;
			await attachFile(entry, books.attachTo(draft, entry.row), file, files, session);
		},
		settle: async (drafts) => {
			const entries = drafts.flatMap((draft) => booked.get(draft) ?? []);
			const wrong = await books.compare(entries);
			const settled = new Map<D, Written>();
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
async function postNew<D extends OnceDraft>(
	draft: D,
	books: Books<D>,
	uncertain: Set<string>,
	session: Session,
): Promise<Booked<D>> {
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
	const outcome = await attempt(() => books.post(draft));
	if ('value' in outcome) return outcome.value;
	if (LEAVES_SOMETHING.includes(codeOf(outcome.error) ?? '')) {
		for (const key of same?.keys ?? []) uncertain.add(key);
	}
	throw outcome.error;
}

/** The entry that is there already, if it is the one that was asked for. */
function existing<D extends OnceDraft>(
	draft: D,
	found: Row | undefined,
	twin: Booked<D> | undefined,
	books: Books<D>,
	session: Session,
): Booked<D> | undefined {
	const row = twin?.row ?? found;
	const { words, division, record, same } = draft;
	if (row === undefined || same === undefined) return undefined;
	const points =
		twin === undefined ? books.differences(row, draft) : books.twinDifferences(draft, twin.draft);
	if (points.length === 0 && draft.ifBooked === 'return') {
		return { draft, row, alreadyBooked: true, warnings: [...draft.warnings] };
	}
	const what = `A ${words} with ${same.words} is booked already: ${entryWords(row)}`;
	return session.fail({
		code: 'CONFLICT',
		message: points.length === 0 ? what : `${what}, but ${points.join(' and ')}`,
		description:
			points.length === 0
				? "Nothing was booked. Set 'If Already Booked' to 'Return Existing' to get the entry instead of this error."
				: `Nothing was booked. If this is another ${nounOf(words)}, give it a reference of its own; if it was corrected, change or delete the booked entry first.`,
		endpoint: record.path,
		division,
		more: { entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}

/** Credit notes are invoices in these words. */
function nounOf(words: string): string {
	return /invoice|credit note/.test(words) ? 'invoice' : 'entry';
}

function show<D>(
	{ row, alreadyBooked, warnings, attachment }: Booked<D>,
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
