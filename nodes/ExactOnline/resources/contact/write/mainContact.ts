import { textOf } from '../../../exact/values/text';
import { told } from '../../../kit/attaching/told';
import { attempt, codeOf } from '../../../kit/booking/attempt';
import { named } from '../../../kit/booking/master/draft';
import { put } from '../../../kit/booking/master/put';
import type { Run } from '../../../kit/booking/master/save';
import { idOf, type Saved } from '../../../kit/booking/master/saved';
import { client } from '../../../records/account';
import type { PersonDraft } from './body';

/** A relation, whatever its role: it says who its main contact is. */
export const relation = { ...client.record, noun: 'relation' };

/** Makes a person the main contact, unless Exact has done so: the first one of a relation is. */
export async function makeMainContact(
	{ isMain }: PersonDraft,
	saved: Saved,
	run: Run,
): Promise<void> {
	const { row } = saved;
	if (!isMain || row.IsMainContact === true) return;
	const outcome = await attempt(() =>
		put(run, relation, textOf(row.Account), { MainContact: idOf(row) }),
	);
	if ('error' in outcome) failPartly(outcome.error, saved, run);
	row.IsMainContact = true;
	saved.updated = !saved.created;
	run.written.add(idOf(row));
}

/** The person is saved, and is not the main contact: the ID goes with the error, so that a workflow can go on. */
function failPartly(error: unknown, saved: Saved, { division, session }: Run): never {
	const { row, created, updated } = saved;
	if (!(created || updated) || [undefined, 'CANCELLED'].includes(codeOf(error))) throw error;
	const { message, description, details } = told(error);
	return session.fail({
		code: 'PARTIAL',
		message: `The contact ${named(row)} is ${created ? 'created' : 'updated'}, but not the main contact: ${message}`,
		description: `Use Update with 'Main Contact' for this contact. ${description}`,
		division,
		more: { ...details, id: textOf(row.ID), missing: ['main contact'] },
	});
}
