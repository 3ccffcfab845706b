import fc from 'fast-check';

import { chunks } from '../../nodes/ExactOnline/exact/odata/chunk.js';
import { any, equals, filterText } from '../../nodes/ExactOnline/exact/odata/filter.js';
import { entityUrl, LONGEST_URL } from '../../nodes/ExactOnline/exact/odata/url.js';
import type { Source } from '../../nodes/ExactOnline/exact/source.js';
import { hostileText } from './hostileText.cjs';

const hostile = hostileText.filter((text) => text !== '');
const BASE = 'https://start.exactonline.nl';
const source: Source = {
	path: 'crm/Accounts',
	pageSize: 60,
	columns: { ID: 'Guid', Name: 'String' },
};

describe('the address of an entity', () => {
	test.each([
		[{}, ''],
		[{ select: [], filter: '', orderBy: '', expand: [] }, ''],
		[{ select: ['ID', 'Name'] }, '?$select=ID,Name'],
		[{ top: 0 }, '?$top=0'],
		[
			{ select: ['ID'], filter: "Name eq 'a'", orderBy: 'Name desc', expand: ['Lines'], top: 60 },
			'?$select=ID&$filter=Name%20eq%20%27a%27&$orderby=Name%20desc&$expand=Lines&$top=60',
		],
	])('with %j ends in %j', (query, expected) => {
		expect(entityUrl(BASE, 123, 'crm/Accounts', query)).toBe(
			`${BASE}/api/v1/123/crm/Accounts${expected}`,
		);
	});

	test('keeps every value in its option, and gives it back as it was', () => {
		fc.assert(
			fc.property(hostile, hostile, (filter, orderBy) => {
				const url = new URL(entityUrl(BASE, 123, 'crm/Accounts', { filter, orderBy, top: 5 }));
				expect(url.hash).toBe('');
				// `+` means itself to Exact's server in some versions and a blank in others: it is encoded.
				expect(url.search).toMatch(/^\?\$filter=[\w.!~*,%-]*&\$orderby=[\w.!~*,%-]*&\$top=5$/);
				// Half a character has no encoding: it becomes the sign for something unreadable.
				expect([...url.searchParams]).toEqual([
					['$filter', filter.replace(/\p{Surrogate}/gu, '\ufffd')],
					['$orderby', orderBy.replace(/\p{Surrogate}/gu, '\ufffd')],
					['$top', '5'],
				]);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('chunks', () => {
	const urlOf = (group: readonly string[]) =>
		entityUrl(BASE, 2104587, 'bulk/CRM/Accounts', {
			filter: filterText(any(...group.map((value) => equals('Name', value))), source),
		});

	test.each([
		[0, []],
		[1, [1]],
		[40, [40]],
		[41, [40, 1]],
		[100, [40, 40, 20]],
	])('of %d short values hold %j', (count, sizes) => {
		const values = Array.from({ length: count }, (_, at) => `${at}`);
		expect(chunks(values, urlOf).map((group) => group.length)).toEqual(sizes);
	});

	test('of GUIDs hold 40: so many fit', () => {
		const values = Array.from({ length: 80 }, () => '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77');
		const byId = (group: readonly string[]) =>
			entityUrl(BASE, 2104587, 'crm/Accounts', {
				filter: filterText(any(...group.map((value) => equals('ID', value))), source),
			});
		expect(chunks(values, byId).map((group) => group.length)).toEqual([40, 40]);
	});

	const long = fc
		.tuple(hostileText, fc.integer({ min: 1, max: 250 }))
		.map(([text, times]) => text.repeat(times).slice(0, 400));

	test('lose nothing, hold at most 40, and fit into an address', () => {
		fc.assert(
			fc.property(fc.array(long, { maxLength: 130 }), (values) => {
				const groups = chunks(values, urlOf);
				expect(groups.flat()).toEqual(values);
				for (const group of groups) {
					expect(group.length).toBeGreaterThan(0);
					expect(group.length).toBeLessThanOrEqual(40);
					expect(urlOf(group).length).toBeLessThanOrEqual(LONGEST_URL);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('are not cut smaller than needed: twice as many would not have fitted', () => {
		fc.assert(
			fc.property(fc.array(long, { minLength: 41, maxLength: 130 }), (values) => {
				let from = 0;
				for (const { length } of chunks(values, urlOf)) {
					const twice = values.slice(from, from + Math.min(40, 2 * length));
					if (twice.length > length) {
						expect(urlOf(twice).length).toBeGreaterThan(LONGEST_URL);
					}
					from += length;
				}
			}),
			{ numRuns: 100 },
		);
	});

	test('give a value that is too long by itself a call of its own, so that Exact can say so', () => {
		const values = ['a', 'b'.repeat(7000), 'c'];
		expect(chunks(values, urlOf)).toEqual([['a'], ['b'.repeat(7000)], ['c']]);
	});
});
