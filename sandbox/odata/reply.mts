import type { ApiReply, ApiRequest } from '../seam.mjs';
import { ODataError } from './failure.mjs';
import { atomEntry, atomError, atomFeed } from './atom.mjs';
import type { Json } from './shape.mjs';

const jsonType = 'application/json;charset=utf-8';
const atomType = 'application/atom+xml;charset=utf-8';

/** JSON only when it is asked for by name; everybody else gets Atom. */
export function wantsJson({ headers }: Pick<ApiRequest, 'headers'>): boolean {
	return /application\/json/i.test(headers['accept'] ?? '');
}

/** The service writes Atom and JSON; who insists on plain XML gets nothing. */
export function checkAccept({ headers }: Pick<ApiRequest, 'headers'>): void {
	const accept = headers['accept'] ?? '';
	if (accept === '' || /\*\/\*|application\/(json|atom\+xml|\*)/i.test(accept)) return;
	throw new ODataError(415, 'Unsupported media type requested.');
}

export interface List {
	records: Json[];
	/** OData 1 has no room for a count or a link: then `d` is the bare array. */
	bare: boolean;
	count?: number;
	next?: string;
}

type Answer = Omit<ApiReply, 'endpoint'>;

export function listReply(request: ApiRequest, { records, bare, count, next }: List): Answer {
	const rows = records.length;
	if (!wantsJson(request)) {
		return { ...atom(atomFeed(records, count, next)), rows };
	}
	if (bare) return { ...json({ d: records }, '1.0;'), rows };
	const d: Json = { results: records };
	if (count !== undefined) d['__count'] = String(count);
	if (next !== undefined) d['__next'] = next;
	return { ...json({ d }, '2.0;'), rows };
}

export function recordReply(request: ApiRequest, record: Json, status = 200): Answer {
	const answer = wantsJson(request) ? json({ d: record }, '2.0;') : atom(atomEntry(record));
	return { ...answer, status, rows: 1 };
}

/** The body of an error, in the format that the request asked for. */
export function errorReply(request: ApiRequest, { status, message, lang }: ODataError): Answer {
	if (!wantsJson(request)) {
		return { status, body: atomError(message, lang), contentType: 'application/xml;charset=utf-8' };
	}
	const body = { error: { code: '', message: { lang, value: message } } };
	return { ...json(body, '1.0;'), status };
}

function json(body: Json, version: string): Answer {
	return { status: 200, headers: { DataServiceVersion: version }, body, contentType: jsonType };
}

function atom(body: string): Answer {
	return { status: 200, headers: { DataServiceVersion: '2.0;' }, body, contentType: atomType };
}
