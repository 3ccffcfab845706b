import { all, equals } from '../../../exact/odata/filter';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs, wallClockAt } from '../../../exact/values/time';
import { put } from '../../../kit/booking/master/put';
import { idOf, type Saved } from '../../../kit/booking/master/saved';
import { writeOnce } from '../../../kit/booking/recover';
import { changesOf } from './compare';
import type { RelationDraft } from './draft';
import { named } from './match';
import type { Run } from './run';

/** Brings the relation itself to what was asked for: one POST, one PUT, or nothing. */
export async function saveAccount(draft: RelationDraft, run: Run): Promise<Saved> {
	const { key, found, ifThere, keyWords } = draft;
	const twin = key === undefined ? undefined : run.made.get(key);
	const row = twin?.row ?? (found && (run.rows.get(idOf(found)) ?? found));
	if (row === undefined) return await make(draft, run);
	if (ifThere === 'refuse') {
		return run.session.fail({
			code: 'CONFLICT',
			message: `An earlier item has made relation ${named(row)} with ${keyWords}`,
			description: 'Nothing was sent for this item. Use Create or Update to change the relation.',
			division: run.division,
			more: { id: textOf(row.ID), relationCode: textOf(row.Code) },
		});
	}
	const saved: Saved = { row, created: false, updated: false, sent: {}, warnings: [] };
	return ifThere === 'keep' ? saved : await change(draft, saved, run);
}

async function change({ body }: RelationDraft, saved: Saved, run: Run): Promise<Saved> {
	const { record } = run.role.relation;
	const { row } = saved;
	const changes = changesOf(record, row, body);
	// What has ended before today stays ended on that day.
	const end = exactMs(row.EndDate);
	const hasEnded = end !== undefined && dayOf(end) <= run.session.today();
	if (hasEnded && changes.EndDate === run.session.today()) delete changes.EndDate;
	if (Object.keys(changes).length === 0) return saved;
	await put(run, record, textOf(row.ID), changes);
	Object.assign(row, changes);
	return { ...saved, updated: true, sent: changes };
}

async function make(draft: RelationDraft, run: Run): Promise<Saved> {
	const { role, division, session } = run;
	const { body, key } = draft;
	const { record } = role.relation;
	if (key !== undefined && run.lost.has(key)) return mayBeThere(draft, run, 'an earlier item');
	const since = session.connection.world.now();
	const row = await writeOnce(
		() => session.create(record, division, body),
		identifying(draft).length === 0 ? undefined : () => findMade(draft, since, run),
		(lost) => {
			if (key !== undefined) run.lost.add(key);
			return mayBeThere(draft, run, lost.message);
		},
		session,
	);
	const saved = { row, created: true, updated: false, sent: body, warnings: [] };
	run.rows.set(idOf(row), row);
	if (key !== undefined) run.made.set(key, saved);
	return saved;
}

/** Columns that tell one relation from another, name apart. */
const KEYS = ['Code', 'VATNumber', 'SearchCode', 'ChamberOfCommerce', 'Email'];

function identifying({ body }: RelationDraft): string[] {
	return KEYS.filter((column) => textOf(body[column]) !== '');
}

/** How far the clocks of n8n and Exact may be apart (ms). */
const CLOCKS_APART = 5 * 60_000;

/** The relation that a POST without an answer has made: new, unknown until now, with the name and all keys given. */
async function findMade(
	draft: RelationDraft,
	since: number,
	{ role, division, session, rows }: Run,
): Promise<Row | undefined> {
	const { record } = role.relation;
	const { zone } = await session.me();
	const from = new Date(wallClockAt(since - CLOCKS_APART, zone));
	const where = all(
		...['Name', ...identifying(draft)].map((column) => equals(column, textOf(draft.body[column]))),
		{ field: 'Created', is: 'ge', value: from },
	);
	const { select } = role.by.code;
	for await (const row of session.list(record, { division, select, where })) {
		if (!rows.has(idOf(row))) return row;
	}
	return undefined;
}

/** The answer is lost, and so is whether there is a relation: only a person can tell now. */
function mayBeThere(draft: RelationDraft, { role, division, session }: Run, why: string): never {
	const { noun, path } = role.relation.record;
	const keys = identifying(draft);
	const again =
		keys.length === 0
			? 'It has no key by which it could be found (VAT number, code, search code, company number or email), so running this again may make a second one.'
			: `It was not found by name and ${keys.join(', ')} within a minute, but may still appear. ${rerun(draft)}`;
	return session.fail({
		code: 'UNKNOWN_OUTCOME',
		message: `The ${noun} may have been created: Exact Online's answer got lost (${path}, division ${division})`,
		description: `Look for '${textOf(draft.body.Name)}' in Exact Online before anything else. ${again} (${why})`,
		endpoint: path,
		division,
	});
}

function rerun({ key, keyWords }: RelationDraft): string {
	return key === undefined
		? 'Running this again may make a second one; Create or Update looks first.'
		: `Running this again is safe: it looks for ${keyWords} first.`;
}
