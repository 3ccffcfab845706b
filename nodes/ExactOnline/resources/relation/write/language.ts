/** Languages of which Exact has a Belgian kind besides the plain one. */
const belgian = ['NL', 'FR'];

const SHAPE = /^([A-Z]{2})(-[A-Z]{2})?$/;

/** Whether Exact's code for this language depends on the country of the company. */
export function isNational(language: string): boolean {
	return belgian.includes(language.toUpperCase());
}

/**
 * Exact's code of a language that was given in ISO 639-1 (`nl`) or in Exact's own form (`NL-BE`); nothing when there is
 * no such language. `country` is the company's, needed for those that are national.
 */
export function exactLanguage(language: string, country: string): string | undefined {
	const code = language.toUpperCase().replace('_', '-');
	const [, base = ''] = SHAPE.exec(code) ?? [];
	const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
	if (base === '' || names.of(base.toLowerCase()) === undefined) return undefined;
	return isNational(code) && country === 'BE' ? `${code}-BE` : code;
}
