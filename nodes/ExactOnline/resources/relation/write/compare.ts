import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { differences } from '../../../kit/booking/master/compare';
import type { RecordType } from '../../../records/record';

/**
 * What a PUT has to say so that a row becomes what was asked for; empty when it is that already. Exact checks state and
 * country as a pair, so the state of the country before must go with it.
 */
export function changesOf(record: RecordType, row: Row, body: IDataObject): IDataObject {
	const changes = differences(record, row, body);
	const moves = textOf(changes.Country) !== '' && body.State === undefined;
	return moves ? { ...changes, State: '' } : changes;
}
