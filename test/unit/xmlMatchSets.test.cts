import fc from 'fast-check';

import type { XmlElement } from '../../nodes/ExactOnline/exact/xml/element.js';
import {
	matchSetsXml,
	writeOffTypes,
	type MatchSet,
	type WriteOff,
} from '../../nodes/ExactOnline/exact/xml/matchSets.js';
import { readMessages } from '../../nodes/ExactOnline/exact/xml/messages.js';
import { markupText, readByOthers } from './xmlDocuments.cjs';

/** Children and attributes in the order of Exact's schema; `+` is one or more, `?` none or one. */
const schema: Record<string, { children: string[]; attributes: string[] }> = {
	eExact: { children: ['MatchSets'], attributes: [] },
	MatchSets: { children: ['MatchSet+'], attributes: [] },
	MatchSet: { children: ['GLAccount', 'Account?', 'MatchLines', 'WriteOff?'], attributes: [] },
	MatchLines: { children: ['MatchLine+'], attributes: [] },
	MatchLine: { children: [], attributes: ['finyear', 'finperiod', 'journal', 'entry', 'amountdc'] },
	WriteOff: {
		children: ['GLAccount?', 'Description?', 'FinYear?', 'FinPeriod?', 'Date?', 'VATCorrection?'],
		attributes: ['type'],
	},
	GLAccount: { children: [], attributes: ['code'] },
	Account: { children: [], attributes: ['code'] },
	Description: { children: [], attributes: [] },
	FinYear: { children: [], attributes: ['number'] },
	FinPeriod: { children: [], attributes: ['number'] },
	Date: { children: [], attributes: [] },
};

function expectSchema({ name, attributes, children }: XmlElement): void {
	const shape = schema[name];
	expect([name, shape !== undefined]).toEqual([name, true]);
	expect([name, Object.keys(attributes)]).toEqual([name, shape?.attributes]);
	const order = (shape?.children ?? []).map((one) =>
		one.replace(/^(\w+)(.?)$/, (_, child: string, many: string) => `(?:${child} )${many}`),
	);
	expect(children.map((child) => `${child.name} `).join('')).toMatch(
		new RegExp(`^${order.join('')}$`),
	);
	children.forEach(expectSchema);
}

const code = markupText.filter((text) => text !== '');
const line = fc.record({
	year: fc.integer({ min: 1990, max: 2100 }),
	period: fc.integer({ min: 1, max: 13 }),
	journal: code,
	entry: fc.nat(99_999_999),
	amount: fc.integer({ min: -1e9, max: 1e9 }).map((minor) => (minor / 100).toFixed(2)),
});
const booking = fc.record({
	ledgerAccount: code,
	description: fc.option(code, { nil: undefined }),
	year: fc.nat(3000),
	period: fc.nat(13),
	day: fc.constant('2026-03-16'),
});
const writeOff = fc.record({
	type: fc.constantFrom(...(Object.keys(writeOffTypes) as Array<WriteOff['type']>)),
	booking: fc.option(booking, { nil: undefined }),
});
const matchSet: fc.Arbitrary<MatchSet> = fc.record({
	ledgerAccount: code,
	relation: code,
	lines: fc.array(line, { minLength: 1, maxLength: 4 }),
	writeOff: fc.option(writeOff, { nil: undefined }),
});
const sets = fc.array(matchSet, { minLength: 1, maxLength: 4 });

describe('an upload', () => {
	test('of any sets follows the order of the schema, and another program reads as many', () => {
		fc.assert(
			fc.property(sets, (all) => {
				const root = readByOthers(matchSetsXml(all));
				expect(root).toBeDefined();
				if (root === undefined) return;
				expectSchema(root);
				const read = root.children[0]?.children ?? [];
				expect(read.map(({ children }) => children[2]?.children.length)).toEqual(
					all.map(({ lines }) => lines.length),
				);
			}),
			{ seed: 37, numRuns: 500 },
		);
	});

	test('is what Exact documents', () => {
		const lines = [
			{ year: 2026, period: 1, journal: '70', entry: 26700001, amount: '121.00' },
			{ year: 2026, period: 2, journal: '20', entry: 26200005, amount: '-120.00' },
		];
		const difference = { ledgerAccount: '8000', year: 2026, period: 2, day: '2026-02-27' };
		const set = { ledgerAccount: '1300', relation: '1433', lines };
		const text = matchSetsXml([
			{ ...set, writeOff: { type: 'leaveOpen' } },
			{
				...set,
				lines: [],
				writeOff: { type: 'paymentDifference', booking: { ...difference, description: 'R&D' } },
			},
		]);
		expect(text).toBe(
			[
				'<?xml version="1.0" encoding="utf-8"?><eExact><MatchSets><MatchSet>',
				'<GLAccount code="1300"/><Account code="1433"/><MatchLines>',
				'<MatchLine finyear="2026" finperiod="1" journal="70" entry="26700001" amountdc="121.00"/>',
				'<MatchLine finyear="2026" finperiod="2" journal="20" entry="26200005" amountdc="-120.00"/>',
				'</MatchLines><WriteOff type="0"/></MatchSet><MatchSet>',
				'<GLAccount code="1300"/><Account code="1433"/><MatchLines/>',
				'<WriteOff type="3"><GLAccount code="8000"/><Description>R&amp;D</Description>',
				'<FinYear number="2026"/><FinPeriod number="2"/><Date>2026-02-27</Date></WriteOff>',
				'</MatchSet></MatchSets></eExact>',
			].join(''),
		);
	});

	test('names every kind of write-off by its number', () => {
		expect(writeOffTypes).toEqual({
			...{ leaveOpen: '0', discount: '1' },
			...{ paymentDifference: '3', exchangeDifference: '4' },
		});
	});
});

const answer = (inside: string) =>
	`<?xml version="1.0" encoding="utf-8"?><eExact xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inside}</eExact>`;
const message = (type: string, inside = '') => `<Message type="${type}">${inside}</Message>`;
const messages = (...all: string[]) => answer(`<Messages>${all.join('')}</Messages>`);
const topic = '<Topic code="MatchSets" node="MatchSet"><Data key="x" keyAlt="y"/></Topic>';

describe('an answer', () => {
	test.each([
		[
			'of every type',
			messages(...['0', '1', '2', '3'].map((type) => message(type))),
			['error', 'warning', 'done', 'fatal'],
		],
		['of nothing', answer(''), []],
		['without messages', messages(), []],
		[
			'with topics',
			answer(
				`<Topics><Topic code="MatchSets" ts_d="0x0" count="1" pagesize="1000"/></Topics><Messages>${message('2')}</Messages>`,
			),
			['done'],
		],
		[
			'with what was sent',
			messages(
				message(
					'0',
					`${topic}<Date>2026-03-16</Date><Description>x</Description><InnerXML><MatchSet a="1"><b/></MatchSet></InnerXML>`,
				),
			),
			['error'],
		],
	])('%s is read', (_, document, types) => {
		const read = readMessages(document);
		expect('messages' in read && read.messages.map(({ type }) => type)).toEqual(types);
	});

	test("keeps Exact's words", () => {
		const text = 'Betalingstermijn: GLAccount=1300 Account=255 Niet gevonden!';
		expect(
			readMessages(
				messages(message('0', `${topic}<Description>${text} &lt;&#233;&gt;</Description>`)),
			),
		).toEqual({
			messages: [{ type: 'error', text: `${text} <é>` }],
		});
	});

	test.each([
		['no text', undefined, /no text/],
		['an object', { Messages: [] }, /no text/],
		['a page', '<html><body>Login</body></html>', /<html>, not <eExact>/],
		['an unknown part', answer('<Errors/>'), /<eExact> has <Errors>/],
		['a part that objects have', answer('<constructor/>'), /<eExact> has <constructor>/],
		['an unknown part of a message', messages(message('2', '<Text/>')), /<Message> has <Text>/],
		[
			'an unknown attribute',
			messages('<Message type="2" kind="x"/>'),
			/<Message> has an attribute kind/,
		],
		['text in a message', messages('<Message type="2">x</Message>'), /<Message> has a text/],
		['no type', messages('<Message/>'), /type undefined/],
		['an unknown type', messages(message('4')), /type 4/],
		['a type that objects have', messages(message('constructor')), /type constructor/],
		['an answer cut off', messages(message('2')).slice(0, -12), /not one element|goes on with/],
	])('that is %s is refused', (_, document, problem) => {
		const read = readMessages(document);
		expect('problem' in read ? read.problem : 'read').toMatch(problem);
	});
});
