/** What goes back to the client, before headers that every answer has are added. */
export interface Answer {
	status: number;
	/** HTTP reason phrase, where it differs from the usual one. */
	phrase?: string;
	headers?: Record<string, string | string[]>;
	/** An object is sent as JSON, a string and the bytes of a buffer as they are. */
	body?: unknown;
	contentType?: string;
	/** Number of records, for the log. */
	rows?: number;
	/** Messages of the XML API, for the log: it refuses with a status of success. */
	said?: readonly string[];
	/** Canonical name, for the log. */
	endpoint?: string;
	/** A refusal by one window of the rate limit shows the headers of that window only. */
	refusedBy?: 'minute' | 'day';
}

/** What happens on the connection: an answer, perhaps cut short, or none at all. */
export type Outcome =
	{ kind: 'answer'; answer: Answer; truncate: boolean } | { kind: 'reset' } | { kind: 'silence' };

/** An error in the shape of OData; `lang` and `code` are empty as a rule. */
export function odataError(
	status: number,
	message: string,
	headers: Record<string, string> = {},
): Answer {
	return { status, headers, body: { error: { code: '', message: { lang: '', value: message } } } };
}

/** An error page of the web server itself, as it comes when the API is not even reached. */
export function errorPage(status: number, title: string): Answer {
	const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>`;
	return { status, body, contentType: 'text/html; charset=utf-8' };
}
