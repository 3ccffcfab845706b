/** An option ends at an `&` outside quotes; a quote inside a text is written twice, which changes nothing here. */
const OPTION = /(?:[^&']|'[^']*'?)+/g;

/**
 * Encodes query options that a user wrote (`$select=ID&$filter=Name eq 'Smith & Sons'`), once: what is encoded
 * already is not encoded again.
 */
export function openQuery(query: string): string {
	return (query.trim().replace(/^\?/, '').match(OPTION) ?? [])
		.filter((option) => option.trim() !== '')
		.map((option) => {
			const [name = '', ...value] = option.split('=');
			return `${encode(name.trim())}=${encode(value.join('='))}`;
		})
		.join('&');
}

function encode(text: string): string {
	// Half a surrogate pair can not be encoded; it becomes the replacement sign.
	const wellFormed = Buffer.from(decoded(text), 'utf8').toString('utf8');
	return encodeURIComponent(wellFormed).replace(/^%24/, '$');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
