import type { Session } from '../../../exact/session';
import { attempt, codeOf } from '../../../kit/booking/attempt';
import { idOf, outcome, readBack, type Saved } from '../../../kit/booking/master/saved';
import type { Writer, Written } from '../../../kit/booking/pipeline';
import { presenter, type Presenter } from '../../../kit/output';
import type { RelationDraft } from './draft';
import type { Role } from './roles';
import type { Run } from './run';
import { saveAccount } from './saveAccount';
import { loadBelow, saveParts } from './saveParts';

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
	for (const row of await readBack(run.role.relation.record, ids, rare, run)) {
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
	const read = await attempt(() => readBack(role.relation.record, ids, columns, run));
	if ('error' in read && codeOf(read.error) === 'CANCELLED') throw read.error;
	const rows = new Map('error' in read ? [] : read.value.map((row) => [idOf(row), row] as const));
	return new Map(
		done.map(({ draft, one, present }) => [
			draft,
			outcome(role.relation.record, one, rows.get(idOf(one.row)), present.show),
		]),
	);
}
