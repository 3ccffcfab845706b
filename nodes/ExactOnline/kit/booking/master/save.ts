import { all, equals } from '../../../exact/odata/filter';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { columnsOf } from '../../../records/record';
import { writeOnce } from '../recover';
import { differences } from './compare';
import { adviceFor, asked, listed, named, pointsOf, type MasterDraft } from './draft';
import { put, type Company } from './put';
import { idOf, type Saved } from './saved';

/** What all items of one division share. */
export interface Run extends Company {
	/** Records that this run has made, by the key of their draft. */
	made: Map<string, Row>;
	/** Keys of records that may have been made: the answer got lost. */
	lost: Set<string>;
	/** Records by ID: the row that later items compare with. */
	rows: Map<string, Row>;
	/** IDs of those that this run has made or changed. */
	written: Set<string>;
}

/** Brings a record to what was asked for: one POST, one PUT, or nothing. */
export async function save(draft: MasterDraft, run: Run): Promise<Saved> {
	const { record, ifThere, warnings } = draft;
	const row = rowOf(draft, run);
	if (row === undefined) return await make(draft, run);
	if (ifThere !== 'update') checkTaken(draft, row, run);
	const changes = differences(record, row, asked(draft));
	const differs = Object.keys(changes).length > 0;
	const saved = { row, created: false, updated: differs, sent: changes, warnings: [...warnings] };
	if (!differs) return saved;
	await put(run, record, idOf(row), changes);
	Object.assign(row, changes);
	run.written.add(idOf(row));
	return saved;
}

function rowOf(draft: MasterDraft, { made, rows }: Run): Row | undefined {
	const { found, ifThere } = draft;
	const twin = ifThere === 'add' ? undefined : made.get(keyOf(draft));
	return twin ?? (found && (rows.get(idOf(found)) ?? found));
}

/** Items of one run with the same key mean the same record. Exact's database takes upper and lower case as equal. */
function keyOf({ record, keys, body }: MasterDraft): string {
	return [record.path, ...keys.map((column) => textOf(body[column]).toUpperCase())].join('\n');
}

/** One that is there is returned only where that was asked for, and where it is what was asked for. */
function checkTaken(draft: MasterDraft, row: Row, { division, session }: Run): void {
	const { record, body, keyWords, ifThere, effects } = draft;
	const points = pointsOf(record, row, { ...asked(draft), ...effects });
	if (ifThere === 'use' && points.length === 0) return;
	session.fail({
		code: 'CONFLICT',
		message: `There is a ${record.noun} with ${keyWords} already: ${named({ ...body, ...row })}${listed(points)}`,
		description: `${adviceFor(ifThere)} Nothing was sent for this item.`,
		endpoint: record.path,
		division,
		more: { id: textOf(row.ID) },
	});
}

async function make(draft: MasterDraft, run: Run): Promise<Saved> {
	const { record, body, defaults, warnings } = draft;
	const { division, session } = run;
	const key = keyOf(draft);
	if (run.lost.has(key)) return mayBeThere(draft, run, 'The answer to an earlier item got lost');
	const sent = { ...defaults, ...body };
	const row = await writeOnce(
		() => session.create(record, division, sent),
		() => findMade(draft, run),
		(lost) => {
			run.lost.add(key);
			return mayBeThere(draft, run, lost.message);
		},
		session,
	);
	run.made.set(key, row);
	run.rows.set(idOf(row), row);
	run.written.add(idOf(row));
	return { row, created: true, updated: false, sent, warnings: [...warnings] };
}

/** The record that a POST without an answer has made: it has the key, and was not there before. */
async function findMade(draft: MasterDraft, run: Run): Promise<Row | undefined> {
	const { record, keys, body, others = [] } = draft;
	const { division, session } = run;
	const where = all(...keys.map((column) => equals(column, textOf(body[column]))));
	const select = [...new Set([...columnsOf(record), ...keys])];
	for await (const row of session.list(record, { division, select, where })) {
		if (!run.written.has(idOf(row)) && !others.includes(idOf(row))) return row;
	}
	return undefined;
}

/** The answer is lost, and so is whether there is a record: only a person can tell now. */
function mayBeThere(draft: MasterDraft, { division, session }: Run, why: string): never {
	const { record, keyWords, ifThere } = draft;
	const again =
		ifThere === 'add'
			? 'Running this again may make a second one'
			: 'Running this again is safe: it looks first';
	return session.fail({
		code: 'UNKNOWN_OUTCOME',
		message: `The ${record.noun} may have been created: Exact Online's answer got lost (${record.path}, division ${division})`,
		description: `It was not found by ${keyWords} within a minute, but may still appear: look for it in Exact Online. ${again}. ${why}.`,
		endpoint: record.path,
		division,
	});
}
