import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { columnsOf } from '../../records/record';
import type { AttachTo } from '../attaching/entryFiles';
import type { EntryDraft } from './entry';
import { compareWithLedger } from './ledgerCheck';
import { onceWriter } from './onceWriter';
import type { Writer } from './pipeline';
import { postEntry } from './postEntry';
import { differences, findBooked } from './sameEntry';

/** Books invoices and credit notes of one division: each once, in the kind that was asked for, with its file. */
export function entryWriter(division: number, session: Session): Writer<EntryDraft> {
	const books = {
		shown: ({ record }: EntryDraft) => record,
		find: async (drafts: readonly EntryDraft[]) => await findBooked(drafts, division, session),
		differences,
		twinDifferences,
		post: async (draft: EntryDraft) => await postEntry(draft, session),
		compare: async (entries: Parameters<typeof compareWithLedger>[0]) =>
			await compareWithLedger(entries, division, session),
		attachTo,
	};
	return onceWriter(books, division, session);
}

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

function attachTo({ division, record, expect }: EntryDraft, row: Row): AttachTo {
	const [relation] = columnsOf(record, ['relationId']).filter((column) => column !== record.key);
	const optional = (value: unknown) => textOf(value) || undefined;
	return {
		division,
		entryId: textOf(row[record.key]).toLowerCase(),
		entryType: expect.entryType,
		number: textOf(row.EntryNumber),
		day: dayOf(exactMs(row.EntryDate) ?? Date.parse(expect.day)),
		relationId: optional(row[relation ?? '']),
		documentId: optional(row.Document),
	};
}
