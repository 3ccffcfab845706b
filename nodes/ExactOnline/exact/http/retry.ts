import type { Patience } from '../connection';
import { isRead, type Call, type Outcome } from './call';

/** Waits before a read is repeated (ms): Exact asks for an exponential back-off. */
const BACK_OFF_MS = [1000, 2000, 4000, 8000];

/** How often in a row a minute's limit is waited out before giving up: others may use the same app. */
export const MINUTES_WAITED = 10;

/** Gateways and maintenance; a plain 500 is Exact's way to say that the content is not valid. */
const PASSING = [502, 503, 504];

/**
 * How long to wait before a call is repeated after `repeats` repetitions, or nothing when it must not be.
 * Only reads are repeated; a call that never left this machine can be repeated whatever it is.
 */
export function waitBeforeRepeat(
	call: Call,
	outcome: Outcome,
	repeats: number,
	patience: Patience,
): number | undefined {
	if (!isPassing(outcome) || !(isRead(call) || neverSent(outcome))) return undefined;
	// Without a login nothing at all works: that is worth some seconds even to who does not like to wait.
	const mayWait = patience === 'wait' || repeats === 0 || isLogin(outcome);
	return mayWait ? BACK_OFF_MS[repeats] : undefined;
}

function isLogin(outcome: Outcome): boolean {
	return 'noReply' in outcome && outcome.noReply.kind === 'token';
}

/** Whether the same call may well work in a moment. */
function isPassing(outcome: Outcome): boolean {
	if ('reply' in outcome) {
		return PASSING.includes(outcome.reply.status) || isGarbled(outcome);
	}
	const { kind, tokenError } = outcome.noReply;
	if (kind === 'cancelled') return false;
	// The token endpoint answered nothing readable: it is not a refusal.
	return kind !== 'token' || tokenError?.error === '';
}

/**
 * A success whose body is not what Exact's API answers: a maintenance page, or JSON cut off. (The HTTP client
 * hands on a string when it can not read the JSON.)
 */
export function isGarbled(outcome: Outcome): boolean {
	if (!('reply' in outcome)) return false;
	const { status, body, headers } = outcome.reply;
	const succeeded = status >= 200 && status < 300 && status !== 204;
	return succeeded && typeof body === 'string' && /json|html/i.test(headers['content-type'] ?? '');
}

function neverSent(outcome: Outcome): boolean {
	return 'noReply' in outcome && !outcome.noReply.sent;
}
