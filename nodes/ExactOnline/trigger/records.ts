import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { entriesById } from '../kit/entries/readEntries';
import { presenter } from '../kit/output';
import { completeParts, expanded } from '../kit/parts';
import { ledgerEntry } from '../records/ledgerEntry';
import type { RecordType } from '../records/record';
import { addFiles } from './files';
import type { Place } from './look';
import type { Polling } from './polling';
import { keyOf, type Noticed, type Reader } from './watch';

/** A record as the workflow gets it, and the stamp by which it is put in order. */
export interface Ready {
	id: string;
	stamp: number;
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** Reads the records that were noticed. One that was deleted in the meantime is left out. */
export async function readyOf(
	place: Place,
	wanted: readonly Noticed[],
	polling: Polling,
): Promise<Ready[]> {
	if (wanted.length === 0) return [];
	const { inputs, session } = polling;
	const ids = wanted.map(({ id }) => id);
	const found = await place.watch.read(ids, place.division, inputs, session);
	const ready = wanted.flatMap(({ stamp, id }): Ready[] => {
		const json = found.get(id);
		return json === undefined ? [] : [{ id, stamp, json }];
	});
	await addFiles(place, wanted, ready, polling);
	return ready;
}

/** Records that are rows of one list, with parts such as their lines. */
export function rowsOf(record: RecordType, parts: readonly string[]): Reader {
	return async (keys, division, output, session) => {
		const present = await presenter(record, { division, ...output }, session);
		const { columns, columnsOf, show } = present;
		const needed = parts.flatMap((name) => record.parts[name]?.ownerColumns ?? []);
		const select = [...new Set([record.key, ...columns, ...needed])];
		const expand = expanded(record, parts, columnsOf);
		const rows: Row[] = [];
		const reading = { division, select, expand, field: record.key, values: keys };
		for await (const row of session.listByValues(record, reading)) rows.push(row);
		await completeParts(record, rows, parts, { division, select, columnsOf }, session);
		return new Map(rows.map((row) => [keyOf(record, row), show(row)]));
	};
}

/** Entries that are put together from their lines in the ledger; `more` is what the ledger does not say of them. */
export function entriesOf(record: RecordType, more: Row = {}): Reader {
	return async (keys, division, output, session) => {
		const { columns, columnsOf, show } = await presenter(record, { division, ...output }, session);
		const ask = { division, select: columns, columnsOf };
		const entries = new Map<string, IDataObject>();
		for await (const row of entriesById(inTurn(keys), ask, session)) {
			entries.set(keyOf(ledgerEntry, row), show({ ...row, ...more }));
		}
		return entries;
	};
}

async function* inTurn(keys: readonly string[]): AsyncGenerator<string> {
	yield* keys;
}
