import type { XmlElement } from './element';
import { readXml } from './read';

/** What Exact says of one record of an upload. */
export interface XmlMessage {
	/** Exact's types 0 to 3: not done, done with a remark, done, not done and nothing after it. */
	type: 'error' | 'warning' | 'done' | 'fatal';
	/** Exact's own text, in the language of the connected user; may be empty. */
	text: string;
}

const types = new Map<string | undefined, XmlMessage['type']>([
	['0', 'error'],
	['1', 'warning'],
	['2', 'done'],
	['3', 'fatal'],
]);

/** What may stand in an answer: attributes, and elements by name. An element without any holds text. */
interface Shape {
	attributes?: readonly string[];
	children?: Readonly<Record<string, Shape | typeof ANYTHING>>;
}

const ANYTHING = 'anything';

const topic: Shape = {
	attributes: ['code', 'node'],
	children: { Data: { attributes: ['key', 'keyAlt'] } },
};
const message: Shape = {
	attributes: ['type'],
	children: { Topic: topic, Date: {}, Description: {}, InnerXML: ANYTHING },
};
const answer: Shape = {
	children: {
		Topics: { children: { Topic: { attributes: ['code', 'ts_d', 'count', 'pagesize'] } } },
		Messages: { children: { Message: message } },
	},
};

/** The messages of an answer of the XML API, in their order, or why it is none. Never throws. */
export function readMessages(document: unknown): { messages: XmlMessage[] } | { problem: string } {
	if (typeof document !== 'string') return { problem: 'it is no text' };
	const read = readXml(document);
	if ('problem' in read) return read;
	const { root } = read;
	if (root.name !== 'eExact') return { problem: `it is <${root.name}>, not <eExact>` };
	const problem = unfit(root, answer);
	if (problem !== undefined) return { problem };
	const all = root.children.filter(({ name }) => name === 'Messages');
	const messages: XmlMessage[] = [];
	for (const one of all.flatMap(({ children }) => children)) {
		const type = types.get(one.attributes.type);
		if (type === undefined) return { problem: `<Message> has the type ${one.attributes.type}` };
		const text = one.children.find(({ name }) => name === 'Description')?.text ?? '';
		messages.push({ type, text });
	}
	return { messages };
}

/** The first thing in an element that is not known. */
function unfit(element: XmlElement, shape: Shape): string | undefined {
	const { name, attributes, children, text } = element;
	const { attributes: known = [], children: parts = {} } = shape;
	const attribute = Object.keys(attributes).find((key) => !known.includes(key));
	if (attribute !== undefined) return `<${name}> has an attribute ${attribute}`;
	if (text !== '' && (shape.children !== undefined || known.length > 0)) {
		return `<${name}> has a text`;
	}
	for (const child of children) {
		const part = Object.hasOwn(parts, child.name) ? parts[child.name] : undefined;
		if (part === undefined) return `<${name}> has <${child.name}>`;
		const problem = part === ANYTHING ? undefined : unfit(child, part);
		if (problem !== undefined) return problem;
	}
	return undefined;
}
