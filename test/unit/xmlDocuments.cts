import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';

import { isXmlText, type XmlElement } from '../../nodes/ExactOnline/exact/xml/element.js';
import { hostileText } from './hostileText.cjs';

/** Texts that try to end their element, their attribute or their CDATA. */
export const markupText = fc
	.array(
		fc.oneof(
			fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<![CDATA[', '&amp;', '&#65;', '-->', '<!--'),
			fc.constantFrom('\t', '\n', '\r', '\r\n', '\u0000', '\u0008', '\ufffe', '\ud83d', '😀', '?>'),
			hostileText,
		),
		{ maxLength: 5 },
	)
	.map((parts) => parts.join(''));

/** The same without what XML has no sign for. */
export const legalText = markupText.filter(isXmlText);

const name = fc.constantFrom('eExact', 'MatchSets', 'Message', 'a', '_b', 'c-d.e', 'constructor');

/** Any element, a few levels deep, with children or a text. */
export const anyElement: fc.Arbitrary<XmlElement> = fc.letrec<{ one: XmlElement }>((tie) => ({
	one: fc
		.record({ name, attributes: fc.dictionary(name, legalText, { maxKeys: 3 }) })
		.chain((own) =>
			fc.oneof(
				{ maxDepth: 3 },
				legalText.map((text) => ({ ...own, children: [], text })),
				fc.array(tie('one'), { maxLength: 3 }).map((children) => ({ ...own, children, text: '' })),
			),
		),
})).one;

const parser = new XMLParser({
	...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' },
	...{ parseTagValue: false, parseAttributeValue: false, trimValues: false, htmlEntities: true },
	...{ ignoreDeclaration: true },
});

type Node = Record<string, unknown>;

/** What another program reads, in the same form; undefined when it finds no XML. */
export function readByOthers(document: string): XmlElement | undefined {
	if (XMLValidator.validate(document) !== true) return undefined;
	const [root] = elementsOf(parser.parse(document) as Node[]);
	return root;
}

function elementsOf(nodes: readonly Node[]): XmlElement[] {
	return nodes.flatMap((node) => {
		const tag = Object.keys(node).find((key) => ![':@', '#text'].includes(key));
		if (tag === undefined) return [];
		const inside = node[tag] as Node[];
		const children = elementsOf(inside);
		const texts = inside.flatMap((one) => ('#text' in one ? [String(one['#text'])] : []));
		const attributes = (node[':@'] ?? {}) as XmlElement['attributes'];
		return [{ name: tag, attributes, children, text: children.length > 0 ? '' : texts.join('') }];
	});
}

/** A text without XML's blanks around it, and with its line ends as XML reads them. */
export const readText = (text: string): string =>
	text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '');
