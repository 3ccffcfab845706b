import { exactText } from '../errors/explain';
import type { Outcome, Reply } from './call';
import { isGarbled } from './retry';

/** Whether it is an answer that can be used. */
export function isSuccess(outcome: Outcome): outcome is { reply: Reply } {
	if (!('reply' in outcome) || isGarbled(outcome)) return false;
	return outcome.reply.status >= 200 && outcome.reply.status < 300;
}

/** A 429 that passes with the minute or the day. */
export function isRateLimited(outcome: Outcome): boolean {
	return 'reply' in outcome && outcome.reply.status === 429 && !isBlock(outcome.reply);
}

/**
 * The block after ten mistakes lasts an hour and is no reason to wait: it says so in words, while the headers (where
 * there are any) show that the minute and the day have calls left.
 */
export function isBlock({ status, body, headers }: Reply): boolean {
	const left = [headers['x-ratelimit-minutely-remaining'], headers['x-ratelimit-remaining']];
	return (
		status === 429 && !left.includes('0') && /rate limit exceeded/i.test(exactText(body) ?? '')
	);
}

/** Whether Exact refused the login, or a right of it. */
export function isUnauthorized(outcome: Outcome): boolean {
	return 'reply' in outcome && outcome.reply.status === 401;
}
