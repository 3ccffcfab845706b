import { randomUUID } from 'node:crypto';
import type { SandboxState } from '../state.mjs';
import type { Answer } from './answer.mjs';
import type { Call } from './call.mjs';

/** The answer with what Exact adds to every one: cache, correlation and rate headers. */
export function withUsualHeaders(answer: Answer, call: Call, state: SandboxState): Answer {
	const headers = {
		'Cache-Control': 'no-cache, no-store',
		Pragma: 'no-cache',
		Expires: '-1',
		Vary: 'Accept-Encoding',
		'X-Exact-Correlation-Id': randomUUID(),
		'X-RequestHandledBy-EolDotNetApp': '0',
		...cookiesFor(call),
		...rateHeadersOf(answer, call, state),
		...answer.headers,
	};
	return { ...answer, headers };
}

/** A session like that of a browser; a client has to ignore it and go on with its bearer. */
function cookiesFor({ token, target }: Call): Record<string, string[]> {
	if (!token || typeof target?.division !== 'number') return {};
	const session = `ASP.NET_SessionId=${randomUUID().replaceAll('-', '')}; path=/; HttpOnly`;
	return {
		'Set-Cookie': [session, `ExactServer{${token.user.id}}=Division=${target.division}; path=/`],
	};
}

/** Only a URL with a company code has them, so `current/Me` does not. */
function rateHeadersOf(
	{ refusedBy }: Answer,
	{ token, target, now }: Call,
	{ limits, settings }: SandboxState,
): Record<string, string> {
	if (!token || typeof target?.division !== 'number') return {};
	return limits.headers(token.app, target.division, now, settings, refusedBy);
}
