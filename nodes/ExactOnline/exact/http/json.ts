/** OData's bookkeeping of a row (its address and type), as Exact writes it: in front of the columns, without spaces. */
const BOOKKEEPING = /"__metadata":\{(?:"[^"\\]*"[:,]?)*\},/g;

/**
 * An answer in JSON, without the bookkeeping of its rows, which is of no use to anybody. It goes before the text is
 * parsed: to copy each row without it takes longer than parsing does. What is no JSON stays text.
 */
export function readJson(text: string): unknown {
	// Within a value, quotes have a backslash in front: this can only be a name.
	const rows = text.replace(BOOKKEEPING, '');
	try {
		return JSON.parse(rows, rows.includes('"__metadata"') ? withoutBookkeeping : undefined);
	} catch {
		return text;
	}
}

/** For bookkeeping that is written in another way. */
function withoutBookkeeping(name: string, value: unknown): unknown {
	return name === '__metadata' ? undefined : value;
}
