/** An answer of Exact that is an error: 400 for the request itself, 500 for what it wants to store. */
export class ODataError extends Error {
	constructor(
		readonly status: number,
		message: string,
		/** Language of a text that is meant for the user. */
		readonly lang = '',
	) {
		super(message);
	}
}

/** What the service says when it cannot read the address or the query string. */
export function badSyntax(): ODataError {
	return new ODataError(400, 'Bad Request - Error in query syntax');
}

export function notFound(segment: string): ODataError {
	return new ODataError(404, `Resource not found for the segment '${segment}'.`);
}
