/** Query options of a read, not yet encoded. */
export interface Query {
	select?: readonly string[];
	filter?: string;
	orderBy?: string;
	expand?: readonly string[];
	top?: number;
	/** Whether the answer says how many rows there are on all pages. */
	counted?: boolean;
}

/** Exact refuses longer addresses; counted after encoding. */
export const LONGEST_URL = 6000;

/** Address of an entity in a division: `{base}/api/v1/{division}/{path}`. */
export function entityUrl(baseUrl: string, division: number, path: string, query: Query): string {
	const options: Array<[string, string | undefined]> = [
		['$select', query.select?.join(',')],
		['$filter', query.filter],
		['$orderby', query.orderBy],
		['$expand', query.expand?.join(',')],
		['$top', query.top?.toString()],
		['$inlinecount', query.counted === true ? 'allpages' : undefined],
	];
	const given = options
		.filter((option): option is [string, string] => Boolean(option[1]))
		.map(([name, value]) => `${name}=${encode(value)}`);
	const address = `${baseUrl}/api/v1/${division}/${path}`;
	return given.length === 0 ? address : `${address}?${given.join('&')}`;
}

/** Everything but commas is encoded, so that no value can end its option. Halves of a character have no encoding. */
function encode(value: string): string {
	return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'))
		.replace(/'/g, '%27')
		.replace(/\(/g, '%28')
		.replace(/\)/g, '%29')
		.replace(/%2C/g, ',');
}
