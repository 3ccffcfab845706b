import { NL } from '../../harness/inputs.cjs';
import type { Assignment } from '../scenario.cjs';
import { rowsIn, type Answer, type Page, type Send } from './sending.cjs';

export type Row = Record<string, unknown>;
export type Query = Readonly<Record<string, string>>;

/** Exact as a generic node sees it: one address after the other, 60 rows a page. */
export interface Exact {
	/** The rows of one page; a path that begins with `current/` is below no company. */
	get(path: string, query: Query): Promise<Row[]>;
	/** The rows of all pages. */
	every(path: string, query: Query): Promise<Row[]>;
	post(path: string, body: unknown): Promise<Row>;
	file(url: string): Promise<Buffer>;
}

/** Exact through whatever sends a call. */
export function exactWith(send: Send, { base }: Assignment): Exact {
	const read = async (url: string) => (await send({ method: 'GET', url })) as Answer;
	const address = (path: string, query: Query = {}) => {
		const below = path.startsWith('current/') ? path : `${NL}/${path}`;
		const parts = Object.entries(query).map(
			([name, value]) => `${name}=${encodeURIComponent(value)}`,
		);
		return `${base}/api/v1/${below}?${parts.join('&')}`;
	};
	return {
		get: async (path, query) => rowsIn((await read(address(path, query))).d) as Row[],
		every: async (path, query) => {
			const rows: Row[] = [];
			for (let url: string | undefined = address(path, query); url !== undefined;) {
				const { d }: Answer = await read(url);
				const { results, __next }: Page = d as Page;
				rows.push(...(results as Row[]));
				url = __next;
			}
			return rows;
		},
		post: async (path, body) =>
			((await send({ method: 'POST', url: address(path), body })) as Answer).d as Row,
		file: async (url) => (await send({ method: 'GET', url })) as Buffer,
	};
}

/** What the node asked for with a call, to ask for the same elsewhere. */
export function queryOf(url: string | undefined): Query {
	return Object.fromEntries(new URL(url ?? '').searchParams);
}

/** Rows as a node hands them over. */
export const itemsOf = (rows: readonly Row[]): Array<{ json: Row }> =>
	rows.map((json) => ({ json }));
