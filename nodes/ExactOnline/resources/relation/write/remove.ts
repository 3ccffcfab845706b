import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { equals } from '../../../exact/odata/filter';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { runBooking, type Draft, type Writer } from '../../../kit/booking/pipeline';
import type { Problem } from '../../../kit/booking/problems';
import { writeOnce } from '../../../kit/booking/recover';
import type { Inputs } from '../../../kit/field';
import { lookUps } from '../../../kit/lookups';
import type { BatchOperation } from '../../../kit/operation';
import { divisionReference, reference } from '../../../kit/reference';
import { named } from './match';
import { referred } from './refer';
import type { Role } from './roles';

const fieldsOf = (role: Role) => ({
	division: divisionReference(lookUps.division),
	relation: reference(role.lookUp),
});
type RemoveInputs = Inputs<ReturnType<typeof fieldsOf>>;

interface Doomed extends Draft {
	row?: Row;
}

/** Delete: takes a relation away, which Exact does only while nothing uses it. */
export function remove(role: Role): BatchOperation {
	const { record } = role.relation;
	const { noun } = record;
	return {
		value: 'delete',
		words: {
			name: 'Delete',
			action: `Delete ${noun}`,
			description: `Delete a ${noun} that nothing uses, in all its roles`,
		},
		rows: [],
		cost: '1 call, and for each 40 items 1 to find them',
		record,
		fields: fieldsOf(role),
		schema: {
			type: 'object',
			properties: {
				division: { type: 'integer' },
				id: { type: 'string' },
				code: { type: 'string' },
				name: { type: 'string' },
				deleted: { type: 'boolean' },
			},
		},
		runTogether: (batch, session) =>
			runBooking<RemoveInputs, Doomed>(
				{
					needs: ({ relation }) => ({
						references: [{ lookUp: role.by.code, reference: relation }],
					}),
					draft: (inputs, facts) => draftRemoval(role, inputs, facts),
					writer: (division, open) => remover(role, division, open),
				},
				batch,
				session,
			),
	};
}

function draftRemoval(role: Role, { relation }: RemoveInputs, facts: Facts): Doomed {
	const problems: Problem[] = [];
	return { row: referred(role, relation, facts, problems), problems };
}

/** Two items that name the same relation delete it once: a second DELETE would be a counted mistake. */
function remover(role: Role, division: number, session: Session): Writer<Doomed> {
	const gone = new Set<string>();
	return {
		look: async () => await Promise.resolve(),
		write: async ({ row = {} }) => {
			const id = textOf(row.ID);
			if (!gone.has(id)) await removeOnce(role, division, row, session);
			gone.add(id);
		},
		settle: async (drafts) =>
			await Promise.resolve(
				new Map(
					drafts.map((draft) => {
						const { ID, Code, Name } = draft.row ?? {};
						const told = { id: textOf(ID), code: textOf(Code), name: textOf(Name) };
						return [draft, { json: { division, ...told, deleted: true } }];
					}),
				),
			),
	};
}

async function removeOnce(
	{ relation: { record } }: Role,
	division: number,
	row: Row,
	session: Session,
): Promise<void> {
	const key = textOf(row.ID);
	await writeOnce(
		async () => {
			await session.remove({ source: record, division, key });
			return true;
		},
		async () => {
			const reading = { division, select: ['ID'], where: equals('ID', key), limit: 1 };
			for await (const left of session.list(record, reading))
				if (left.ID !== null) return undefined;
			return true;
		},
		(lost) =>
			session.fail({
				code: 'UNKNOWN_OUTCOME',
				message: `Relation ${named(row)} may or may not have been deleted`,
				description: `It was still there a minute later. Look it up before you run this again. ${lost.message}`,
				endpoint: record.path,
				division,
			}),
		session,
	);
}
