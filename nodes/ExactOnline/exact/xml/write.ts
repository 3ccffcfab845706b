import { isXmlSign, type XmlElement } from './element';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

/** Blanks other than a space are written as references too: a reader may turn them into spaces. */
const references: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

/** A document with this root, on one line. What XML has no sign for becomes a replacement character. */
export function xmlText(root: XmlElement): string {
	return DECLARATION + written(root);
}

function written({ name, attributes, children, text }: XmlElement): string {
	const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
	const content = children.map(written).join('') + escaped(text);
	const start = `<${name}${own.join('')}`;
	return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function escaped(text: string): string {
	return [...text].map((sign) => references[sign] ?? legal(sign)).join('');
}

function legal(sign: string): string {
	return isXmlSign(sign.codePointAt(0) ?? 0) ? sign : '\uFFFD';
}
