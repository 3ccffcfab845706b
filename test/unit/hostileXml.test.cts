import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';

import { isXmlText } from '../../nodes/ExactOnline/exact/xml/element.js';
import {
	matchSetsXml,
	writeOffTypes,
	type MatchSet,
} from '../../nodes/ExactOnline/exact/xml/matchSets.js';
import { readMessages } from '../../nodes/ExactOnline/exact/xml/messages.js';
import { Cases, hostileText } from './hostileText.cjs';
import { markupText, readByOthers } from './xmlDocuments.cjs';

const cases = new Cases();

const text = fc.oneof(markupText, hostileText);
const line = fc.record({
	year: fc.integer({ min: 1900, max: 2100 }),
	period: fc.integer({ min: 1, max: 14 }),
	journal: text,
	entry: fc.nat(),
	amount: text,
});
const writeOff = fc.record({
	type: fc.constantFrom(...(Object.keys(writeOffTypes) as Array<keyof typeof writeOffTypes>)),
	booking: fc.option(
		fc.record(
			{
				ledgerAccount: text,
				description: text,
				year: fc.nat(),
				period: fc.nat(),
				day: fc.constant('2026-03-16'),
			},
			{ requiredKeys: ['ledgerAccount', 'year', 'period', 'day'] },
		),
		{ nil: undefined },
	),
});
const set: fc.Arbitrary<MatchSet> = fc.record(
	{
		ledgerAccount: text,
		relation: text,
		lines: fc.array(line, { minLength: 1, maxLength: 3 }),
		writeOff,
	},
	{ requiredKeys: ['ledgerAccount', 'relation', 'lines'] },
);

/** What XML has no sign for becomes the sign for something unreadable. */
const legal = (value: string): string => {
	const sign = (one: string) => (isXmlText(one) ? one : '\ufffd');
	return [...value].map(sign).join('');
};

const parser = new XMLParser({
	...{ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false },
	...{ parseAttributeValue: false, trimValues: false, htmlEntities: true },
	isArray: (name) => ['MatchSet', 'MatchLine'].includes(name),
});

interface WrittenSet {
	GLAccount: { code: string };
	Account: { code: string };
	MatchLines: { MatchLine: Array<Record<string, string>> };
	WriteOff?: { type: string; GLAccount?: { code: string }; Description?: string; Date?: string };
}

test('an upload is read by another program as exactly what was meant', () => {
	cases.check(4_000, fc.array(set, { minLength: 1, maxLength: 3 }), (sets) => {
		const document = parser.parse(matchSetsXml(sets)) as {
			eExact: { MatchSets: { MatchSet: WrittenSet[] } };
		};
		expect(Object.keys(document)).toEqual(['?xml', 'eExact']);
		const found = document.eExact.MatchSets.MatchSet;
		expect(found.map((one) => one.GLAccount.code)).toEqual(sets.map((s) => legal(s.ledgerAccount)));
		expect(found.map((one) => one.Account.code)).toEqual(sets.map((s) => legal(s.relation)));
		sets.forEach(({ lines, writeOff: off }, at) => {
			const written = found[at];
			expect(written?.MatchLines.MatchLine).toEqual(
				lines.map(({ year, period, journal, entry, amount }) => ({
					...{ finyear: `${year}`, finperiod: `${period}`, entry: `${entry}` },
					...{ journal: legal(journal), amountdc: legal(amount) },
				})),
			);
			expect(written?.WriteOff?.type).toBe(off && writeOffTypes[off.type]);
			const booked = off?.booking;
			expect(written?.WriteOff?.GLAccount?.code).toBe(booked && legal(booked.ledgerAccount));
			expect(written?.WriteOff?.Description).toBe(
				booked?.description === undefined ? undefined : legal(booked.description),
			);
		});
	});
});

const message = (type: string, description: string) =>
	`<Message type="${type}"><Topic code="MatchSets" node="x"><Data key=""/></Topic><Date>2026-03-16T09:00:00</Date><Description>${description}</Description></Message>`;
const answer = (inner: string) =>
	`<?xml version="1.0" encoding="utf-8"?><eExact xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="eExact-Schema.xsd"><Messages>${inner}</Messages></eExact>`;
const real = answer(
	message('2', 'Matched') + message('0', 'Bestaat niet: Grootboekrekening &amp; X'),
);
const outcome = (document: unknown): string => {
	const read = readMessages(document);
	return 'problem' in read ? `problem: ${read.problem}` : JSON.stringify(read.messages);
};

test('an answer cut off anywhere is none', () => {
	const meant = outcome(real);
	expect(meant).toContain('"type":"done"');
	const lengths = Array.from({ length: real.length }, (_, at) => at);
	cases.each(lengths, (length) => {
		expect(outcome(real.slice(0, length))).toMatch(/^problem: /);
	});
	cases.each(lengths, (at) => {
		const without = outcome(real.slice(0, at) + real.slice(at + 1));
		expect(without.startsWith('problem: ') || /"type":"(?:done|error)"/.test(without)).toBe(true);
	});
});

test('an answer with anything put into it is refused, or read as another program reads it', () => {
	const piece = fc.oneof(
		text,
		fc.constantFrom(
			...['<!DOCTYPE eExact [<!ENTITY a "x">]>', '&a;', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
			...['<?php x ?>', '<![CDATA[', ']]>', '<Messages>', '</Messages>', '<Message type="3">'],
			...['<Description>', 'type="2"', '<x:y/>', '<?xml version="1.0"?>', '\u0000', '&#0;', '<!--'],
		),
	);
	const change = fc.tuple(fc.nat(real.length), fc.nat(12), piece);
	let read = 0;
	cases.check(6_000, change, ([at, cut, put]) => {
		const document = real.slice(0, at) + put + real.slice(at + cut);
		const mine = readMessages(document);
		if ('problem' in mine) return;
		read++;
		const [messages] = (readByOthers(document)?.children ?? []).filter(
			({ name }) => name === 'Messages',
		);
		const theirs = (messages?.children ?? []).map(({ children }) =>
			(children.find(({ name }) => name === 'Description')?.text ?? '').trim(),
		);
		expect(mine.messages.map((one) => one.text.trim())).toEqual(theirs);
	});
	expect(read).toBeGreaterThan(300);
});

const laughs = Array.from(
	{ length: 9 },
	(_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('');

test.each<[string, string, RegExp]>([
	[
		'entities within entities',
		`<!DOCTYPE z [<!ENTITY l0 "lol">${laughs}]><z>&l9;</z>`,
		/goes on with/,
	],
	[
		'an external entity',
		'<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/passwd">]><z>&x;</z>',
		/goes on/,
	],
	[
		'an external document type',
		'<!DOCTYPE z SYSTEM "http://evil.example/z.dtd"><z/>',
		/goes on with/,
	],
	['an entity that nobody declared', answer(message('2', '&l9;')), /text is broken/],
	['a style sheet', '<?xml-stylesheet href="http://evil.example"?><eExact/>', /goes on with/],
	[
		'another encoding',
		'<?xml version="1.0" encoding="utf-16"?>\u0000<\u0000e',
		/XML does not have/,
	],
	['nothing', '', /not one element/],
	['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', /goes on with/],
	['JSON', '{"error": "x"}', /not one element/],
	['prototypes', answer('<__proto__><polluted/></__proto__>'), /<Messages> has <__proto__>/],
	[
		'a constructor',
		answer(message('2', 'x').replaceAll('Topic', 'constructor')),
		/has <constructor>/,
	],
])('%s is refused, and not carried out', (_, document, problem) => {
	cases.each([document], (one) => expect(outcome(one)).toMatch(problem));
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test('these were many cases', () => {
	expect(cases.tried).toBeGreaterThan(10_000);
});
