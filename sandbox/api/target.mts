/** Where a request goes: `/api/v1/{division}/{service path}`. */
export interface Target {
	division: number | 'current';
	/** Decoded path after the division; the beta API keeps `beta/` in front. */
	service: string;
	/** The service path without keys, for the error count and, until the store knows better, the log. */
	endpoint: string;
}

const grammar = /^\/api\/v1\/(beta\/)?(\d{1,10}|current)\/(.+)$/i;

/** The target of a path that follows the grammar of the API; paths are matched in any case. */
export function targetOf(path: string): Target | undefined {
	const [, beta = '', company, encoded] = grammar.exec(path) ?? [];
	if (company === undefined || encoded === undefined) return undefined;
	const service = `${beta.toLowerCase()}${decodeURIComponent(encoded)}`;
	if (/^\d/.test(company)) {
		return { division: Number(company), service, endpoint: withoutKeys(service) };
	}
	return { division: 'current', service, endpoint: `current/${withoutKeys(service)}` };
}

function withoutKeys(service: string): string {
	return service.replace(/\((?:'(?:[^']|'')*'|[^()'])*\)/g, '').replace(/\/\$count$/i, '');
}
