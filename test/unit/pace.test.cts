import fc from 'fast-check';

import type { Reply } from '../../nodes/ExactOnline/exact/http/call.js';
import { admission, learn, paceOf, type Pace } from '../../nodes/ExactOnline/exact/http/pace.js';
import { realWorld } from '../../nodes/ExactOnline/exact/world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 20 seconds into a minute, as Exact's clock and ours show it. */
const NOW = Date.UTC(2026, 2, 16, 9, 0, 20);
const MINUTE_END = NOW + 40_000;
const DAY_END = Date.UTC(2026, 2, 17);

const fresh = (): Pace => paceOf({ ...realWorld }, 'app', 1);

const minute = (left: number, ends = MINUTE_END) => ({
	'x-ratelimit-minutely-limit': '60',
	'x-ratelimit-minutely-remaining': `${left}`,
	'x-ratelimit-minutely-reset': `${ends}`,
});
const day = (left: number, ends = DAY_END) => ({
	'x-ratelimit-limit': '5000',
	'x-ratelimit-remaining': `${left}`,
	'x-ratelimit-reset': `${ends}`,
});

/** What is known after those. */
const left = (calls: number) => ({
	minuteLeft: calls,
	minuteEnds: MINUTE_END,
	minuteLimit: 60,
});
const leftToday = (calls: number) => ({ dayLeft: calls, dayEnds: DAY_END });

function after(status: number, headers: Reply['headers'], now = NOW, pace = fresh()): Pace {
	learn(pace, { status, headers, body: undefined }, now);
	return pace;
}

describe('what an answer teaches', () => {
	test.each<[string, number, Reply['headers'], Partial<Pace>]>([
		['both sets', 200, { ...minute(58), ...day(4988) }, { ...left(58), ...leftToday(4988) }],
		['the minute alone', 200, minute(0), left(0)],
		['the day alone', 200, day(4988), leftToday(4988)],
		['no headers (current/Me)', 200, {}, {}],
		['the last call of the day', 200, { ...minute(58), ...day(0) }, leftToday(0)],
		['a refusal of the minute', 429, minute(0), left(0)],
		['a refusal that claims calls are left', 429, minute(7), left(0)],
		['a refusal of the day', 429, day(0), leftToday(0)],
		['a refusal of the day that claims calls are left', 429, day(9), leftToday(0)],
		['a refusal of the day without a time', 429, { 'x-ratelimit-remaining': '0' }, leftToday(0)],
		['a refusal with both sets', 429, { ...minute(0), ...day(9) }, { ...left(0), ...leftToday(9) }],
		// Without a reset: the next minute, and a second for clocks that differ.
		['a refusal without headers', 429, {}, { minuteLeft: 0, minuteEnds: MINUTE_END + 1000 }],
		[
			'a minute without its end',
			200,
			{ 'x-ratelimit-minutely-remaining': '5' },
			{ minuteLeft: 5, minuteEnds: MINUTE_END + 1000 },
		],
		['headers that are no numbers', 200, { 'x-ratelimit-minutely-remaining': 'n/a' }, {}],
		['headers that are empty', 200, { 'x-ratelimit-remaining': ' ' }, {}],
		['a refused right', 403, minute(3), left(3)],
	])('%s', (_, status, headers, expected) => {
		expect(after(status, headers)).toEqual({ ...fresh(), ...expected });
	});

	test.each([-25 * MINUTE, -3000, 0, 3000, 25 * MINUTE])(
		'is read on our own clock, which is %d ms ahead of the server',
		(ahead) => {
			const now = NOW + ahead;
			const date = new Date(NOW).toUTCString();
			expect(after(200, { ...minute(3), date }, now).minuteEnds).toBe(MINUTE_END + ahead);
			expect(after(429, { ...day(0), date }, now).dayEnds).toBe(DAY_END + ahead);
		},
	);

	test('is not undone by an answer that it has overtaken', () => {
		const pace = after(200, minute(3));
		expect(after(200, minute(5), NOW + 100, pace).minuteLeft).toBe(3);
		expect(after(200, minute(2), NOW + 200, pace).minuteLeft).toBe(2);
		expect(after(200, minute(59, MINUTE_END + MINUTE), MINUTE_END + 100, pace)).toMatchObject({
			minuteLeft: 59,
			minuteEnds: MINUTE_END + MINUTE,
		});
		const over = after(429, day(0));
		expect(after(200, { ...minute(9), ...day(3) }, NOW, over)).toMatchObject(leftToday(0));
	});

	test('of a new minute is not undone by an answer of the minute before', () => {
		const pace = after(200, minute(50, MINUTE_END + MINUTE), MINUTE_END + 100);
		expect(after(200, minute(0), MINUTE_END + 200, pace)).toMatchObject({
			minuteLeft: 50,
			minuteEnds: MINUTE_END + MINUTE,
		});
	});

	/** Every set of headers may be there or not, whole or in part, with any figures. */
	const anyHeaders = fc.record(
		{
			'x-ratelimit-limit': fc.constantFrom('5000', ''),
			'x-ratelimit-remaining': fc.constantFrom('0', '1', '4988', '-1', 'x', ''),
			'x-ratelimit-reset': fc.constantFrom(`${DAY_END}`, 'x', ''),
			'x-ratelimit-minutely-limit': fc.constantFrom('60', ''),
			'x-ratelimit-minutely-remaining': fc.constantFrom('0', '1', '58', '-1', 'x', ''),
			'x-ratelimit-minutely-reset': fc.constantFrom(`${MINUTE_END}`, 'x', ''),
			date: fc.constantFrom(new Date(NOW).toUTCString(), 'x'),
		},
		{ requiredKeys: [] },
	) as fc.Arbitrary<Reply['headers']>;

	test('after a refusal is never to go on at once, and never to wait for ever', () => {
		fc.assert(
			fc.property(anyHeaders, (headers) => {
				const pace = after(429, headers);
				const admitted = admission(pace, NOW);
				expect(admitted.kind).not.toBe('go');
				if (admitted.kind === 'wait') {
					expect(admitted.ms).toBeGreaterThan(0);
					expect(admitted.ms).toBeLessThanOrEqual(MINUTE + 1000);
				}
				expect(admission(pace, NOW + DAY)).toEqual({ kind: 'go' });
			}),
			{ numRuns: 2000 },
		);
	});

	test('after a success stops nothing while calls are left', () => {
		fc.assert(
			fc.property(anyHeaders, (headers) => {
				const used = ['0', '-1'];
				const left = headers['x-ratelimit-remaining'] ?? '';
				const minuteLeft = headers['x-ratelimit-minutely-remaining'] ?? '';
				const stops = used.includes(minuteLeft) || left === '0';
				expect([headers, admission(after(200, headers), NOW).kind === 'go']).toEqual([
					headers,
					!stops,
				]);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('whether a call may go', () => {
	const window = { minuteLeft: 2, minuteEnds: MINUTE_END };

	test.each<[string, Partial<Pace>, number, object]>([
		['nothing is known', {}, NOW, { kind: 'go' }],
		['calls are left', window, NOW, { kind: 'go' }],
		['calls on their way leave one', { ...window, inFlight: 1 }, NOW, { kind: 'go' }],
		[
			'calls on their way may use up the rest',
			{ ...window, inFlight: 2 },
			NOW,
			{ kind: 'wait', ms: 200 },
		],
		[
			'the minute is about to end',
			{ ...window, inFlight: 2 },
			MINUTE_END - 50,
			{ kind: 'wait', ms: 50 },
		],
		['the minute is used up', { ...window, minuteLeft: 0 }, NOW, { kind: 'wait', ms: 40_000 }],
		['the minute has just ended', { ...window, minuteLeft: 0 }, MINUTE_END, { kind: 'go' }],
		[
			'all of a new minute is on its way',
			{ ...left(0), inFlight: 60 },
			MINUTE_END,
			{ kind: 'wait', ms: 200 },
		],
		[
			'the day is used up',
			{ ...window, ...leftToday(0) },
			NOW,
			{ kind: 'dayIsOver', ends: DAY_END },
		],
		[
			'calls on their way may use up the day',
			{ ...leftToday(3), inFlight: 3 },
			NOW,
			{ kind: 'wait', ms: 200 },
		],
		['a new day begins', leftToday(0), DAY_END, { kind: 'go' }],
	])('%s', (_, pace, now, expected) => {
		expect(admission({ ...fresh(), ...pace }, now)).toEqual(expected);
	});

	test('is known apart for each app and company, and apart for each world', () => {
		const [world, other] = [{ ...realWorld }, { ...realWorld }];
		expect(paceOf(world, 'app', 1)).toBe(paceOf(world, 'app', 1));
		expect(paceOf(world, 'app', 2)).not.toBe(paceOf(world, 'app', 1));
		expect(paceOf(world, 'other', 1)).not.toBe(paceOf(world, 'app', 1));
		expect(paceOf(other, 'app', 1)).not.toBe(paceOf(world, 'app', 1));
	});
});

/** Exact's calendar minute, counted by its own clock. */
class CalendarMinutes {
	refused = 0;
	private minute = 0;
	private used = 0;

	constructor(
		private readonly allowed: number,
		private readonly ahead: number,
	) {}

	answer(now: number): Reply {
		const clock = now + this.ahead;
		if (Math.floor(clock / MINUTE) !== this.minute) this.used = 0;
		this.minute = Math.floor(clock / MINUTE);
		const refuses = this.used >= this.allowed;
		if (refuses) this.refused++;
		else this.used++;
		const headers = minute(this.allowed - this.used, (this.minute + 1) * MINUTE);
		const date = new Date(clock).toUTCString();
		return { status: refuses ? 429 : 200, headers: { ...headers, date }, body: undefined };
	}
}

describe('a minute of 60 calls', () => {
	const delays = fc.infiniteStream(fc.integer({ min: 1, max: 900 }));

	test('is used to the full by one execution after the other, and never beyond', () => {
		fc.assert(
			fc.property(
				delays,
				fc.integer({ min: -DAY, max: DAY }),
				fc.nat(MINUTE),
				(delay, ahead, start) => {
					const server = new CalendarMinutes(60, ahead);
					const pace = fresh();
					let now = NOW + start;
					for (let call = 0; call < 400;) {
						const admitted = admission(pace, now);
						if (admitted.kind !== 'go') now += admitted.kind === 'wait' ? admitted.ms : DAY;
						if (admitted.kind !== 'go') continue;
						now += delay.next().value;
						const reply = server.answer(now);
						now += delay.next().value;
						learn(pace, reply, now);
						call++;
					}
					expect(server.refused).toBe(0);
					// 400 calls of about a second take 7 minutes, wherever in a minute they begin.
					expect(now - NOW - start).toBeLessThan(10 * MINUTE);
				},
			),
			{ numRuns: 100 },
		);
	});

	test('is shared by several executions at once', () => {
		fc.assert(
			fc.property(
				delays,
				fc.integer({ min: 2, max: 20 }),
				fc.integer({ min: -DAY, max: DAY }),
				(delay, workers, ahead) => {
					const server = new CalendarMinutes(60, ahead);
					const done = race(server, workers, () => Number(delay.next().value));
					expect(done).toBe(300);
					expect(server.refused).toBe(0);
				},
			),
			{ numRuns: 50 },
		);
	});
});

/** What a worker does next, and when. */
interface Step {
	at: number;
	run(now: number): Step;
}

/** Several workers that share one pace, until 300 calls have succeeded. Answers how many did. */
function race(server: CalendarMinutes, workers: number, delay: () => number): number {
	const pace = fresh();
	let done = 0;
	const ask = (now: number): Step => {
		const admitted = admission(pace, now);
		if (admitted.kind === 'wait') return { at: now + admitted.ms, run: ask };
		pace.inFlight++;
		return { at: now + delay(), run: arrive };
	};
	const arrive = (now: number): Step => {
		const reply = server.answer(now);
		const back = (later: number): Step => {
			pace.inFlight--;
			learn(pace, reply, later);
			if (reply.status === 200) done++;
			return { at: later, run: ask };
		};
		return { at: now + delay(), run: back };
	};
	const steps: Step[] = Array.from({ length: workers }, () => ({ at: NOW, run: ask }));
	while (done < 300) {
		const next = steps.sort((a, b) => b.at - a.at).pop();
		if (next !== undefined) steps.push(next.run(next.at));
	}
	return done;
}
