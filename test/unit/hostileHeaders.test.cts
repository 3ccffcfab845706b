import fc from 'fast-check';

import { explain, exactText, symptomOf } from '../../nodes/ExactOnline/exact/errors/explain.js';
import { dayIsOver, minuteIsFull } from '../../nodes/ExactOnline/exact/errors/limits.js';
import type { Call } from '../../nodes/ExactOnline/exact/http/call.js';
import { readJson } from '../../nodes/ExactOnline/exact/http/json.js';
import { admission, learn, paceOf } from '../../nodes/ExactOnline/exact/http/pace.js';
import { nestedRows, readPage } from '../../nodes/ExactOnline/exact/odata/page.js';
import { faultIn } from '../../nodes/ExactOnline/exact/odata/rows.js';
import { dayOf, exactMs } from '../../nodes/ExactOnline/exact/values/time.js';
import { wordOf } from '../../nodes/ExactOnline/records/shows.js';
import { client } from '../../nodes/ExactOnline/records/account.js';
import { Cases, hostileText } from './hostileText.cjs';

const cases = new Cases();
const NOW = Date.UTC(2026, 2, 16, 9, 0, 20);
const DAY = 86_400_000;
const call: Call = { method: 'GET', url: 'https://x/y', endpoint: 'crm/Accounts', division: 1 };

const figure = fc.oneof(
	fc.constantFrom(
		...[
			'',
			' ',
			'0',
			'-1',
			'-0',
			'NaN',
			'Infinity',
			'-Infinity',
			'1e309',
			'1e20',
			'0x10',
			'5, 5',
			'60, 59',
		],
		...[
			'null',
			'undefined',
			'٣',
			'1.5',
			'9'.repeat(400),
			String(NOW),
			String(NOW / 1000),
			String(NOW + 40_000),
		],
	),
	fc.integer().map(String),
	fc.double().map(String),
	hostileText,
);
const date = fc.oneof(
	fc.constantFrom(
		...[
			'Mon, 16 Mar 2026 09:00:20 GMT',
			'Thu, 01 Jan 1970 00:00:00 GMT',
			'Fri, 31 Dec 9999 23:59:59 GMT',
		],
		...['0', 'now', '', 'Mon, 16 Mar 2026 09:00:20 GMT, Mon, 16 Mar 2026 09:00:20 GMT', '275761'],
	),
	figure,
);
const headers = fc
	.record(
		{
			'x-ratelimit-minutely-remaining': figure,
			'x-ratelimit-minutely-reset': figure,
			'x-ratelimit-minutely-limit': figure,
			'x-ratelimit-remaining': figure,
			'x-ratelimit-reset': figure,
			'retry-after': figure,
			date,
		},
		{ requiredKeys: [] },
	)
	.map((given) => given as Record<string, string>);
const reply = fc.record({
	status: fc.constantFrom(200, 204, 400, 403, 429, 500, 503),
	headers,
	body: fc.constant({}),
});

test('whatever limits an answer tells of: nobody waits longer than they last, and all go on after', () => {
	let waits = 0;
	let days = 0;
	cases.check(20_000, fc.array(reply, { minLength: 1, maxLength: 4 }), (replies) => {
		const world = { now: () => NOW, sleep: async () => undefined };
		const pace = paceOf(world, 'app', 1);
		let now = NOW;
		for (const one of replies) {
			learn(pace, one, now);
			now += 1000;
		}
		// A minute, a day, and a minute that began before the day ended.
		for (let look = 0; look < 3; look++) {
			const admitted = admission(pace, now);
			if (admitted.kind === 'wait') {
				waits++;
				expect(admitted.ms > 0 && admitted.ms <= 61_000).toBe(true);
				const told = minuteIsFull(call, now + admitted.ms).description;
				expect(told).toMatch(/\d\d:\d\d:\d\d UTC/);
				now += admitted.ms;
			}
			if (admitted.kind === 'dayIsOver') {
				days++;
				expect(admitted.ends - now).toBeLessThanOrEqual(DAY + 1000);
				expect(dayIsOver(call, admitted.ends).description).toMatch(
					/20\d\d-\d\d-\d\d \d\d:\d\d UTC/,
				);
				now = admitted.ends;
			}
		}
		expect(admission(pace, now).kind).toBe('go');
	});
	expect(Math.min(waits, days)).toBeGreaterThan(300);
});

const anything: fc.Arbitrary<unknown> = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	hostileText,
	fc.constantFrom<unknown>(
		null,
		undefined,
		[],
		{},
		[null],
		{ d: null },
		{ d: [null] },
		{ d: [[]] },
	),
	fc.constantFrom<unknown>(
		{ error: null },
		{ error: { message: null } },
		{ error: { message: [] } },
	),
);
const rowLike = fc.oneof({ weight: 6, arbitrary: fc.constant({ ID: '1' }) }, anything);
const envelope = fc
	.record(
		{
			results: fc.oneof(fc.array(rowLike, { maxLength: 3 }), anything),
			__next: fc.oneof(fc.constantFrom<unknown>('', null, 'https://x/y'), anything),
			__count: fc.oneof(fc.constantFrom<unknown>('3', 3), anything),
		},
		{ requiredKeys: [] },
	)
	.chain((d) => fc.constantFrom<object>({ d }, { d }, { d: d.results }, { D: d }, { d: [d] }));

const isRow = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

test('a refusal of any form is explained with a code and Exact’s own text, and never raises', () => {
	const word = fc.constantFrom(
		...[
			'<message>',
			'</message>',
			'<message',
			'scope violated',
			'$1',
			'$&',
			'ENOENT',
			'<html>',
			'{',
			'"error"',
		],
	);
	const body = fc.oneof(
		anything,
		fc.record({ error: anything, error_description: anything }),
		fc.record({ error: fc.record({ message: fc.record({ value: anything }) }) }),
		fc.array(fc.oneof(word, hostileText), { maxLength: 6 }).map((parts) => parts.join('')),
	);
	const status = fc.constantFrom(0, 200, 301, 400, 401, 403, 404, 408, 429, 500, 502, 999);
	cases.check(8_000, fc.tuple(status, body, hostileText), ([code, content, reason]) => {
		const symptom = symptomOf({ status: code, headers: { reason }, body: content });
		const trouble = explain(symptom, { endpoint: 'crm/Accounts', division: 1 });
		expect(trouble.code).toMatch(/^[A-Z_]+$/);
		expect(trouble.message.length).toBeGreaterThan(0);
		if (symptom.text !== undefined) expect(trouble.exactText).toBe(symptom.text);
		expect(symptom.text === undefined || symptom.text.length <= 2000).toBe(true);
	});
});

test('a page is rows and the way to the next, or no page', () => {
	let pages = 0;
	cases.check(8_000, fc.oneof(envelope, anything), (body) => {
		const page = readPage(body);
		const { d } = (body ?? {}) as { d?: { results?: unknown; __next?: unknown } };
		if (page === undefined) return;
		pages++;
		for (const row of page.rows) {
			expect(isRow(row)).toBe(true);
		}
		// No row is lost, and no way to more of them.
		const given = Array.isArray(d) ? d : (d?.results ?? [d]);
		expect(page.rows).toEqual(given);
		const next = Array.isArray(d) ? undefined : d?.__next;
		expect(page.next ?? null).toBe(next ?? null);
	});
	expect(pages).toBeGreaterThan(100);
});

test('rows within a row are rows, or are read on their own', () => {
	cases.check(
		4_000,
		fc.oneof(
			envelope.map((one) => (one as { d?: unknown }).d),
			anything,
		),
		(collection) => {
			for (const row of nestedRows(collection) ?? []) {
				expect(isRow(row)).toBe(true);
			}
		},
	);
});

test('an amount or a date that is none is told, and no other value', () => {
	const { columns } = client.record;
	const names = Object.entries(columns);
	const fitting: Record<string, unknown> = {
		...{ Guid: '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77', String: 'x', DateTime: '/Date(0)/' },
		...{ Boolean: true, Byte: 1, Int16: 1, Int32: -1, Int64: '9223372036854775807', Double: 0.5 },
		...{ Binary: 'eA==', Collection: { __deferred: {} } },
	};
	const proper = Object.fromEntries(names.map(([name, type]) => [name, fitting[type]]));
	expect(faultIn([proper, {}], { columns }, [])).toBeUndefined();
	const of = fc.tuple(fc.constantFrom(...names), anything);
	cases.check(6_000, of, ([[name, type], value]) => {
		const fault = faultIn([{ ...proper, [name]: value }], { columns }, Object.keys(columns));
		if (fault !== undefined) {
			expect(fault.startsWith(`${name} holds `) || value === undefined).toBe(true);
			return;
		}
		if (value === null || value === undefined) return;
		// What passes can be shown: no amount that is none.
		if (/^(?:Int|Byte|Double)/.test(type)) expect(Number.isFinite(Number(value))).toBe(true);
		if (type === 'DateTime')
			expect(dayOf(exactMs(value) ?? NaN)).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d/);
	});
});

test('a code in words is a word or the code itself', () => {
	const words = { C: 'client', P: 'prospect' };
	const code = fc.oneof(fc.constantFrom('C', 'constructor', '__proto__', 'toString'), hostileText);
	cases.check(2_000, code, (one) => {
		expect(wordOf(one, words)).toBe(one === 'C' ? 'client' : one === 'P' ? 'prospect' : one);
	});
});

test('a date of Exact is a day, or none', () => {
	const inside = fc.oneof(
		fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
		fc.integer().map((ms) => `${ms}+0100`),
		fc.constantFrom('', '-', 'NaN', '1e3', '0x10', '1.5', '253402300799999', '-62135596800000'),
		hostileText,
	);
	cases.check(6_000, inside, (text) => {
		const ms = exactMs(`/Date(${text})/`);
		if (ms === undefined) return;
		expect(dayOf(ms)).toMatch(/^(?:\d{4}|[+-]\d{6})-\d\d-\d\d$|^\+?\d{4,6}-/);
		expect(ms).toBe(Number(/^-?\d+/.exec(text)?.[0]));
	});
});

test('JSON of any kind is read as JSON, but for the bookkeeping of rows', () => {
	const bookkeeping = fc.constantFrom(
		'__metadata',
		'ID',
		'__proto__',
		'constructor',
		'"__metadata":{},',
	);
	const row = fc.dictionary(bookkeeping, fc.oneof(hostileText, fc.jsonValue({ maxDepth: 2 })));
	const without = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(without);
		if (typeof value !== 'object' || value === null) return value;
		const kept = Object.entries(value).filter(([name]) => name !== '__metadata');
		return Object.fromEntries(kept.map(([name, one]) => [name, without(one)]));
	};
	cases.check(6_000, fc.tuple(row, fc.nat(3)), ([value, indent]) => {
		const text = JSON.stringify(value, undefined, indent);
		expect(readJson(text)).toEqual(without(JSON.parse(text)));
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

test('long answers are read at once', () => {
	const long = (piece: string) => piece.repeat(Math.ceil(2_000_000 / piece.length));
	const texts = [
		'<message ',
		'<message>',
		'"__metadata":{"',
		'"__metadata":{"a":"b",',
		'[',
		'{"d":',
		'\\"',
	].map(long);
	cases.each(texts, (text) => {
		const start = performance.now();
		exactText(text);
		readJson(text);
		readJson(`{"__metadata":{"a":"${text.replace(/["\\]/g, '')}"},"b":1}`);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});

test('these were many cases', () => {
	expect(cases.tried).toBeGreaterThan(50_000);
});
