import type { Fault } from './sandbox.cjs';

/** What a fault may do to a read: nothing that shows, or a clear error. */
export type ReadEnd = 'right' | { code: string; message: RegExp };

/** What a fault does to a write, as far as Exact is concerned. */
export type WriteEnd =
	/** It is carried out and answered. */
	| 'answered'
	/** It is carried out; the answer is lost. */
	| 'lost'
	/** The same, twelve seconds after everybody has given up. */
	| 'late'
	/** It is not carried out, which the answer does not tell. */
	| 'unknown'
	/** It is not carried out, and the answer says so. */
	| 'refused'
	/** Answers of this kind have nothing that the fault could change. */
	| 'none';

/** One column of the matrix. */
export interface FaultKind {
	name: string;
	/** What goes wrong, once; `elsewhere` is a host that nothing may be sent to. */
	fault?(elsewhere: string): Fault;
	/** How often in a row. */
	times?: number;
	/** The client gives up on the call at once, where it would wait for 100 seconds. */
	givesUp?: true;
	/** Milliseconds that each answer takes. */
	slow?: number;
	/** When somebody stops the run: before the call leaves, while it is under way, or while it waits to be repeated. */
	stopped?: 'before' | 'during' | 'waiting';
	/** What becomes of a read that hands on all pages, and of one that hands on one answer. */
	list: ReadEnd | 'none';
	one: ReadEnd | 'none';
	/** Where something must follow the page for the fault to make sense. */
	needsNext?: true;
	write: WriteEnd;
	/** Most calls of this kind on top of those without a fault. */
	more: number;
}

const right = { list: 'right', one: 'right' } as const;
const refusesPage = (message: RegExp): ReadEnd => ({ code: 'UNAVAILABLE', message });
const bothRefuse = (code: string, message: RegExp) => ({
	list: { code, message },
	one: { code, message },
});
const status = (code: number) => (): Fault => ({ kind: 'status', status: code });
const stopped = bothRefuse('CANCELLED', /^The execution was stopped$/);
const down = /not available|out of reach|could not|did not answer|broke off|not data/;

/** Faults that pass. */
const passing: readonly FaultKind[] = [
	{ name: '429', fault: status(429), ...right, write: 'answered', more: 1 },
	{ name: '502', fault: status(502), ...right, write: 'unknown', more: 1 },
	{ name: '503', fault: status(503), ...right, write: 'unknown', more: 1 },
	{ name: '504', fault: status(504), ...right, write: 'unknown', more: 1 },
	{
		...{ name: 'reset before', fault: () => ({ kind: 'reset', when: 'before' }) },
		...{ ...right, write: 'unknown', more: 1 },
	},
	{
		...{ name: 'reset after', fault: () => ({ kind: 'reset', when: 'after' }) },
		...{ ...right, write: 'lost', more: 1 },
	},
	{
		name: 'late commit',
		fault: () => ({ kind: 'timeout', when: 'before', commitAfterMs: 12_000 }),
		...{ givesUp: true, ...right, write: 'late', more: 1 },
	},
	{
		name: 'no answer',
		fault: () => ({ kind: 'timeout', when: 'before' }),
		...{ givesUp: true, ...right, write: 'unknown', more: 1 },
	},
	{
		...{ name: 'truncated body', fault: () => ({ kind: 'truncate' }) },
		...{ ...right, write: 'lost', more: 1 },
	},
	{
		...{ name: 'HTML page', fault: () => ({ kind: 'html' }) },
		...{ ...right, write: 'unknown', more: 1 },
	},
	{
		name: 'wrong content type',
		fault: () => ({ kind: 'contentType', value: 'text/plain' }),
		...{ ...right, write: 'answered', more: 0 },
	},
	{ name: 'slow page', slow: 95_000, ...right, write: 'answered', more: 0 },
	{
		...{ name: 'expired token', fault: () => ({ kind: 'expired' }) },
		// One to see whether it is the login, which may be a call of this kind itself.
		...{ ...right, write: 'unknown', more: 2 },
	},
];

/** Faults of a list's pages, and addresses that lead elsewhere. */
const misleading: readonly FaultKind[] = [
	{
		...{ name: '__next loop', fault: () => ({ kind: 'nextLoop' }), more: 0 },
		list: refusesPage(/a page points back to an earlier one/),
		...{ one: 'right', write: 'none' },
	},
	{
		...{ name: 'empty page in the middle', fault: () => ({ kind: 'emptyPage' }), more: 1 },
		...{ list: 'right', one: 'none', needsNext: true, write: 'none' },
	},
	{
		...{ name: '__next to another host', fault: (host) => ({ kind: 'nextHost', host }), more: 0 },
		list: refusesPage(/the next page lies on another host/),
		...{ one: 'right', write: 'none' },
	},
	{
		name: 'redirect',
		fault: (host) => ({ kind: 'redirect', location: `http://${host}/api/v1/elsewhere` }),
		...bothRefuse('UNAVAILABLE', /sent the call to another address/),
		...{ write: 'refused', more: 0 },
	},
	{
		name: 'redirect that keeps the method',
		fault: (host) => ({
			kind: 'status',
			status: 307,
			headers: { Location: `http://${host}/api/v1/elsewhere` },
		}),
		...bothRefuse('UNAVAILABLE', /sent the call to another address/),
		...{ write: 'refused', more: 0 },
	},
];

/** Faults that do not pass: there is an end to trying. */
const lasting: readonly FaultKind[] = [
	{
		...{ name: '503 that stays', fault: status(503), times: 99, more: 4 },
		...{ ...bothRefuse('UNAVAILABLE', down), write: 'none' },
	},
	{
		...{ name: 'truncated each time', fault: () => ({ kind: 'truncate' }), times: 99, more: 4 },
		...{ ...bothRefuse('UNAVAILABLE', down), write: 'none' },
	},
	{
		...{ name: '500 without a text', fault: () => ({ kind: 'empty500' }), more: 0 },
		...{ ...bothRefuse('UNAVAILABLE', /./), write: 'unknown' },
	},
	{
		...{ name: '429 that stays', fault: status(429), times: 99, more: 10 },
		...{ ...bothRefuse('RATE_LIMIT', /slow down/), write: 'refused' },
	},
];

const cancelled: readonly FaultKind[] = [
	{ name: 'cancelled before', stopped: 'before', ...stopped, write: 'unknown', more: 0 },
	{
		...{ name: 'cancelled during', stopped: 'during', ...stopped, write: 'lost', more: 0 },
		fault: () => ({ kind: 'timeout', when: 'after' }),
	},
	{
		...{ name: 'cancelled while it waits', stopped: 'waiting', ...stopped },
		...{ fault: status(429), write: 'refused', more: 0 },
	},
];

/** All that is to go wrong with each kind of call. */
export const faultKinds: readonly FaultKind[] = [
	...passing,
	...misleading,
	...lasting,
	...cancelled,
];

/** The most telling ones, for the quick part. */
export const tellingFaults: readonly FaultKind[] = faultKinds.filter(({ name }) =>
	[
		...['429', '503', 'truncated body', 'late commit', 'expired token', 'redirect'],
		...['__next to another host', 'empty page in the middle', 'cancelled during'],
	].includes(name),
);

/** Those for the look-ups of writes, which are short and many. */
export const lookUpFaults: readonly FaultKind[] = faultKinds.filter(({ name }) =>
	[
		...['429', 'HTML page', 'expired token', 'slow page', '503 that stays', 'truncated each time'],
		...['__next to another host', 'redirect', 'cancelled before', 'cancelled during'],
	].includes(name),
);
