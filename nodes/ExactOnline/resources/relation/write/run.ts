import type { IDataObject } from 'n8n-workflow';

import { equals } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { writeOnce } from '../../../kit/booking/recover';
import type { RecordType } from '../../../records/record';
import { differences } from './compare';
import type { Role } from './roles';

/** A relation that is as it was asked for. */
export interface Saved {
	/** As far as it is known: what was read, and what was written since. */
	row: Row;
	created: boolean;
	updated: boolean;
	/** The columns that were written. */
	sent: IDataObject;
	warnings: string[];
}

/** What all items of one division share. */
export interface Run {
	role: Role;
	division: number;
	session: Session;
	/** Relations that this run has made, by the key of their draft. */
	made: Map<string, Saved>;
	/** Keys of relations that may have been made: the answer got lost. */
	lost: Set<string>;
	/** Relations by ID: the row that later items compare with. */
	rows: Map<string, Row>;
	/** Rows below relations, by kind and relation. */
	below: Map<string, Row[]>;
}

/**
 * Changes columns of a record. When the answer is lost, looks whether they have changed; if not, only this item fails,
 * and running it again is safe.
 */
export async function put(
	{ division, session }: Run,
	record: RecordType,
	key: string,
	body: IDataObject,
): Promise<void> {
	await writeOnce(
		async () => {
			await session.update({ source: record, division, key }, body);
			return true;
		},
		async () => {
			const select = [record.key, ...Object.keys(body)];
			const reading = { division, select, where: equals(record.key, key), limit: 1 };
			for await (const row of session.list(record, reading)) {
				if (Object.keys(differences(record, row, body)).length === 0) return true;
			}
			return undefined;
		},
		(lost) =>
			session.fail({
				code: 'UNKNOWN_OUTCOME',
				message: `The ${record.noun} may or may not have been changed: Exact Online's answer got lost`,
				description: `It had not changed a minute later, but still may. Running this again is safe: it compares first. ${lost.message}`,
				endpoint: record.path,
				division,
			}),
		session,
	);
}

export function idOf(row: Row): string {
	return textOf(row.ID).toLowerCase();
}
