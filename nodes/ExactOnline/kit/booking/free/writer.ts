import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { AttachTo } from '../../attaching/entryFiles';
import { dayOfEntry } from '../../entries/wholeEntry';
import { mayBeBooked } from '../lost';
import type { Booked, Books } from '../once';
import { onceWriter } from '../onceWriter';
import type { Writer } from '../pipeline';
import { writeOnce } from '../recover';
import { compareFree } from './compare';
import { differences, linesOf, twinDifferences } from './differences';
import type { FreeDraft } from './draft';
import { findFree } from './find';

/** Sends one draft: `post` sends a body once and throws what Exact refuses. */
export type Send = (draft: FreeDraft, post: (body: IDataObject) => Promise<Row>) => Promise<Row>;

/** What kinds of free entries add to the writer. */
export interface FreeWays {
	/** Adds to the body what is known only now, such as the balance that the journal stands at. */
	send?: Send;
	/** Adds to rows of the output what the ledger does not tell; called once for a chunk. */
	complete?(entries: ReadonlyArray<Booked<FreeDraft>>): Promise<void>;
}

/** Books free entries of one division: each once, with its file; compares each chunk with the ledger in one call. */
export function freeWriter(
	division: number,
	session: Session,
	{ send = sendAsItIs, complete }: FreeWays = {},
): Writer<FreeDraft> {
	const find = async (drafts: readonly FreeDraft[]) => await findFree(drafts, division, session);
	const books: Books<FreeDraft> = {
		shown: ({ shown }) => shown,
		find,
		differences,
		twinDifferences,
		post: async (draft) => {
			const { record, same } = draft;
			const post = async (body: IDataObject) => await session.create(record, division, body);
			const row = await writeOnce(
				async () => await send(draft, post),
				same && (async () => (await find([draft])).get(draft)),
				(lost) => mayBeBooked(draft, lost, session),
				session,
			);
			return { draft, row, alreadyBooked: false, warnings: [...draft.warnings] };
		},
		compare: async (entries) => {
			const errors = await compareFree(entries, division, session);
			await complete?.(entries);
			return errors;
		},
		attachTo,
	};
	return onceWriter(books, division, session);
}

const sendAsItIs: Send = async (draft, post) => await post(draft.body);

function attachTo({ division, expect }: FreeDraft, row: Row): AttachTo {
	const document = linesOf(row).map((line) => textOf(line.Document));
	return {
		division,
		entryId: textOf(row.EntryID).toLowerCase(),
		entryType: expect.entryType,
		number: textOf(row.EntryNumber),
		day: dayOfEntry(row) || expect.day,
		documentId: document.find(Boolean),
	};
}
