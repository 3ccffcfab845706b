import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import type { RecordType } from '../../../records/record';
import { presenter, type Presenter } from '../../output';
import { attempt, codeOf } from '../attempt';
import type { Writer, Written } from '../pipeline';
import type { MasterDraft } from './draft';
import { save, type Run } from './save';
import { idOf, outcome, readBack, type Saved } from './saved';

/** What is done once a record is saved. Throws when it is not done; the record is there then. */
export type Afterwards<D> = (draft: D, saved: Saved, run: Run) => Promise<void>;

/** Writes master records of one division, each once, and reads back what Exact has made of them. */
export function masterWriter<D extends MasterDraft>(afterwards?: Afterwards<D>) {
	return (division: number, session: Session): Writer<D> => {
		const run: Run = {
			...{ division, session },
			made: new Map(),
			lost: new Set(),
			rows: new Map(),
			written: new Set(),
		};
		const saved = new Map<D, Saved>();
		return {
			look: async (drafts) => await completeFound(drafts, run),
			write: async (draft) => {
				const one = await save(draft, run);
				saved.set(draft, one);
				await afterwards?.(draft, one, run);
			},
			settle: async (drafts) => await settle(drafts, saved, run),
		};
	};
}

/** Completes what is known of records that are there by the columns that are rarely written. */
async function completeFound(drafts: readonly MasterDraft[], run: Run): Promise<void> {
	for (const [record, mine] of byRecord(drafts, (draft) => draft.record)) {
		const there = mine.flatMap(({ found, body }) => (found === undefined ? [] : [{ found, body }]));
		for (const { found } of there) {
			if (!run.rows.has(idOf(found))) run.rows.set(idOf(found), found);
		}
		const rare = there.filter(({ found, body }) => !holds(found, Object.keys(body)));
		const columns = rare.flatMap(({ body }) => Object.keys(body));
		const ids = rare.map(({ found }) => idOf(found));
		for (const row of await readBack(record, ids, columns, run)) {
			Object.assign(run.rows.get(idOf(row)) ?? {}, row);
		}
	}
}

/** A record that was saved, and how it is shown. */
interface Done<D> {
	draft: D;
	one: Saved;
	present: Presenter;
}

async function settle<D extends MasterDraft>(
	drafts: readonly D[],
	saved: ReadonlyMap<D, Saved>,
	run: Run,
): Promise<Map<D, Written>> {
	const done: Array<Done<D>> = [];
	for (const draft of drafts) {
		const one = saved.get(draft);
		const present = await presenter(draft.record, draft.output, run.session);
		if (one !== undefined) done.push({ draft, one, present });
	}
	const results = new Map<D, Written>();
	for (const [record, mine] of byRecord(done, ({ draft }) => draft.record)) {
		const rows = await storedRows(record, mine, run);
		for (const { draft, one, present } of mine) {
			const show = (row: Row) => ({ ...draft.also, ...present.show(row) });
			results.set(draft, outcome(record, one, rows.get(idOf(one.row)), show));
		}
	}
	return results;
}

/** What Exact has now, by ID: one call for those that were written or are not known in full. */
async function storedRows<D extends MasterDraft>(
	record: RecordType,
	done: ReadonlyArray<Done<D>>,
	run: Run,
): Promise<Map<string, Row>> {
	const isKnown = ({ one, present }: Done<D>) =>
		!run.written.has(idOf(one.row)) && holds(one.row, present.columns);
	const unknown = done.filter((one) => !isKnown(one));
	const columns = unknown.flatMap(({ one, present }) => [
		...present.columns,
		...Object.keys(one.sent),
	]);
	const ids = unknown.map(({ one }) => idOf(one.row));
	const read = await attempt(() => readBack(record, ids, columns, run));
	if ('error' in read && codeOf(read.error) === 'CANCELLED') throw read.error;
	const known = done.filter(isKnown).map(({ one }) => one.row);
	const rows = [...known, ...('error' in read ? [] : read.value)];
	return new Map(rows.map((row) => [idOf(row), row]));
}

function holds(row: Row, columns: readonly string[]): boolean {
	return columns.every((column) => column in row);
}

function byRecord<T>(all: readonly T[], recordOf: (one: T) => RecordType): Map<RecordType, T[]> {
	const groups = new Map<RecordType, T[]>();
	for (const one of all) {
		const record = recordOf(one);
		groups.set(record, [...(groups.get(record) ?? []), one]);
	}
	return groups;
}
