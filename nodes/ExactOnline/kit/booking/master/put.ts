import type { IDataObject } from 'n8n-workflow';

import { equals } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import type { RecordType } from '../../../records/record';
import { writeOnce } from '../recover';
import { differences } from './compare';

/** Where records are written. */
export interface Company {
	division: number;
	session: Session;
}

/**
 * Changes columns of a record. When the answer is lost, looks whether they have changed; if not, only this item fails,
 * and running it again is safe.
 */
export async function put(
	{ division, session }: Company,
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
