import fc from 'fast-check';

import { all, any, equals, filterText } from '../../nodes/ExactOnline/exact/odata/filter.js';
import type { FilterValue } from '../../nodes/ExactOnline/exact/odata/literal.js';
import { openQuery } from '../../nodes/ExactOnline/exact/odata/openQuery.js';
import { isOfDivision, isSameHost } from '../../nodes/ExactOnline/exact/odata/page.js';
import { entityUrl } from '../../nodes/ExactOnline/exact/odata/url.js';
import type { EdmType, Source } from '../../nodes/ExactOnline/exact/source.js';
import { transactionLine } from '../../nodes/ExactOnline/records/transactionLine.js';
import { send } from '../../nodes/ExactOnline/resources/apiRequest/send.js';
import { read, refusal } from './fieldReading.cjs';
import { Cases, depths, hostileText, readFilter } from './hostileText.cjs';

const BASE = 'https://start.exactonline.nl';
const cases = new Cases();

/** Half a character has no encoding: it becomes the sign for something unreadable. */
const encodable = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

const source: Source = {
	path: 'crm/Accounts',
	pageSize: 60,
	columns: {
		...{ ID: 'Guid', Name: 'String', City: 'String', Code: 'String', Modified: 'DateTime' },
		...{ Blocked: 'Boolean', Number: 'Int32', Stamp: 'Int64', Amount: 'Double', Kind: 'Byte' },
	},
	padded: { Code: 18 },
};
const columns = Object.entries<EdmType>(source.columns);

/** What the address is that a filter ends up in, as a server reads it. */
function received(filter: string): { url: URL; filter: string } {
	const url = new URL(entityUrl(BASE, 123, source.path, { select: ['ID'], filter, top: 5 }));
	return { url, filter: url.searchParams.get('$filter') ?? '' };
}

/** Where an address leads, and that nothing of a value became a part of it. */
function expectNowhereElse(url: URL): void {
	expect(url.href.startsWith(`${BASE}/api/v1/123/crm/Accounts?`)).toBe(true);
	expect([...url.searchParams.keys()]).toEqual(['$select', '$filter', '$top']);
	expect(url.hash).toBe('');
}

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

/** A value of a column with the literal that a server has to read, or undefined where there is none. */
const writtenAs: Record<string, (text: string) => RegExp | undefined> = {
	Guid: (text) => (/^[\da-f-]{36}$/i.test(text.trim()) ? /^guid§$/ : undefined),
	DateTime: (text) => (/^\d{4}-\d\d-\d\d/.test(text) ? /^datetime§$/ : undefined),
	Boolean: () => undefined,
	Int32: (text) => (/^-?\d+$/.test(text.trim()) ? /^-?\d+$/ : undefined),
	Byte: (text) => (/^-?\d+$/.test(text.trim()) ? /^-?\d+$/ : undefined),
	Int64: (text) => (/^-?\d+$/.test(text.trim()) ? /^-?\d+L$/ : undefined),
	Double: (text) => (/^-?\d/.test(text.trim()) ? /^-?\d[\d.e+-]*$/i : undefined),
	String: () => /^§$/,
};

const almost = fc.oneof(
	hostileText,
	fc.uuid(),
	fc.uuid().chain((id) => hostileText.map((text) => id + text)),
	fc
		.integer()
		.chain((number) => fc.constantFrom('', ' or 1 eq 1', 'L', ')').map((end) => number + end)),
	fc.constantFrom('2026-02-28', '2026-02-30', "2026-01-01' or '1' eq '1", '2026-01-01T00:00:00'),
);

test('a value is compared as the one literal that it is, or raises before there is an address', () => {
	const one = fc.tuple(fc.constantFrom(...columns), fc.constantFrom(...comparisons), almost);
	cases.check(12_000, one, ([[field, type], is, value]) => {
		let text: string;
		try {
			text = filterText({ field, is, value }, source);
		} catch (error) {
			expect(error).toBeInstanceOf(TypeError);
			expect(type).not.toBe('String');
			return;
		}
		const { url, filter } = received(text);
		expectNowhereElse(url);
		const sees = readFilter(filter);
		const literal = writtenAs[type]?.(value);
		expect(sees.outside.startsWith(`${field} ${is} `)).toBe(true);
		expect(sees.outside.slice(`${field} ${is} `.length)).toMatch(literal ?? /^never$/);
		expect(sees.closed).toBe(true);
		if (type !== 'String') return;
		const meant = encodable(field === 'Code' ? value.trim().padStart(18) : value);
		expect(sees.texts).toEqual([meant]);
	});
});

test('a search stays within its function', () => {
	const one = fc.tuple(fc.constantFrom('contains', 'startsWith'), hostileText);
	cases.check(6_000, one, ([way, text]) => {
		const condition =
			way === 'contains' ? { field: 'Name', contains: text } : { field: 'Name', startsWith: text };
		const { url, filter } = received(filterText(condition, source));
		expectNowhereElse(url);
		const outside =
			way === 'contains' ? 'substringof(§,Name) eq true' : 'startswith(Name,§) eq true';
		expect(readFilter(filter)).toEqual({ outside, texts: [encodable(text)], closed: true });
	});
});

test('conditions together keep their brackets and their number, whatever their values', () => {
	const values = fc.array(hostileText, { minLength: 2, maxLength: 6 });
	cases.check(6_000, values, (texts) => {
		const [first = '', ...others] = texts;
		const choice = any(...others.map((text) => equals('City', text)));
		const { url, filter } = received(filterText(all(equals('Name', first), choice), source));
		expectNowhereElse(url);
		const sees = readFilter(filter);
		const alike = readFilter(
			filterText(all(equals('Name', 'x'), any(...others.map(() => equals('City', 'y')))), source),
		);
		expect(sees).toEqual({ ...alike, texts: texts.map(encodable) });
		expect(depths(sees.outside).at(-1)).toBe(0);
	});
});

test('a key of any record type is one literal or none', () => {
	const { path, columns: own } = transactionLine;
	const keys = Object.entries(own).filter(([, type]) => type === 'Guid');
	cases.check(3_000, fc.tuple(fc.constantFrom(...keys), almost), ([[field], value]) => {
		const of: Source = { path, pageSize: 60, columns: own };
		const text = attempt(() => filterText(equals(field, value as FilterValue), of));
		if (text === undefined) return;
		expect(readFilter(text)).toEqual({
			outside: `${field} eq guid§`,
			texts: [value.trim().toLowerCase()],
			closed: true,
		});
	});
});

function attempt<T>(task: () => T): T | undefined {
	try {
		return task();
	} catch {
		return undefined;
	}
}

const pathPiece = fc.oneof(
	fc.constantFrom(
		...[
			'crm/Accounts',
			'/',
			'\\',
			'..',
			'../',
			'..\\',
			'.',
			'%2e%2e/',
			'%2F',
			'%5c',
			'//evil.example',
		],
		...[
			'https://evil.example/',
			'@evil.example',
			'?',
			'#',
			'&',
			"('",
			"')",
			'(',
			')',
			"(guid'",
			';',
		],
		...['(12)', "('x')", '999', 'current', '\t', '\n', '\u0000', '$value', '$links', '|', ':8443'],
	),
	hostileText.map((text) => text.slice(0, 8)),
);
const path = fc
	.array(pathPiece, { minLength: 1, maxLength: 6 })
	.chain((parts) =>
		fc
			.tuple(fc.constantFrom('', 'crm/Accounts', "crm/Accounts('"), fc.constantFrom('', "')"))
			.map(([start, end]) => start + parts.join('') + end),
	);
const pathField = send.fields.path;
if (pathField === undefined) throw new Error('API Request has no path');

test('a path that was typed stays below its division, or is refused by its name', () => {
	let kept = 0;
	cases.check(12_000, path, (text) => {
		const given = attempt(() => read(pathField, text));
		if (given === undefined) {
			expect(refusal(pathField, text).message).toMatch(/^'Path' /);
			return;
		}
		kept++;
		const url = new URL(`${BASE}/api/v1/123/${String(given)}?$top=1`);
		expect([url.origin, url.search, url.hash]).toEqual([BASE, '?$top=1', '']);
		expect(url.pathname.startsWith('/api/v1/123/')).toBe(true);
		const whole = text.trim().replace(/^\/+/, '');
		expect(decodeURIComponent(url.pathname)).toBe(`/api/v1/123/${whole}`);
	});
	expect(kept).toBeGreaterThan(300);
});

test('options that were typed stay options', () => {
	const option = fc
		.tuple(fc.constantFrom('$filter', '$select', '$top', 'Download', ''), hostileText)
		.map(([name, value]) => `${name}=${value}`);
	const query = fc.array(option, { maxLength: 4 }).map((options) => options.join('&'));
	cases.check(6_000, query, (text) => {
		const encoded = openQuery(text);
		const url = new URL(`${BASE}/api/v1/123/crm/Accounts?${encoded}`);
		expect(url.href.startsWith(`${BASE}/api/v1/123/crm/Accounts?`)).toBe(true);
		expect(url.hash).toBe('');
		expect(encoded).toMatch(/^[\w.!~*'()%$=&-]*$/);
	});
});

const start = fc.constantFrom(
	...[
		BASE,
		'http://start.exactonline.nl',
		'https://evil.example',
		'//evil.example',
		'https:\\\\evil.example',
	],
	...[`${BASE}.evil.example`, `${BASE}@evil.example`, `https://user:pass@start.exactonline.nl`, ''],
	...[
		`blob:${BASE}`,
		'javascript:',
		'file://',
		`${BASE}:443`,
		`${BASE}:8443`,
		`  ${BASE}`,
		'HTTPS://START.exactonline.NL',
	],
);
const next = fc
	.tuple(
		start,
		fc.constantFrom('/api/v1/123/', '/api/v1/999/', '/api/v1/123/../999/', '/', ''),
		hostileText,
	)
	.map((parts) => parts.join(''));

test('a next page is followed to where the token belongs, and nowhere else', () => {
	let followed = 0;
	cases.check(12_000, next, (address) => {
		if (!isSameHost(address, BASE) || !isOfDivision(address, 123)) return;
		followed++;
		const { protocol, host, username, password, pathname } = new URL(address);
		expect([protocol, host, username, password]).toEqual([
			'https:',
			'start.exactonline.nl',
			'',
			'',
		]);
		expect(pathname.startsWith('/api/v1/123/')).toBe(true);
	});
	expect(followed).toBeGreaterThan(300);
});

test('these were many cases', () => {
	expect(cases.tried).toBeGreaterThan(50_000);
});
