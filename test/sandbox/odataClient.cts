import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Sandbox } from '../harness/sandbox.cjs';
import { companies, signedIn } from './exactApp.cjs';

/** Query options by name, e.g. `{ $filter: "Name eq 'x'" }`. */
export type Query = Record<string, string | number>;

export type Row = Record<string, unknown> & { __metadata: { uri: string; type: string } };

/** An answer, taken apart. */
export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	/** What was sent, before anything was made of it. */
	body: unknown;
	/** `d` is an array itself, not an object with `results`. */
	bare: boolean;
	/** The records of a list. */
	rows: Row[];
	/** `d` as a single record. */
	row: Row;
	next?: string;
	count?: string;
	/** Text of an error. */
	error: string;
}

export interface ODataClient {
	get(path: string, query?: Query, headers?: Record<string, string>): Promise<Answer>;
	follow(url: string): Promise<Answer>;
	post(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
	put(path: string, body: object): Promise<Answer>;
	remove(path: string): Promise<Answer>;
	/** Every page of a list. */
	pages(path: string, query?: Query): Promise<Answer[]>;
	/** The records of every page. */
	all(path: string, query?: Query): Promise<Row[]>;
}

/** Speaks OData to one company; every answer comes back, errors included. */
export async function odataClient(
	sandbox: Sandbox,
	division: number | 'current' = companies.dutch,
): Promise<ODataClient> {
	const http = await signedIn(sandbox);
	const address = (path: string, query: Query = {}): string => {
		const options = Object.entries(query);
		const parts = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
		return `/${division}/${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
	};
	const pages = (path: string, query?: Query) => followAll(http, address(path, query));
	return {
		get: async (path, query, headers) =>
			answerOf(await http.get<Body>(address(path, query), { headers })),
		follow: async (url) => answerOf(await http.get<Body>(url)),
		post: async (path, body, headers) =>
			answerOf(await http.post<Body>(address(path), body, { headers })),
		put: async (path, body) => answerOf(await http.put<Body>(address(path), body)),
		remove: async (path) => answerOf(await http.delete<Body>(address(path))),
		pages,
		all: async (path, query) => (await pages(path, query)).flatMap(({ rows }) => rows),
	};
}

async function followAll(http: AxiosInstance, first: string): Promise<Answer[]> {
	const answers: Answer[] = [];
	for (let url: string | undefined = first; url !== undefined; url = answers.at(-1)?.next) {
		const answer = answerOf(await http.get<Body>(url));
		if (answer.status !== 200) throw new Error(`${answer.status} ${answer.error}`);
		answers.push(answer);
	}
	return answers;
}

interface Body {
	d?: Row[] | (Row & { results?: Row[]; __next?: string; __count?: string });
	error?: { message: { value: string } };
}

function answerOf({ status, headers, data }: AxiosResponse<Body>): Answer {
	const { d, error } = typeof data === 'object' ? data : {};
	const envelope = Array.isArray(d) ? { results: d } : (d ?? {});
	return {
		status,
		headers,
		body: data,
		bare: Array.isArray(d),
		rows: envelope.results ?? [],
		row: d as Row,
		...('__next' in envelope ? { next: envelope.__next } : {}),
		...('__count' in envelope ? { count: envelope.__count } : {}),
		error: error?.message.value ?? '',
	};
}
