import fc from 'fast-check';

import type { XmlElement } from '../../nodes/ExactOnline/exact/xml/element.js';
import { readXml } from '../../nodes/ExactOnline/exact/xml/read.js';
import { xmlText } from '../../nodes/ExactOnline/exact/xml/write.js';
import { anyElement, legalText, markupText, readByOthers, readText } from './xmlDocuments.cjs';

const many = { numRuns: 1_000, seed: 38 };

/** As it is read: blanks around texts mean nothing. */
const stripped = ({ children, text, ...own }: XmlElement): XmlElement => ({
	...own,
	children: children.map(stripped),
	text: readText(text),
});

/** Blanks in attributes are spaces, says the standard; the other program leaves them. */
const spaced = ({ attributes, children, ...own }: XmlElement): XmlElement => ({
	...own,
	attributes: Object.fromEntries(
		Object.entries(attributes).map(([key, value]) => [key, value.replace(/\s/g, ' ')]),
	),
	children: children.map(spaced),
});

const problemOf = (document: string): string => {
	const read = readXml(document);
	return 'problem' in read ? read.problem : `read as ${JSON.stringify(read.root)}`;
};

describe('what is written', () => {
	test('is read by another program as it was meant', () => {
		fc.assert(
			fc.property(anyElement, (root) => {
				expect(readByOthers(xmlText(root))).toEqual(root);
			}),
			many,
		);
	});

	test('is read here as it was meant', () => {
		fc.assert(
			fc.property(anyElement, (root) => {
				expect(readXml(xmlText(root))).toEqual({ root: stripped(root) });
			}),
			many,
		);
	});

	test('stays one value, whatever XML has no sign for', () => {
		fc.assert(
			fc.property(markupText, (text) => {
				const document = xmlText({ name: 'a', attributes: { b: text }, children: [], text });
				const read = readByOthers(document);
				expect(read?.attributes.b).toBe(read?.text);
				expect([...(read?.text ?? '')]).toHaveLength([...text].length);
			}),
			many,
		);
	});

	test.each([
		[{ name: 'a', attributes: {}, children: [], text: '' }, '<a/>'],
		[{ name: 'a', attributes: { b: '1' }, children: [], text: 'x' }, '<a b="1">x</a>'],
		[
			{ name: 'a', attributes: { b: '"<\n' }, children: [], text: "]]>&'" },
			'<a b="&quot;&lt;&#10;">]]&gt;&amp;&apos;</a>',
		],
		[{ name: 'a', attributes: {}, children: [], text: '\u0000\ud83d😀' }, '<a>\uFFFD\uFFFD😀</a>'],
	])('%j is %s', (root, expected) => {
		expect(xmlText(root)).toBe(`<?xml version="1.0" encoding="utf-8"?>${expected}`);
	});
});

describe('a document', () => {
	test.each<[string, string, Partial<XmlElement>]>([
		['with a byte order mark', '\uFEFF<?xml version="1.0"?>\r\n<a/>\n', {}],
		['with single quotes', "<a b='\"' />", { attributes: { b: '"' } }],
		['with blanks in its tags', '<a\n b = "1"\t></a >', { attributes: { b: '1' } }],
		['with line ends in an attribute', '<a b="1\r\n2"/>', { attributes: { b: '1 2' } }],
		['with line ends in a text', '<a>1\r\n2\r3</a>', { text: '1\n2\n3' }],
		['with CDATA', '<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>', { text: '<b>&amp;]]>' }],
		['with comments', '<!-- x --><a>1<!-- <b> & -->2</a><!---->', { text: '12' }],
		['with references', '<a>&lt;&#65;&#x1F600;&#xe9;&apos;</a>', { text: "<A😀é'" }],
		[
			'with the namespace of schemas',
			'<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x.xsd"/>',
			{},
		],
		['with a name that objects have', '<a __proto__="1"/>', { attributes: { ['__proto__']: '1' } }],
	])('%s is read', (_, document, expected) => {
		const empty = { name: 'a', attributes: {}, children: [], text: '' };
		expect(readXml(document)).toEqual({ root: { ...empty, ...expected } });
	});

	test.each([
		['nothing', '', /not one element/],
		['a text', 'Service Unavailable', /not one element/],
		['a page', '<!DOCTYPE html><html></html>', /goes on with "<!DOCTYPE html><html/],
		['an instruction', '<a><?php x?></a>', /goes on with "<\?php/],
		['a declaration that is none', '<?xml version="1.0" x?><a/>', /goes on with/],
		['a second declaration', '<a/><?xml version="1.0"?>', /goes on with/],
		['two elements', '<a/><b/>', /not one element/],
		['an end too many', '<a/></a>', /ends nothing/],
		['an end too few', '<a><b></b>', /not one element/],
		['ends that cross', '<a><b></a></b>', /<b> ends with <\/a>/],
		['a text outside', '<a/>x', /not one element/],
		['CDATA outside', '<![CDATA[x]]><a/>', /outside/],
		['text beside elements', '<a>x<b/></a>', /text beside elements/],
		['a space that must not break beside elements', '<a>\u00a0<b/></a>', /text beside elements/],
		['an entity of its own', '<a>&nbsp;</a>', /text is broken/],
		['a name that objects have as entity', '<a>&constructor;</a>', /text is broken/],
		['a bare ampersand', '<a>R&D</a>', /text is broken/],
		['a reference to no sign', '<a>&#0;</a>', /text is broken/],
		['a reference to half a sign', '<a>&#xD83D;</a>', /text is broken/],
		['a reference beyond all signs', '<a>&#9999999;</a>', /text is broken/],
		['the end of CDATA without its begin', '<a>]]></a>', /text is broken/],
		['an attribute twice', '<a b="1" b="2"/>', /has b twice/],
		['an attribute with a broken value', '<a b="&x;"/>', /b of <a> is broken/],
		['an attribute without quotes', '<a b=1/>', /goes on with/],
		['an attribute without a value', '<a b/>', /goes on with/],
		['a sign that opens in an attribute', '<a b="<"/>', /goes on with/],
		['an element of a namespace', '<x:a xmlns:x="urn:x"/>', /<x:a> is of another namespace/],
		['a namespace', '<a xmlns:x="urn:x"/>', /xmlns:x is of another namespace/],
		['a namespace of its own', '<a xmlns="urn:x"/>', /xmlns is of another namespace/],
		['a comment in a comment', '<a><!-- x -- y --></a>', /comment is broken/],
		['a comment without end', '<a><!-- x </a>', /goes on with/],
		['a control character', '<a>\u0008</a>', /signs that XML does not have/],
		['a document cut off', '<eExact><Messages><Mess', /goes on with "<Mess"/],
	])('that is %s is refused', (_, document, problem) => {
		expect(problemOf(document)).toMatch(problem);
	});

	test('cut or changed anywhere is refused, or is what another program reads', () => {
		const change = fc.record({
			at: fc.nat(400),
			cut: fc.nat(3),
			put: fc.oneof(markupText, legalText),
		});
		let read = 0;
		fc.assert(
			fc.property(anyElement, change, (root, { at, cut, put }) => {
				const document = xmlText(root);
				const place = at % document.length;
				const changed = document.slice(0, place) + put + document.slice(place + cut);
				const mine = readXml(changed);
				if ('problem' in mine) return;
				read++;
				const theirs = readByOthers(changed.replace(/^\uFEFF/, ''));
				expect(theirs && spaced(mine.root)).toEqual(theirs && spaced(stripped(theirs)));
			}),
			many,
		);
		expect(read).toBeGreaterThan(50);
	});

	test.each([
		['elements', `<a>${'<b c="1">x</b>'.repeat(60_000)}</a>`, undefined],
		[
			'attributes',
			`<a ${Array.from({ length: 60_000 }, (_, at) => `b${at}="1"`).join(' ')}/>`,
			/goes on with/,
		],
		['names', `<a ${'b '.repeat(400_000)}`, /goes on with/],
		['blanks', `<a>x${' '.repeat(900_000)}x</a>`, undefined],
		['dashes', `<!--${'-'.repeat(900_000)}`, /goes on with/],
		['ampersands', `<a>${'&'.repeat(900_000)}</a>`, /text is broken/],
		['begins', '<a>'.repeat(300_000), /not one element/],
		['brackets', `<a><![CDATA[${']'.repeat(900_000)}`, /goes on with/],
	])('of a megabyte of %s is read, or refused, before the test is over', (_, document, problem) => {
		const read = readXml(document);
		expect('problem' in read ? read.problem : 'read').toMatch(problem ?? /^read$/);
	});
});
