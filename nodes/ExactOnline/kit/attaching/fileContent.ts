/** A kind of file that can be told by how it begins. */
interface Kind {
	noun: string;
	endings: readonly string[];
	isOne(head: string): boolean;
}

/** A PDF may have up to so many bytes of anything in front. */
const HEAD = 1024;

const begins =
	(...signatures: string[]) =>
	(head: string) =>
		signatures.some((signature) => head.startsWith(signature));

const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
/** Office files with a password are in Microsoft's older container. */
const OLE = '\xD0\xCF\x11\xE0';

const kinds: readonly Kind[] = [
	{ noun: 'a PDF', endings: ['.pdf'], isOne: (head) => head.includes('%PDF-') },
	{ noun: 'a PNG picture', endings: ['.png'], isOne: begins('\x89PNG\r\n\x1A\n') },
	{ noun: 'a JPEG picture', endings: ['.jpg', '.jpeg'], isOne: begins('\xFF\xD8\xFF') },
	{
		noun: 'a TIFF picture',
		endings: ['.tif', '.tiff'],
		isOne: begins('II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
	},
	{ noun: 'a ZIP archive', endings: ['.zip'], isOne: begins(...ZIP) },
	{ noun: 'an Office document', endings: ['.xlsx', '.docx'], isOne: begins(...ZIP, OLE) },
];

/** What a content is that is none of these: mostly the answer of a server that had no file. */
const others: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\s*<(?:!doctype\s+)?html/i, 'a web page'],
	[/^\s*</, 'XML'],
	[/^\s*[[{]/, 'JSON'],
	[/^[\t\n\r -~\x80-\xFF]*$/, 'text'],
];

/**
 * What is wrong with a content under this ending: what it is, and what it should be. Nothing when it fits, or when the
 * ending is none of those that can be told by their first bytes.
 */
export function mismatch(
	ending: string,
	content: Buffer,
): { found: string; expected: string } | undefined {
	const wanted = kinds.find(({ endings }) => endings.includes(ending));
	const head = content.toString('latin1', 0, HEAD + '%PDF-'.length);
	if (wanted === undefined || wanted.isOne(head)) return undefined;
	const text = head.replace('\xEF\xBB\xBF', '');
	const found =
		kinds.find(({ isOne }) => isOne(head))?.noun ??
		others.find(([pattern]) => pattern.test(text))?.[1] ??
		'something else';
	return { found, expected: wanted.noun };
}
