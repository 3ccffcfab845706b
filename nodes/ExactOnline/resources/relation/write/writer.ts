import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { attempt, codeOf } from '../../../kit/booking/attempt';
import type { Writer, Written } from '../../../kit/booking/pipeline';
import { presenter, type Presenter } from '../../../kit/output';
import type { RecordType } from '../../../records/record';
import type { JsonSchema } from '../../../records/shows';
import { differences } from './compare';
import type { RelationDraft } from './draft';
import type { Role } from './roles';
import { idOf, type Run, type Saved } from './run';
import { saveAccount } from './saveAccount';
import { loadBelow, saveParts } from './saveParts';

/** What the output says besides the record. */
export const saying: Readonly<Record<string, JsonSchema>> = {
	isNew: { type: 'boolean' },
	isUpdated: { type: 'boolean' },
};

/** Writes relations of one division: each once, with what belongs below it, and reads back what Exact has stored. */
export function relationWriter(role: Role) {
	return (division: number, session: Session): Writer<RelationDraft> => {
		const run: Run = {
			...{ role, division, session },
			made: new Map(),
			lost: new Set(),
			rows: new Map(),
			below: new Map(),
		};
		const saved = new Map<RelationDraft, Saved>();
		return {
			look: async (drafts) => await look(drafts, run),
			write: async (draft) => {
				const one = await saveAccount(draft, run);
				saved.set(draft, one);
				await saveParts(draft, one, run);
			},
			settle: async (drafts) => await settle(drafts, saved, run),
		};
	};
}

/** Completes what is known of relations that are there: columns that are rarely written, and what is below them. */
async function look(drafts: readonly RelationDraft[], run: Run): Promise<void> {
	const changing = drafts.flatMap(({ found, ifThere, ...draft }) =>
		found === undefined || ifThere !== 'update' ? [] : [{ ...draft, found }],
	);
	for (const { found } of changing) {
		if (!run.rows.has(idOf(found))) run.rows.set(idOf(found), found);
	}
	const rare = changing.flatMap(({ body, found }) =>
		Object.keys(body).filter((column) => !(column in found)),
	);
	const ids = changing.map(({ found }) => idOf(found));
	for (const row of await readBack(ids, rare, run)) {
		Object.assign(run.rows.get(idOf(row)) ?? {}, row);
	}
	for (const kind of ['addresses', 'bankAccounts', 'contacts'] as const) {
		const owners = changing.filter(({ parts }) => parts.some((part) => part.kind === kind));
		await loadBelow(
			kind,
			owners.map(({ found }) => idOf(found)),
			run,
		);
	}
}

/** Relations as Exact has them now: one call for up to 40. */
async function readBack(
	ids: readonly string[],
	columns: readonly string[],
	{ role, division, session }: Run,
): Promise<Row[]> {
	const { record } = role.relation;
	const readableColumns = columns.filter((column) => record.columns[column] !== 'Binary');
	if (readableColumns.length === 0) return [];
	const select = [...new Set(['ID', ...readableColumns])];
	const rows: Row[] = [];
	const reading = { division, select, field: 'ID', values: [...new Set(ids)] };
	for await (const row of session.listByValues(record, reading)) rows.push(row);
	return rows;
}

async function settle(
	drafts: readonly RelationDraft[],
	saved: ReadonlyMap<RelationDraft, Saved>,
	run: Run,
): Promise<Map<RelationDraft, Written>> {
	const { role, division, session } = run;
	const done: Array<{ draft: RelationDraft; one: Saved; present: Presenter }> = [];
	for (const draft of drafts) {
		const one = saved.get(draft);
		const output = { division, ...draft.output };
		const present = await presenter(role.relation.record, output, session);
		if (one !== undefined) done.push({ draft, one, present });
	}
	const columns = done.flatMap(({ one, present }) => [
		...present.columns,
		...Object.keys(one.sent),
	]);
	const ids = done.map(({ one }) => idOf(one.row));
	const read = await attempt(() => readBack(ids, columns, run));
	if ('error' in read && codeOf(read.error) === 'CANCELLED') throw read.error;
	const rows = new Map('error' in read ? [] : read.value.map((row) => [idOf(row), row] as const));
	return new Map(
		done.map(({ draft, one, present }) => [
			draft,
			shown(one, rows.get(idOf(one.row)), present, role),
		]),
	);
}

/** The output of one relation. It is saved whatever the read-back brought, so that this can only warn. */
function shown(
	{ row, created, updated, sent, warnings }: Saved,
	stored: Row | undefined,
	present: Presenter,
	{ relation: { record } }: Role,
): Written {
	const lost = stored === undefined ? {} : differences(record, stored, written(record, sent));
	const said = [
		...warnings,
		...(stored === undefined ? [UNREAD] : []),
		...Object.entries(lost).map(
			([column, value]) =>
				`Exact Online keeps "${textOf(stored?.[column])}" as ${column} instead of "${textOf(value)}"`,
		),
	];
	const json = { ...present.show(stored ?? row), isNew: created, isUpdated: updated };
	return { json: said.length === 0 ? json : { ...json, _warnings: said } };
}

/** What can be compared: pictures are never read. */
function written({ columns }: RecordType, sent: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(sent).filter(([name]) => columns[name] !== 'Binary'));
}

const UNREAD = 'It is saved, but could not be read back and compared with what was asked for';
