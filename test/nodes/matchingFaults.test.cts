import { NL } from '../harness/inputs.cjs';
import { expectBalanced } from '../harness/invoices.cjs';
import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { giveUpOn } from '../harness/impatience.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault, Settings } from '../harness/sandbox.cjs';
import {
	areMatched,
	match,
	multiple,
	ofClient,
	pairs,
	toUpload,
	uploads,
} from './matchingBooks.cjs';

let bench: Bench;
let undo = () => {};
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());
afterEach(async () => {
	undo();
	undo = () => {};
	await expectBalanced(bench);
});

/** Does something between the look at the terms and the upload. */
function meanwhile(task: () => Promise<unknown>): void {
	undo = beforeEachCall(async (url) => {
		if (!url.includes('XMLUpload')) return;
		undo();
		await task();
	});
}

const late = (commitAfterMs: number): Fault => ({ kind: 'timeout', when: 'before', commitAfterMs });
const xml = (body: string): Fault => ({
	kind: 'status',
	status: 200,
	headers: { 'content-type': 'text/xml' },
	body,
});
const said = (...messages: string[]) =>
	`<?xml version="1.0" encoding="utf-8"?><eExact><Messages>${messages.join('')}</Messages></eExact>`;
const message = (type: number, text: string) =>
	`<Message type="${type}"><Topic code="MatchSets" node="MatchSet"><Data keyAlt="x"/></Topic><Date>2026-03-16T10:00:00</Date><Description>${text}</Description></Message>`;

describe.each(['strict', 'lenient'] as const)('an answer that got lost, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	test.each<[string, Fault, number | undefined]>([
		['reset before', { kind: 'reset', when: 'before' }, undefined],
		['reset after', { kind: 'reset', when: 'after' }, 5_000],
		['cut off', { kind: 'truncate' }, 5_000],
		['carried out after 3 s', late(3_000), 5_000],
		['carried out after 15 s', late(15_000), 20_000],
		['carried out after 55 s', late(55_000), 60_000],
		['carried out after 5 minutes', late(300_000), undefined],
		['500 without a body', { kind: 'empty500' }, undefined],
		['503', { kind: 'status', status: 503 }, undefined],
		['expired token', { kind: 'expired' }, undefined],
		['a page with the status of success', { kind: 'html', status: 200 }, undefined],
		['no XML', xml('Service Unavailable'), undefined],
		['XML that is not known', xml('<eExact><Errors/></eExact>'), undefined],
		['XML of another kind', xml('<Answer/>'), undefined],
		['a message of no type', xml(said(message(9, 'x'))), undefined],
	])('%s: is looked for and never sent again', async (_, fault, foundAfter) => {
		const [pair = []] = await pairs(bench, 1);
		undo = giveUpOn(toUpload);
		await bench.sandbox.faults([{ match: toUpload, times: 1, fault }]);
		const before = bench.world.now();
		if (foundAfter !== undefined) {
			expect((await bench.run(match('client', pair))).json).toEqual([
				expect.objectContaining({ matched: true, alreadyMatched: false }),
			]);
			expect(await areMatched(bench, [pair])).toEqual([true]);
			expect(bench.world.now() - before).toBe(foundAfter);
		} else {
			const lost = await bench.fail(match('client', pair));
			expect(lost).toMatchObject({
				message: expect.stringMatching(/^It is not known whether Exact Online has matched this/),
				description: expect.stringMatching(/still open a minute later.*nothing was sent again/),
				context: { code: 'UNKNOWN_OUTCOME' },
			});
			expect(bench.world.now() - before).toBeGreaterThanOrEqual(60_000);
		}
		await bench.world.set(bench.world.now() + 600_000);
		const again = await bench.run(match('client', pair));
		expect(again.json).toEqual([expect.objectContaining({ matched: true })]);
		expect(await areMatched(bench, [pair])).toEqual([true]);
		expect(await uploads(bench)).toHaveLength(again.json[0]?.alreadyMatched === true ? 1 : 2);
	});
});

describe('messages of Exact', () => {
	beforeEach(async () => await bench.reset());

	test.each([
		[0, 'refused', 'EXACT_XML'],
		[3, 'refused', 'EXACT_XML'],
		[1, 'not done', 'EXACT_XML'],
		[2, 'not done', 'EXACT_XML'],
	])('of type %d about what is still open: %s', async (type, _, code) => {
		const [pair = []] = await pairs(bench, 1);
		const text = 'Betalingstermijn: GLAccount=1300 Niet gevonden! &lt;&amp;&gt;';
		await bench.sandbox.faults([{ match: toUpload, fault: xml(said(message(type, text))) }]);
		const refused = await bench.fail(match('client', pair));
		expect(refused.context.code).toBe(code);
		const isRefused = type === 0 || type === 3;
		expect(refused.message).toMatch(
			isRefused
				? /^Exact Online has not matched this: Betalingstermijn: .*Niet gevonden! <&>$/
				: /^Exact Online says that this is matched, but its terms are still open$/,
		);
		if (isRefused) expect(refused.description).toMatch(/closed period/);
		expect(await uploads(bench)).toHaveLength(1);
	});

	test.each(['en', 'nl'])('say why one set of several is refused, in %s', async (language) => {
		await bench.sandbox.settings({ language });
		const all = await pairs(bench, 3);
		// Somebody else is faster.
		meanwhile(async () => {
			await bench.sandbox.match(NL, { lines: all[1] ?? [] });
		});
		const { json } = await bench.run(multiple(all.map((entries) => ofClient(entries))));
		// What was asked for is what is: whoever did it.
		expect(json.map(({ matched }) => matched)).toEqual([true, true, true]);
		expect((json[1]?._warnings as string[])[0]).toMatch(/(?:Not found|Niet gevonden)!$/);
		expect(await uploads(bench)).toHaveLength(1);
	});

	test('of success about something else', async () => {
		const [[sold = '', paid = ''] = []] = (await pairs(bench, 4)).slice(3);
		const [[, small = ''] = []] = await pairs(bench, 1);
		await bench.sandbox.faults([{ match: toUpload, fault: xml(said(message(2, ''))) }]);
		meanwhile(async () => {
			await bench.sandbox.match(NL, { lines: [sold, small] });
		});
		const refused = await bench.fail(match('client', [sold, paid]));
		expect(refused.context.code).toBe('BOOKED_DIFFERENTLY');
	});

	test('of refusal since somebody else was faster', async () => {
		const [[sold = '', paid = ''] = []] = (await pairs(bench, 4)).slice(3);
		const [[, small = ''] = []] = await pairs(bench, 1);
		meanwhile(async () => {
			await bench.sandbox.match(NL, { lines: [sold, small] });
		});
		const refused = await bench.fail(match('client', [sold, paid]));
		expect(refused.context.code).toBe('EXACT_XML');
		expect(refused.description).toMatch(/open amount has changed since it was read/);
	});

	test.each([
		['merged', 3, 4],
		['extra', 3, 1],
		['none', 3, 1],
	])(
		'%s: terms are read, and only what is open is sent again',
		async (xmlMessages, count, sent) => {
			await bench.sandbox.settings({ xmlMessages });
			const all = await pairs(bench, count);
			if (sent > 1) {
				const nothing = { match: toUpload, times: 1, fault: xml(said(message(3, 'Stopped'))) };
				await bench.sandbox.faults([nothing]);
			}
			const { json } = await bench.run(multiple(all.map((entries) => ofClient(entries))));
			expect(json.map(({ matched }) => matched)).toEqual([true, true, true]);
			expect(await areMatched(bench, all)).toEqual([true, true, true]);
			expect(await uploads(bench)).toHaveLength(sent);
		},
	);

	test('of one set that says nothing: read, and not sent again', async () => {
		const [pair = []] = await pairs(bench, 1);
		await bench.sandbox.faults([{ match: toUpload, fault: xml(said()) }]);
		const refused = await bench.fail(match('client', pair));
		expect(refused.message).toMatch(/^Exact Online said nothing of this matching/);
		expect(await uploads(bench)).toHaveLength(1);
	});

	test('that could not be compared with the terms', async () => {
		const [pair = []] = await pairs(bench, 1);
		meanwhile(async () => {
			const reading = { method: 'GET', path: 'Receivables' };
			const fault = { kind: 'status', status: 503 } as const;
			await bench.sandbox.faults([{ match: reading, times: 20, fault }]);
		});
		const partial = await bench.fail(match('client', pair));
		expect(partial.context.code).toBe('PARTIAL');
		await bench.sandbox.clearFaults();
		const again = await bench.run(match('client', pair));
		expect(again.json).toEqual([expect.objectContaining({ alreadyMatched: true })]);
	});
});

describe('the XML API', () => {
	beforeEach(async () => await bench.reset());

	test.each<[string, Settings, Fault | undefined, string, RegExp]>([
		[
			'refused',
			{ xmlApi: 'refused' },
			undefined,
			'FORBIDDEN',
			/^This app may not use Exact Online's XML API/,
		],
		[
			'gone with 410',
			{ xmlApi: 'gone' },
			undefined,
			'XML_GONE',
			/^Exact Online has withdrawn the XML API/,
		],
		['gone with 404', {}, { kind: 'html', status: 404 }, 'XML_GONE', /has withdrawn/],
		[
			'gone to a page for people',
			{},
			{ kind: 'redirect', location: '/login' },
			'XML_GONE',
			/has withdrawn/,
		],
		[
			'without a scope',
			{},
			{
				kind: 'status',
				status: 403,
				body: {
					error: {
						message: {
							value:
								"Forbidden - Application Scope Violated. Cannot manage 'Financial: receivables' scope.",
						},
					},
				},
			},
			'FORBIDDEN',
			/lacks the scope 'Financial: receivables'/,
		],
	])(
		'%s: nothing is matched, and nothing more is tried',
		async (_, settings, fault, code, text) => {
			await bench.sandbox.settings(settings);
			if (fault !== undefined) await bench.sandbox.faults([{ match: toUpload, fault }]);
			const all = await pairs(bench, 60);
			const { json } = await bench.run(multiple(all.map((entries) => ofClient(entries))));
			expect(new Set(json.map((one) => one.code))).toEqual(new Set([code]));
			expect(json[59]?.error).toMatch(text);
			expect((await areMatched(bench, all)).some(Boolean)).toBe(false);
			expect(await uploads(bench)).toHaveLength(1);
		},
	);

	test('is used a second apart by two executions', async () => {
		const [one = [], other = []] = await pairs(bench, 2);
		await Promise.all([bench.run(match('client', one)), bench.run(match('client', other))]);
		const statuses = (await uploads(bench)).map(({ status }) => status);
		expect(statuses).toEqual([200, 200]);
	});

	test('is left alone once somebody stops the workflow', async () => {
		const [pair = []] = await pairs(bench, 1);
		const controller = new AbortController();
		undo = beforeEachCall((url) => {
			if (url.includes('XMLUpload')) controller.abort();
		});
		const { signal } = controller;
		const stopped = await bench.fail(match('client', pair), { signal, continueOnFail: true });
		expect(stopped.context.code).toBe('CANCELLED');
		expect((await uploads(bench)).length).toBeLessThanOrEqual(1);
	});

	test('counts a limit of the day as what it is', async () => {
		const [pair = []] = await pairs(bench, 1);
		const { usage } = await bench.sandbox.limits();
		const used = Math.max(...usage.map(({ dayUsed }) => dayUsed));
		// Four looks are left, and no upload.
		await bench.sandbox.settings({ dayLimit: used + 4 });
		const refused = await bench.fail(match('client', pair));
		expect(refused.context.code).toBe('DAY_LIMIT');
		expect(await areMatched(bench, [pair])).toEqual([false]);
	});
});
