import { isSameHost, nestedRows, readPage } from '../../nodes/ExactOnline/exact/odata/page.js';

const NEXT = "https://start.exactonline.nl/api/v1/1/crm/Accounts?$skiptoken=guid'0'";
const [one, two] = [{ ID: '1' }, { ID: '2' }];

describe("Exact's envelopes", () => {
	test.each<[string, unknown, object]>([
		['a list', { d: { results: [one, two] } }, { rows: [one, two] }],
		['a page', { d: { results: [one], __next: NEXT } }, { rows: [one], next: NEXT }],
		['a page without rows', { d: { results: [], __next: NEXT } }, { rows: [], next: NEXT }],
		['a list with its count', { d: { results: [one], __count: '1' } }, { rows: [one], count: 1 }],
		['a bare array ($top up to a page)', { d: [one, two] }, { rows: [one, two] }],
		['an empty bare array', { d: [] }, { rows: [] }],
		['an empty list', { d: { results: [] } }, { rows: [] }],
		['one object, by its key', { d: one }, { rows: [one] }],
		['an end that is null', { d: { results: [one], __next: null } }, { rows: [one] }],
	])('%s', (_, body, expected) => {
		expect(readPage(body)).toEqual({ next: undefined, ...expected });
	});

	test.each([
		undefined,
		null,
		'',
		'<html></html>',
		5,
		[],
		{},
		{ d: null },
		{ d: 'text' },
		{ d: 5 },
		{ d: { results: null } },
		{ d: { results: {} } },
		{ results: [one] },
		{ error: { code: '', message: { lang: '', value: 'x' } } },
	])('%j is no page', (body) => {
		expect(readPage(body)).toBeUndefined();
	});
});

describe('a collection within a row', () => {
	test.each<[string, unknown, object | undefined]>([
		['a list', { results: [one, two] }, [one, two]],
		['a bare array', [one], [one]],
		['an empty list', { results: [] }, []],
		['an end that is null', { results: [one], __next: null }, [one]],
		['only its first page', { results: [one], __next: NEXT }, undefined],
		['only its address', { __deferred: { uri: NEXT } }, undefined],
		['nothing', null, undefined],
		['not there', undefined, undefined],
		['a text', 'x', undefined],
	])('%s', (_, collection, expected) => {
		expect(nestedRows(collection)).toEqual(expected);
	});
});

describe('the host of a next page', () => {
	const base = 'https://start.exactonline.nl';

	test.each([
		[NEXT, base],
		['https://START.exactonline.NL/x', base],
		['https://start.exactonline.nl:443/x', base],
		['http://localhost:8500/api/v1', 'http://localhost:8500'],
		['https://proxy.example/exact/api', 'https://proxy.example/exact'],
	])('%s belongs to %s', (url, home) => {
		expect(isSameHost(url, home)).toBe(true);
	});

	test.each([
		['http://start.exactonline.nl/api', base],
		['https://start.exactonline.be/api', base],
		['https://start.exactonline.nl.evil.example/api', base],
		['https://start.exactonline.nl@evil.example/api', base],
		['https://evil.example/?https://start.exactonline.nl', base],
		['https://start.exactonline.nl:8443/api', base],
		['//evil.example/api', base],
		['/api/v1/1/crm/Accounts', base],
		['javascript:alert(1)', base],
		['', base],
		['', ''],
		['not an address', 'not an address'],
	])('%s does not belong to %s', (url, home) => {
		expect(isSameHost(url, home)).toBe(false);
	});
});
