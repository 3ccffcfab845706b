import fc from 'fast-check';

/** Pieces that mean something to a filter, an address, a parser or a terminal. */
const pieces = [
	...[
		"'",
		"''",
		"'''",
		'"',
		'(',
		')',
		'[',
		']',
		'{{',
		'}}',
		'<b>',
		'/',
		'\\',
		"\\'",
		';',
		'--',
		'/*',
		'|',
	],
	...[
		'&',
		'&$top=1',
		'?',
		'#',
		'%',
		'%27',
		'%2527',
		'%00',
		'+',
		'=',
		'$filter=',
		'*',
		'_',
		'^',
		'~',
	],
	...[
		' or ',
		' and ',
		' not ',
		' eq ',
		" or '1' eq '1",
		"') or (Name ne '",
		"x' or Name ne 'x",
		' ne null',
	],
	...["guid'", "datetime'2026-01-01", "substringof('", ' eq true', ",Name) eq true or ('a' eq 'a"],
	...['\r\n', '\n', '\t', '\u0000', '\u001b[0m', '\u00a0', '\u2028', '\ufeff', '\u202e'],
	...['’', '＇', 'ʼ', '＆', 'é', 'e\u0301', 'ß', 'İ', 'ı', '漢', '😀', '👩‍👩‍👧', '\ud83d', '\udc00'],
	...[
		'null',
		'true',
		'undefined',
		'__proto__',
		'Janssen & Zn',
		'50 %',
		'-1',
		'0',
		'1e9',
		' ',
		'  ',
	],
];

/** Texts that try to leave their quotes, their option or their encoding. */
export const hostileText = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...pieces) },
			{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
			{ weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 8 }) },
		),
		{ minLength: 1, maxLength: 8 },
	)
	.map((parts) => parts.join(''));

/** A filter as OData reads it: what stands outside of texts (each text is a §), and the texts. */
export interface ReadFilter {
	outside: string;
	texts: string[];
	/** Whether the last text was closed. */
	closed: boolean;
}

/** Reads quotes as OData does, letter by letter; shares no code with what writes them. */
export function readFilter(filter: string): ReadFilter {
	const read: ReadFilter = { outside: '', texts: [], closed: true };
	for (let at = 0; at < filter.length; at++) {
		const letter = filter.charAt(at);
		if (read.closed) {
			read.closed = letter !== "'";
			read.outside += read.closed ? letter : '§';
			if (!read.closed) read.texts.push('');
		} else if (letter !== "'") {
			read.texts.push(`${read.texts.pop()}${letter}`);
		} else if (filter.charAt(at + 1) === "'") {
			read.texts.push(`${read.texts.pop()}'`);
			at++;
		} else {
			read.closed = true;
		}
	}
	return read;
}

/** How deep the brackets are after each sign; texts do not count. */
export function depths(outside: string): number[] {
	let depth = 0;
	return [...outside].map((sign) => (depth += sign === '(' ? 1 : sign === ')' ? -1 : 0));
}

/** The same cases in every run; HOSTILE_SEED tries others, and a case that fails names it. */
export const seed = Number(process.env.HOSTILE_SEED ?? 20_261_122);

/** Tries properties, and counts what was tried. */
export class Cases {
	tried = 0;

	/** A property of so many generated values. */
	check<T>(runs: number, of: fc.Arbitrary<T>, holds: (value: T) => void): void {
		const property = fc.property(of, (value) => {
			this.tried++;
			holds(value);
		});
		fc.assert(property, { numRuns: runs, seed });
	}

	/** A property of each of these values. */
	each<T>(values: readonly T[], holds: (value: T) => void): void {
		for (const value of values) {
			this.tried++;
			holds(value);
		}
	}
}
