import { isXmlSign, isXmlText, type XmlElement } from './element';

/** A document, or why it can not be read. */
export type XmlRead = { root: XmlElement } | { problem: string };

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const VALUE = '(?:"[^"<]*"|\'[^\'<]*\')';
const BLANK = '[ \\t\\n]';
/** More attributes than Exact has; a pattern without end could not be matched by millions. */
const MANY = 100;
const TOKEN = new RegExp(
	[
		'<!--(?<comment>[^]*?)-->',
		'<!\\[CDATA\\[(?<cdata>[^]*?)\\]\\]>',
		`</(?<end>${NAME})${BLANK}*>`,
		`<(?<start>${NAME})(?<attributes>(?:${BLANK}+${NAME}${BLANK}*=${BLANK}*${VALUE}){0,${MANY}})${BLANK}*(?<empty>/?)>`,
		'(?<text>[^<]+)',
	].join('|'),
	'y',
);
const ATTRIBUTE = new RegExp(`(?<name>${NAME})${BLANK}*=${BLANK}*(?<value>${VALUE})`, 'g');
const DECLARATION =
	/^\uFEFF?(?:<\?xml version="1\.\d"(?: encoding="[\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>)?/;
/** The only namespace that Exact's answers declare, without meaning to what is in them. */
const SCHEMA_INSTANCE = /^(?:xmlns:xsi|xsi:\w+)$/;

interface Open {
	name: string;
	attributes: XmlElement['attributes'];
	children: XmlElement[];
	text: string;
}

/**
 * Reads the XML that Exact answers with: elements, attributes, texts, CDATA, comments, the five entities and numeric
 * references. Everything else is a problem and not skipped: document types, instructions, namespaces, text beside
 * elements. Never throws.
 */
export function readXml(document: string): XmlRead {
	if (!isXmlText(document)) return { problem: 'it holds signs that XML does not have' };
	const text = document.replace(DECLARATION, '').replace(/\r\n?/g, '\n');
	const top: Open = { name: '', attributes: {}, children: [], text: '' };
	const open: Open[] = [top];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const at = TOKEN.lastIndex;
		const token = TOKEN.exec(text)?.groups;
		const problem = token === undefined ? unknownAt(text, at) : take(token, open);
		if (problem !== undefined) return { problem };
	}
	const [root, ...others] = top.children;
	const unclosed = open.length > 1 || stripped(top.text) !== '';
	if (root === undefined || others.length > 0 || unclosed) {
		return { problem: 'it is not one element, from beginning to end' };
	}
	return { root };
}

function unknownAt(text: string, at: number): string {
	return `it goes on with ${JSON.stringify(text.slice(at, at + 20))}`;
}

type Token = Readonly<Record<string, string | undefined>>;

/** Adds a token to what is open; answers what is wrong with it. */
function take(token: Token, open: Open[]): string | undefined {
	const { comment, cdata, end, start, text } = token;
	const parent = open.at(-1);
	if (parent === undefined) return 'it ends more than it begins';
	if (comment !== undefined) return comment.includes('--') ? 'a comment is broken' : undefined;
	if (end !== undefined) return close(end, open);
	if (start !== undefined) return begin(start, token, open);
	const content = cdata ?? (text?.includes(']]>') === true ? undefined : decoded(text ?? ''));
	if (content === undefined) return `a text is broken: ${JSON.stringify(text?.slice(0, 40))}`;
	parent.text += content;
	return cdata !== undefined && open.length === 1 ? 'a text stands outside' : undefined;
}

function begin(name: string, { attributes, empty }: Token, open: Open[]): string | undefined {
	if (name.includes(':')) return `<${name}> is of another namespace`;
	const own = new Map<string, string>();
	for (const { groups = {} } of attributes?.matchAll(ATTRIBUTE) ?? []) {
		const { name: key = '', value = '' } = groups;
		const content = decoded(value.slice(1, -1).replace(/[\t\n]/g, ' '));
		const isForeign = /:|^xmlns$/.test(key);
		if (isForeign && !SCHEMA_INSTANCE.test(key)) return `${key} is of another namespace`;
		if (own.has(key)) return `<${name}> has ${key} twice`;
		if (content === undefined) return `${key} of <${name}> is broken`;
		own.set(key, content);
	}
	const meant = [...own].filter(([key]) => !key.includes(':'));
	open.push({ name, attributes: Object.fromEntries(meant), children: [], text: '' });
	return empty === '/' ? close(name, open) : undefined;
}

function close(name: string, open: Open[]): string | undefined {
	const one = open.pop();
	const parent = open.at(-1);
	if (one === undefined || parent === undefined) return `</${name}> ends nothing`;
	if (one.name !== name) return `<${one.name}> ends with </${name}>`;
	const text = stripped(one.text);
	if (text !== '' && one.children.length > 0) return `<${name}> has text beside elements`;
	parent.children.push({ ...one, text });
	return undefined;
}

/** Without XML's blanks around it: a space that must not break is a sign like any other. */
function stripped(text: string): string {
	const isBlank = (at: number) => ' \t\r\n'.includes(text.charAt(at));
	let [from, to] = [0, text.length];
	while (from < to && isBlank(from)) from++;
	while (from < to && isBlank(to - 1)) to--;
	return text.slice(from, to);
}

const entities = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
]);

const REFERENCE = /&(?:(\w+)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g;

/** A text with its references resolved; nothing when one of them is none of XML's own. */
function decoded(text: string): string | undefined {
	const references = [...text.matchAll(REFERENCE)].map((found) => signOf(found.slice(1)));
	const isBroken = text.replace(REFERENCE, '').includes('&') || references.includes(undefined);
	let next = 0;
	return isBroken ? undefined : text.replace(REFERENCE, () => references[next++] ?? '');
}

/** What a reference stands for, by its name or its number. */
function signOf([name, decimal, hexadecimal]: ReadonlyArray<string | undefined>) {
	if (name !== undefined) return entities.get(name);
	const code =
		decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
	return isXmlSign(code) ? String.fromCodePoint(code) : undefined;
}
