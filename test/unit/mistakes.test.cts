import {
	blockedUntil,
	isCrowded,
	MISTAKES_ALLOWED,
	noteMistake,
	noteUnderWay,
	type MistakeKey,
} from '../../nodes/ExactOnline/exact/http/mistakes.js';
import type { World } from '../../nodes/ExactOnline/exact/world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const key: MistakeKey = { credentialId: '1', division: 123, endpoint: 'crm/Accounts' };

let world: World & { time: number };
beforeEach(() => {
	const now = Date.UTC(2026, 2, 16, 9);
	world = { time: now, now: () => world.time, sleep: () => Promise.resolve() };
});

const note = (count: number, status = 400, where = key) => {
	for (let time = 0; time < count; time++) noteMistake(world, where, status);
};

describe('answers that Exact counts as mistakes', () => {
	test('stop an endpoint before the tenth, at which Exact would block it', () => {
		expect(MISTAKES_ALLOWED).toBeLessThan(10);
		note(MISTAKES_ALLOWED - 1);
		expect(blockedUntil(world, key)).toBeUndefined();
		note(1);
		expect(blockedUntil(world, key)).toBe(world.time + HOUR);
	});

	test.each([400, 401, 403, 404])('are %d', (status) => {
		note(MISTAKES_ALLOWED, status);
		expect(blockedUntil(world, key)).toBeDefined();
	});

	// 500 is business validation; the limits have a count of their own.
	test.each([200, 201, 204, 304, 402, 405, 408, 409, 415, 429, 500, 502, 503, 504])(
		'are not %d',
		(status) => {
			note(50, status);
			expect(blockedUntil(world, key)).toBeUndefined();
		},
	);

	test('are forgotten one by one after an hour', () => {
		const start = world.time;
		for (let time = 0; time < MISTAKES_ALLOWED; time++) {
			note(1);
			world.time += MINUTE;
		}
		expect(blockedUntil(world, key)).toBe(start + HOUR);
		world.time = start + HOUR - 1;
		expect(blockedUntil(world, key)).toBe(start + HOUR);
		world.time = start + HOUR;
		expect(blockedUntil(world, key)).toBeUndefined();
		note(1);
		// One is forgotten, one has come: the next is forgotten a minute later.
		expect(blockedUntil(world, key)).toBe(start + HOUR + MINUTE);
	});

	test('count until the last of too many is an hour old', () => {
		note(MISTAKES_ALLOWED);
		world.time += MINUTE;
		note(2);
		expect(blockedUntil(world, key)).toBe(world.time - MINUTE + HOUR);
		world.time += HOUR - MINUTE;
		expect(blockedUntil(world, key)).toBeUndefined();
	});

	test('count apart for each login, company and endpoint, written in any way', () => {
		note(MISTAKES_ALLOWED);
		expect(blockedUntil(world, { ...key, endpoint: 'CRM/accounts' })).toBeDefined();
		expect(blockedUntil(world, { ...key, credentialId: '2' })).toBeUndefined();
		expect(blockedUntil(world, { ...key, division: 124 })).toBeUndefined();
		expect(blockedUntil(world, { ...key, division: undefined })).toBeUndefined();
		expect(blockedUntil(world, { ...key, endpoint: 'bulk/CRM/Accounts' })).toBeUndefined();
		expect(blockedUntil({ ...world }, key)).toBeUndefined();
	});

	test('may be as many as calls are on their way', () => {
		const setOut = (count: number) => {
			for (let call = 0; call < count; call++) noteUnderWay(world, key, 1);
		};
		setOut(MISTAKES_ALLOWED - 1);
		expect(isCrowded(world, key)).toBe(false);
		setOut(1);
		expect(isCrowded(world, key)).toBe(true);
		expect(isCrowded(world, { ...key, endpoint: 'crm/Contacts' })).toBe(false);
		noteUnderWay(world, key, -1);
		expect(isCrowded(world, key)).toBe(false);
		note(1);
		expect(isCrowded(world, key)).toBe(true);
	});
});
