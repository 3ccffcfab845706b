import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import { textOf } from '../../../exact/values/text';
import { attempt } from '../../../kit/booking/attempt';
import type { EntryDraft } from '../../../kit/booking/entry';
import { entryWriter } from '../../../kit/booking/entryWriter';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { readWhole } from '../../../kit/booking/free/find';
import { moneyWriter } from '../../../kit/booking/money/writer';
import type { Writer, Written } from '../../../kit/booking/pipeline';
import { presenter } from '../../../kit/output';
import { ledgerEntry } from '../../../records/ledgerEntry';
import type { JournalDraft, RoutedInvoice } from './draft';

/** Books invoices as invoices, all else as free entries. All of them are shown as the ledger has them. */
export function journalWriter(division: number, session: Session): Writer<JournalDraft> {
	const invoices = shownFromLedger(entryWriter(division, session), division, session);
	const free = moneyWriter(division, session);
	return {
		look: async (drafts) => {
			await free.look(drafts.filter(isFree));
			await invoices.look(drafts.filter(isInvoice));
		},
		write: async (draft) =>
			isInvoice(draft) ? await invoices.write(draft) : await free.write(draft),
		settle: async (drafts) => {
			const settled = await free.settle(drafts.filter(isFree));
			const others = await invoices.settle(drafts.filter(isInvoice));
			return new Map<JournalDraft, Written>([...settled, ...others]);
		},
	};
}

function isInvoice(draft: JournalDraft): draft is RoutedInvoice {
	return 'shownWith' in draft;
}

function isFree(draft: JournalDraft): draft is FreeDraft {
	return !isInvoice(draft);
}

/** Invoices are read once more: the ledger shows them with the line of the client or supplier. */
function shownFromLedger(
	{ look, write, settle }: Writer<EntryDraft>,
	division: number,
	session: Session,
): Writer<RoutedInvoice> {
	return {
		look,
		write,
		settle: async (drafts) => {
			const settled = await settle(drafts);
			const ids = [...settled.values()].flatMap((one) =>
				'json' in one ? textOf(one.json.id) : [],
			);
			const shown = drafts.map(({ shownWith: output }) => ({ shown: ledgerEntry, output }));
			const read = await attempt(() => readWhole([...new Set(ids)], shown, division, session));
			const results = new Map<RoutedInvoice, Written>();
			for (const draft of drafts) {
				const result = settled.get(draft);
				if (result === undefined) continue;
				const row =
					'json' in result && 'value' in read
						? read.value.get(textOf(result.json.id).toLowerCase())
						: undefined;
				const present = await presenter(ledgerEntry, { division, ...draft.shownWith }, session);
				results.set(draft, row === undefined ? result : shownAs(present.show(row), result));
			}
			return results;
		},
	};
}

function shownAs(entry: IDataObject, result: Written): Written {
	return 'json' in result ? { json: { ...entry, ...besides(result.json) } } : result;
}

/** What an output says of the booking itself. */
function besides({ alreadyBooked, attachment, _warnings }: IDataObject): IDataObject {
	return {
		alreadyBooked,
		...(attachment === undefined ? {} : { attachment }),
		...(_warnings === undefined ? {} : { _warnings }),
	};
}
