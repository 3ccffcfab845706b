/** An element of XML: it holds other elements in their order, or a text. */
export interface XmlElement {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: readonly XmlElement[];
	/** Without blanks around it where it was read. */
	text: string;
}

/** An element to be written; attributes in the order in which they stand here. */
export function element(
	name: string,
	attributes: XmlElement['attributes'] = {},
	content: readonly XmlElement[] | string = [],
): XmlElement {
	return typeof content === 'string'
		? { name, attributes, children: [], text: content }
		: { name, attributes, children: content, text: '' };
}

/** Whether XML 1.0 has this sign: no control characters but tab and line ends, no half of a character. */
export function isXmlSign(code: number): boolean {
	return (
		[0x9, 0xa, 0xd].includes(code) ||
		(code >= 0x20 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	);
}

/** Whether XML 1.0 has every sign of a text. */
export function isXmlText(text: string): boolean {
	return [...text].every((sign) => isXmlSign(sign.codePointAt(0) ?? 0));
}
