import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with what is inside it, in its order. */
export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: readonly Element[];
	/** Its own text, without blanks around it. */
	text: string;
}

/** Why an upload is refused as a whole: a message of type 3. */
export class Fatal extends Error {}

/** Values stay as they were written: a code may be padded, and 007 is a code. */
const asWritten = {
	...{ ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true },
	...{ ignorePiTags: true, parseTagValue: false, trimValues: false, htmlEntities: true },
};
const inOrder = new XMLParser({ ...asWritten, preserveOrder: true });
const lists = ['MatchSet', 'MatchLine'];
const asObjects = new XMLParser({
	...{ ...asWritten, trimValues: true },
	isArray: (name: string) => lists.includes(name),
});

/** The root of a document; Fatal when it is not well-formed. */
export function documentOf(text: string): Element {
	const found = XMLValidator.validate(text);
	if (found !== true) throw new Fatal(`${found.err.msg} Line ${found.err.line}.`);
	refuseDeclarations(text);
	const [root, another] = elementsOf(inOrder.parse(text));
	// The validator lets them pass when they are empty.
	if (another) throw new Fatal('There are multiple root elements.');
	if (!root) throw new Fatal('Root element is missing.');
	return root;
}

/** In the words of .NET, which Exact is built with. */
function refuseDeclarations(text: string): void {
	const markup = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '');
	if (markup.includes('<!DOCTYPE')) {
		throw new Fatal('For security reasons DTD is prohibited in this XML document.');
	}
	const [, entity] = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)([^;]*)/i.exec(markup) ?? [];
	if (entity !== undefined) throw new Fatal(`Reference to undeclared entity '${entity}'.`);
}

/** The same as plain objects, to be looked at in the log; undefined when it is no XML. */
export function asPlainObject(body: string): unknown {
	return XMLValidator.validate(body) === true ? asObjects.parse(body) : undefined;
}

const attributesAt = ':@';
const textAt = '#text';

function elementsOf(nodes: unknown): Element[] {
	return listOf(nodes).flatMap((node) => {
		const name = Object.keys(node).find((key) => key !== attributesAt) ?? '';
		if (name === textAt) return [];
		const inside: unknown = Reflect.get(node, name);
		const children = elementsOf(inside);
		return [{ name, attributes: attributesOf(node), children, text: textOf(inside) }];
	});
}

function textOf(nodes: unknown): string {
	const texts = listOf(nodes).map((node): unknown => Reflect.get(node, textAt));
	return texts
		.filter((text) => typeof text === 'string')
		.join('')
		.trim();
}

function attributesOf(node: object): Record<string, string> {
	const given: unknown = Reflect.get(node, attributesAt);
	const pairs = typeof given === 'object' && given !== null ? Object.entries(given) : [];
	return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

function listOf(nodes: unknown): object[] {
	const list: unknown[] = Array.isArray(nodes) ? nodes : [];
	return list.filter((node) => typeof node === 'object' && node !== null);
}
