import { equals } from '../../../exact/odata/filter';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { told } from '../../../kit/attaching/told';
import { attempt, codeOf } from '../../../kit/booking/attempt';
import { put } from '../../../kit/booking/master/put';
import { idOf, type Saved } from '../../../kit/booking/master/saved';
import { writeOnce } from '../../../kit/booking/recover';
import { columnsOf, type PartOf } from '../../../records/record';
import type { RelationDraft } from './draft';
import type { PartDraft } from './parts';
import type { Run } from './run';

/** Writes what belongs below a relation, one after the other, each unless it is there; says what is missing when one fails. */
export async function saveParts(draft: RelationDraft, saved: Saved, run: Run): Promise<void> {
	if (draft.ifThere === 'keep' && !saved.created) return;
	for (const [index, part] of draft.parts.entries()) {
		const outcome = await attempt(() => savePart(part, draft, saved, run));
		if ('value' in outcome) continue;
		const missing = draft.parts.slice(index).map(({ words }) => words);
		failPartly(outcome.error, missing, saved, run);
	}
}

async function savePart(
	part: PartDraft,
	{ changesBankAccount }: RelationDraft,
	saved: Saved,
	run: Run,
): Promise<void> {
	const rows = await rowsBelow(part.kind, saved, run);
	const row = part.among(rows);
	const changes = row === undefined ? part.body : part.changes(row);
	const differs = Object.keys(changes).length > 0;
	if (differs && part.kind === 'bankAccounts' && !saved.created && !changesBankAccount) {
		saved.warnings.push(
			"The bank account of the relation is another one, and was left as it is: switch on 'Update Bank Account' to change it",
		);
		return;
	}
	if (differs) await writePart(part, row, changes, rows, saved, run);
	saved.updated ||= differs && !saved.created;
	const person = part.isMainContact === true ? part.among(rows) : undefined;
	if (person !== undefined) await makeMainContact(idOf(person), saved, run);
}

async function writePart(
	part: PartDraft,
	row: Row | undefined,
	changes: Row,
	rows: Row[],
	saved: Saved,
	run: Run,
): Promise<void> {
	const { record } = partOf(part.kind, run);
	if (row === undefined) {
		rows.push({ ...(await post(part, saved, run)), ...part.body });
		return;
	}
	await put(run, record, textOf(row.ID), { ...changes } as PartDraft['body']);
	Object.assign(row, changes);
}

/** Sent once; when the answer is lost, it is looked for among what the relation has then. */
async function post({ kind, body, among, words }: PartDraft, { row }: Saved, run: Run) {
	const { division, session } = run;
	const { record, parent } = partOf(kind, run);
	const owner = textOf(row.ID);
	return await writeOnce(
		() => session.create(record, division, { [parent]: owner, ...body }),
		async () => {
			const select = [...columnsOf(record), parent];
			const rows: Row[] = [];
			const reading = { division, select, where: equals(parent, owner) };
			for await (const one of session.list(record, reading)) rows.push(one);
			return among(rows);
		},
		(lost) =>
			session.fail({
				code: 'UNKNOWN_OUTCOME',
				message: `The ${words} may have been created: Exact Online's answer got lost`,
				description: `It was not found within a minute, but may still appear. ${lost.message}`,
				endpoint: record.path,
				division,
			}),
		session,
	);
}

async function makeMainContact(MainContact: string, saved: Saved, run: Run): Promise<void> {
	const { row } = saved;
	if (textOf(row.MainContact).toLowerCase() === MainContact) return;
	await put(run, run.role.relation.record, textOf(row.ID), { MainContact });
	row.MainContact = MainContact;
	saved.updated ||= !saved.created;
}

/** What a relation has of a kind; a new one has nothing. */
async function rowsBelow(kind: PartDraft['kind'], { row, created }: Saved, run: Run) {
	const key = belowKey(kind, row.ID);
	if (!run.below.has(key)) {
		if (created) run.below.set(key, []);
		else await loadBelow(kind, [idOf(row)], run);
	}
	return run.below.get(key) ?? [];
}

/** Reads what several relations have of a kind: one call for up to 40. */
export async function loadBelow(
	kind: PartDraft['kind'],
	ids: readonly string[],
	{ division, session, below, ...run }: Run,
): Promise<void> {
	const { record, parent } = partOf(kind, run);
	const values = [...new Set(ids)].filter((id) => !below.has(belowKey(kind, id)));
	for (const id of values) below.set(belowKey(kind, id), []);
	const select = [...new Set([...columnsOf(record), parent])];
	const reading = { division, select, field: parent, values };
	for await (const row of session.listByValues(record, reading)) {
		below.get(belowKey(kind, row[parent]))?.push(row);
	}
}

function belowKey(kind: PartDraft['kind'], owner: unknown): string {
	return `${kind} ${textOf(owner).toLowerCase()}`;
}

function partOf(kind: PartDraft['kind'], { role }: Pick<Run, 'role'>): PartOf {
	const part = role.relation.record.parts[kind];
	if (part === undefined) throw new TypeError(`A relation has no ${kind}`);
	return part;
}

/** The relation is saved, something below it is not: the ID goes with the error, so that a workflow can go on. */
function failPartly(
	error: unknown,
	missing: readonly string[],
	{ row, created, updated }: Saved,
	{ role, division, session }: Run,
): never {
	if (!(created || updated) || [undefined, 'CANCELLED'].includes(codeOf(error))) throw error;
	const { message, description, details } = told(error);
	const { noun } = role.relation.record;
	const [first, ...others] = missing;
	const rest = others.length === 0 ? '' : ` Not written either: ${others.join(', ')}.`;
	return session.fail({
		code: 'PARTIAL',
		message: `The ${noun} is ${created ? 'created' : 'updated'} (code ${textOf(row.Code)}, ID ${textOf(row.ID)}), but not its ${first}: ${message}`,
		description: `Correct it, then run Create or Update for this relation: it writes what is missing, and nothing twice. A bank account needs 'Update Bank Account' then.${rest} ${description}`,
		division,
		more: { ...details, id: textOf(row.ID), relationCode: textOf(row.Code), missing: [...missing] },
	});
}
