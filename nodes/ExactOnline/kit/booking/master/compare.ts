import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import type { RecordType } from '../../../records/record';

/** The columns of a body that a row holds otherwise, with the values that they should have. */
export function differences({ columns }: RecordType, row: Row, body: IDataObject): IDataObject {
	const different = Object.entries(body).filter(
		([column, value]) => !isSame(columns[column], row[column], value),
	);
	return Object.fromEntries(different);
}

/** Exact pads codes, gives days as moments, and takes an empty text and null as one. */
function isSame(type: string | undefined, stored: unknown, sent: unknown): boolean {
	if (type === 'DateTime') return dayIn(stored) === dayIn(sent);
	if (type === 'Guid') return textOf(stored).toLowerCase() === textOf(sent).toLowerCase();
	return plain(stored) === plain(sent);
}

/** The day of a date, as Exact gives it or as it was sent; empty when there is none. */
export function dayIn(value: unknown): string {
	const ms = exactMs(value);
	return ms === undefined ? textOf(value).slice(0, 10) : dayOf(ms);
}

function plain(value: unknown): string {
	return textOf(value).replace(/\r\n/g, '\n');
}
