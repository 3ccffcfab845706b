import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { presenter, type OutputInputs } from '../kit/output';
import { completeParts, expanded } from '../kit/parts';
import type { Noticed, Watch } from './watch';

/** A record as the workflow gets it, and the stamp by which it is put in order. */
export interface Ready {
	stamp: number;
	json: IDataObject;
}

/** Reads the records that were noticed, as the action node would. One that was deleted in the meantime is left out. */
export async function readRecords(
	{ record, parts }: Watch,
	division: number,
	wanted: readonly Noticed[],
	output: OutputInputs,
	session: Session,
): Promise<Ready[]> {
	if (wanted.length === 0) return [];
	const { columns, columnsOf, show } = await presenter(record, { division, ...output }, session);
	const needed = parts.flatMap((name) => record.parts[name]?.ownerColumns ?? []);
	const select = [...new Set([record.key, ...columns, ...needed])];
	const expand = expanded(record, parts, columnsOf);
	const values = wanted.map(({ row }) => textOf(row[record.key]));
	const found = new Map<string, Row>();
	const reading = { division, select, expand, field: record.key, values };
	for await (const row of session.listByValues(record, reading)) {
		found.set(textOf(row[record.key]), row);
	}
	const rows = [...found.values()];
	await completeParts(record, rows, parts, { division, select, columnsOf }, session);
	return wanted.flatMap(({ stamp, row }) => {
		const full = found.get(textOf(row[record.key]));
		return full === undefined ? [] : [{ stamp, json: show(full) }];
	});
}
