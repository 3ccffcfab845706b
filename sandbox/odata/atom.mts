import type { Json } from './shape.mjs';

const metadata = 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata';
const namespaces = `xmlns="http://www.w3.org/2005/Atom" xmlns:m="${metadata}" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"`;
const prolog = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * What the service answers when nobody asks for JSON. Small on purpose: it exists so that a client that
 * forgets the Accept header is found out, not to be read.
 */
export function atomFeed(records: Json[], count?: number, next?: string): string {
	const entries = records.map((record) => entry(record, '')).join('');
	const total = count === undefined ? '' : `<m:count>${count}</m:count>`;
	const link = next === undefined ? '' : `<link rel="next" href="${escaped(next)}" />`;
	return `${prolog}<feed ${namespaces}>${total}${entries}${link}</feed>`;
}

export function atomEntry(record: Json): string {
	return prolog + entry(record, ` ${namespaces}`);
}

export function atomError(message: string, lang: string): string {
	return `${prolog}<error xmlns="${metadata}"><code /><message xml:lang="${lang}">${escaped(message)}</message></error>`;
}

function entry({ __metadata, ...columns }: Json, attributes: string): string {
	const { uri } = __metadata as { uri: string };
	const properties = Object.entries(columns).map(([name, value]) => {
		if (value === null) return `<d:${name} m:null="true" />`;
		return typeof value === 'object' ? '' : `<d:${name}>${text(value)}</d:${name}>`;
	});
	return `<entry${attributes}><id>${escaped(uri)}</id><content type="application/xml"><m:properties>${properties.join('')}</m:properties></content></entry>`;
}

/** Atom writes moments as ISO text without a zone. */
function text(value: unknown): string {
	const moment = /^\/Date\((-?\d+)\)\/$/.exec(String(value));
	if (moment) return new Date(Number(moment[1])).toISOString().replace(/(\.000)?Z$/, '');
	return escaped(String(value));
}

function escaped(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
