import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { entriesById } from '../../entries/readEntries';
import { presenter } from '../../output';
import { allColumns, columnsOf } from '../../../records/record';
import { ledgerLine } from '../../../records/ledgerEntry';
import type { FreeDraft } from './draft';
import { differences } from './differences';

/** Finds entries that are booked already: one call for all booking references, one for all numbers, one for their lines. */
export async function findFree(
	drafts: readonly FreeDraft[],
	division: number,
	session: Session,
): Promise<Map<FreeDraft, Row>> {
	const found = new Map<FreeDraft, Map<string, Row>>();
	const note = (draft: FreeDraft, row: Row) => {
		const known = found.get(draft) ?? new Map<string, Row>();
		found.set(draft, known.set(textOf(row.EntryID).toLowerCase(), row));
	};
	await byNotes(drafts, division, session, note);
	await byNumber(drafts, division, session, note);
	const ids = [...found.values()].flatMap((rows) => [...rows.keys()]);
	const whole = await readWhole([...new Set(ids)], drafts, division, session);
	return new Map(
		[...found].flatMap(([draft, rows]) => {
			const candidates = [...rows].map(
				([id, row]) => whole.get(id) ?? { JournalCode: draft.expect.journal, ...row },
			);
			const best = bestOf(candidates, draft);
			return best === undefined ? [] : [[draft, best] as const];
		}),
	);
}

/** Columns by which entries are compared and named, whatever the output shows. */
const COMPARED = ['EntryNumber', 'JournalCode', 'Currency', 'Notes', 'Document'];

/** The entries with these IDs as the ledger shows them, by ID in lower case; what it does not show is left out. */
export async function readWhole(
	ids: readonly string[],
	drafts: ReadonlyArray<Pick<FreeDraft, 'shown' | 'output'>>,
	division: number,
	session: Session,
): Promise<Map<string, Row>> {
	const whole = new Map<string, Row>();
	if (ids.length === 0) return whole;
	const select = new Set(COMPARED);
	for (const { shown, output } of drafts) {
		const { columns } = await presenter(shown, { division, ...output }, session);
		for (const column of columns) select.add(column);
	}
	const isRaw = drafts.some(({ output }) => output.output === 'raw');
	const ask = {
		division,
		select: [...select],
		columnsOf: () => (isRaw ? allColumns(ledgerLine) : columnsOf(ledgerLine)),
	};
	for await (const row of entriesById(inTurn(ids), ask, session)) {
		whole.set(textOf(row.EntryID).toLowerCase(), row);
	}
	return whole;
}

type Note = (draft: FreeDraft, row: Row) => void;

async function byNotes(
	drafts: readonly FreeDraft[],
	division: number,
	session: Session,
	note: Note,
): Promise<void> {
	for (const line of new Set(drafts.map((draft) => draft.line))) {
		const mine = drafts.filter((draft) => draft.line === line && draft.same !== undefined);
		const values = [...new Set(mine.map(({ same }) => same?.notes ?? ''))];
		const select = ['EntryID', 'EntryNumber', 'Notes'];
		for await (const row of session.listByValues(line, {
			division,
			select,
			field: 'Notes',
			values,
		})) {
			for (const draft of mine) if (sameText(row.Notes, draft.same?.notes)) note(draft, row);
		}
	}
}

async function byNumber(
	drafts: readonly FreeDraft[],
	division: number,
	session: Session,
	note: Note,
): Promise<void> {
	for (const record of new Set(drafts.map((draft) => draft.record))) {
		const mine = drafts.filter((draft) => draft.record === record);
		const values = new Set(mine.flatMap(({ same }) => same?.number?.number ?? []));
		const select = ['EntryID', 'EntryNumber', 'JournalCode', 'FinancialYear'];
		const reading = { division, select, field: 'EntryNumber', values: [...values] };
		for await (const row of session.listByValues(record, reading)) {
			for (const draft of mine) if (hasNumber(row, draft)) note(draft, row);
		}
	}
}

function hasNumber(row: Row, { same }: FreeDraft): boolean {
	const asked = same?.number;
	return (
		asked !== undefined &&
		Number(row.EntryNumber) === asked.number &&
		Number(row.FinancialYear) === asked.year &&
		sameText(row.JournalCode, asked.journal)
	);
}

/** A reference may stand in other entries as well, such as the one that reverses it: the one in which all fits is meant. */
function bestOf(rows: readonly Row[], draft: FreeDraft): Row | undefined {
	return rows.find((row) => differences(row, draft).length === 0) ?? rows[0];
}

async function* inTurn(ids: readonly string[]): AsyncGenerator<string> {
	yield* ids;
}

/** As Exact's database compares. */
function sameText(a: unknown, b: string | undefined): boolean {
	return textOf(a).toLowerCase() === b?.trim().toLowerCase();
}
