import type { IDataObject } from 'n8n-workflow';

import type { Connection } from './connection';
import { unknownOutcome } from './errors/noAnswer';
import { nodeError } from './errors/trouble';
import type { Call } from './http/call';
import { request } from './http/request';
import { literal } from './odata/literal';
import { readPage } from './odata/page';
import { faultIn } from './odata/rows';
import { entityUrl } from './odata/url';
import type { Row, Source } from './source';
import { textOf } from './values/text';

/** A record that is there already: which entity, in which division, under which key (a GUID). */
export interface Target {
	source: Pick<Source, 'path'>;
	division: number;
	key: string;
}

/**
 * Creates a record and answers it as Exact stored it. Sent once and never repeated; an answer that says nothing of
 * the record leaves open whether there is one.
 */
export async function createRow(
	connection: Connection,
	source: Pick<Source, 'path' | 'key' | 'columns'>,
	division: number,
	body: IDataObject,
): Promise<Row> {
	const url = entityUrl(connection.baseUrl, division, source.path, {});
	const call: Call = { method: 'POST', url, endpoint: source.path, division, body };
	const [row] = readPage((await request(connection, call)).body)?.rows ?? [];
	const fault = row === undefined ? 'the answer holds no record' : faultOf(row, source);
	if (row !== undefined && fault === undefined) return row;
	throw nodeError(connection.context.getNode(), unknownOutcome(call, fault ?? ''));
}

/** What is wrong with a record that Exact has stored: it has no key, or none that is one. */
function faultOf(row: Row, { key, columns }: Pick<Source, 'key' | 'columns'>): string | undefined {
	if (key !== undefined && textOf(row[key]) === '') return `the answer has no ${key}`;
	return key === undefined ? undefined : faultIn([row], { columns }, [key]);
}

/** Changes the given columns of a record and leaves the others as they are; null empties a column. */
export async function updateRow(
	connection: Connection,
	target: Target,
	body: IDataObject,
): Promise<void> {
	await request(connection, { ...keyed(connection, target), method: 'PUT', body });
}

export async function removeRow(connection: Connection, target: Target): Promise<void> {
	await request(connection, { ...keyed(connection, target), method: 'DELETE' });
}

function keyed(connection: Connection, { source, division, key }: Target): Omit<Call, 'method'> {
	const path = `${source.path}(${literal('Guid', key)})`;
	const url = `${connection.baseUrl}/api/v1/${division}/${path}`;
	return { url, endpoint: source.path, division };
}
