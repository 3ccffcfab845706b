import type { Connection } from './connection';
import { nodeError, whereabouts } from './errors/trouble';
import type { Call } from './http/call';
import { request } from './http/request';
import { filterText, misfit, type Condition } from './odata/filter';
import { readPage, type Page } from './odata/page';
import { faultIn } from './odata/rows';
import type { Row, Source } from './source';

/** What rows have to be: those of a source, in these columns. */
interface Shape {
	source: Pick<Source, 'columns'>;
	select: readonly string[];
}

/** One page that is read by itself. */
export async function readSinglePage(connection: Connection, call: Call, of: Shape): Promise<Page> {
	const page = await requestPage(connection, call);
	checked(connection, call, page.rows, of);
	return page;
}

/**
 * One page of a list. One without rows that names a next page, or counts rows, is asked for once more: what it should have
 * held would be missing in silence. If it stays empty, it is believed.
 */
export async function requestPage(connection: Connection, call: Call): Promise<Page> {
	const ask = async () =>
		readPage((await request(connection, call)).body) ??
		broken(connection, call, 'the answer is not a list');
	const page = await ask();
	const isOdd = page.rows.length === 0 && (page.next !== undefined || (page.count ?? 0) > 0);
	return isOdd ? await ask() : page;
}

/** Rows whose values are what their columns say; else none at all. */
export function checked(
	connection: Connection,
	call: Call,
	rows: readonly Row[],
	{ source, select }: Shape,
): readonly Row[] {
	const fault = faultIn(rows, source, select);
	return fault === undefined ? rows : broken(connection, call, fault);
}

/** The text of a condition. Inputs were checked: a value that fits nothing came with an earlier answer of Exact. */
export function filterOf(
	connection: Connection,
	source: Source,
	{ division, where }: { division: number; where?: Condition },
): string {
	const wrong = misfit(where, source);
	if (wrong === undefined) return filterText(where, source);
	return broken(connection, { method: 'GET', url: '', endpoint: source.path, division }, wrong);
}

/** Says that an answer can not be used, and why. */
export function broken(connection: Connection, call: Call, detail: string): never {
	throw nodeError(connection.context.getNode(), {
		code: 'UNAVAILABLE',
		message: `Exact Online's answer could not be used: ${detail}${whereabouts(call)}`,
		description:
			'Nothing of it was handed on, since a list with gaps is worse than none. Try again in a while.',
		endpoint: call.endpoint,
		division: call.division,
	});
}
