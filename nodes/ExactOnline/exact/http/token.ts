import type { IDataObject } from 'n8n-workflow';

import { CREDENTIAL, type Connection } from '../connection';
import { perWorld } from '../world';
import type { NoReply, TokenError } from './call';

/** What core stores beside a token: `expires_in` in seconds (Exact sends a string), expiry in epoch ms. */
interface StoredToken {
	lifetimeMs: number;
	expiresAt: number;
}

/** Who looks after the token for one request. */
export type TokenCare =
	/** The token is known to live: a 401 then means a right or a division and must not burn a refresh. */
	| 'known'
	/** No expiry is stored (n8n before 2.33): core refreshes when Exact answers 401. */
	| 'core';

/** When to look whether another process has stored the token that it was given (ms after a refusal). */
const OTHER_PROCESS_MS = [1500];

/** Exact has given a newer token to somebody: if that was another process, it may be slow to store it. */
const OTHER_PROCESS_HAS_IT_MS = [1500, 5000, 15_000];

/** A refused login is not tried again for a minute: hundreds of items would use up Exact's 200 token calls a day. */
const GONE_FOR_MS = 60_000;

const goneLogins = perWorld(
	() => new Map<string, { token: StoredToken; refused: NoReply; until: number }>(),
);

/** Expiries for which an early refresh was tried already, by credential. */
const triedEarly = perWorld(() => new Map<string, number>());

/**
 * Exact refuses a refresh before 570 of the 600 seconds have passed, and counts the attempt. So the token is
 * renewed in the last 20 seconds (a thirtieth of its life): late enough for Exact, early enough for a request
 * that is on its way. In the last 10 nothing goes out with it any more: it could end on the way, and n8n, which counts
 * its life from the answer on, expects it to end that much too late when the answer was slow. n8n renews it under its
 * own lock, so that parallel executions make one token call.
 */
export async function careForToken(connection: Connection): Promise<TokenCare | NoReply> {
	const token = await storedToken(connection);
	if (token === 'none') return notConnected;
	connection.tokenEnds = token === 'noExpiry' ? undefined : token.expiresAt;
	if (token === 'noExpiry') return 'core';
	const remaining = token.expiresAt - connection.world.now();
	if (remaining > token.lifetimeMs / 30) return 'known';
	if (remaining > token.lifetimeMs / 60) {
		// An early refresh that does not work out is no harm while the token lives; it may have taken long.
		const isTried = !isFirstEarlyTry(connection, token);
		if (isTried || (await refreshToken(connection)) === undefined) return 'known';
		return await careForToken(connection);
	}
	return await renew(connection, token);
}

/** Renews a token that does not live long enough for one more call. */
async function renew(connection: Connection, token: StoredToken): Promise<TokenCare | NoReply> {
	const gone = knownToBeGone(connection, token);
	if (gone !== undefined) return gone;
	const refused = await refreshToken(connection);
	if (refused === undefined || isTooEarly(refused)) return 'known';
	if (await renewedElsewhere(connection, token, refused)) return 'known';
	if (refused.tokenError?.error) {
		const until = connection.world.now() + GONE_FOR_MS;
		goneLogins(connection.world).set(connection.credentialId, { token, refused, until });
	}
	return refused;
}

/** When the stored token ends (epoch ms), where n8n stores that. */
export async function tokenEndsAt(connection: Connection): Promise<number | undefined> {
	const token = await storedToken(connection);
	return typeof token === 'string' ? undefined : token.expiresAt;
}

/** Lets n8n renew and store the token. Answers what went wrong, or nothing. */
export async function refreshToken(connection: Connection): Promise<NoReply | undefined> {
	const { context } = connection;
	try {
		await context.helpers.refreshOAuth2Token.call(context, CREDENTIAL);
		return undefined;
	} catch (error) {
		return tokenRefusal(error);
	}
}

/** Whether an error of n8n's HTTP helper comes from the token endpoint rather than from the request itself. */
export function isTokenError(error: unknown): boolean {
	const { httpCode, code, cause, failure } = asObject(error);
	return (
		httpCode === 'EAUTH' ||
		code === 'EAUTH' ||
		asObject(cause).code === 'EAUTH' ||
		asObject(failure).cause === 'credential-invalid'
	);
}

/** Reads Exact's wording out of the error with which n8n reports a refused token. */
export function tokenRefusal(error: unknown): NoReply {
	const { cause, body, response, message, failure } = asObject(error);
	const answer = asObject(body ?? asObject(cause).body ?? asObject(response).data);
	const revoked = asObject(failure).cause === 'credential-invalid';
	const tokenError: TokenError = {
		error: textOr(answer.error, revoked ? 'invalid_grant' : ''),
		description: textOr(answer.error_description, ''),
	};
	const detail = tokenError.description || textOr(message, 'the token endpoint gave no answer');
	return { kind: 'token', detail, sent: false, tokenError };
}

const notConnected: NoReply = {
	kind: 'token',
	detail: 'the credential was never connected',
	sent: false,
	tokenError: { error: 'not_connected', description: '' },
};

/** Exact says "not expired": this machine's clock is ahead, and the token still lives. */
export function isTooEarly(refused: NoReply): boolean {
	return /not expired/i.test(refused.tokenError?.description ?? '');
}

/** What Exact said of this same token a moment ago; a credential that was connected anew has another one. */
function knownToBeGone(connection: Connection, token: StoredToken): NoReply | undefined {
	const gone = goneLogins(connection.world).get(connection.credentialId);
	const same = gone?.token.expiresAt === token.expiresAt && connection.world.now() < gone.until;
	return same ? gone.refused : undefined;
}

function isFirstEarlyTry(connection: Connection, token: StoredToken): boolean {
	const tried = triedEarly(connection.world);
	if (tried.get(connection.credentialId) === token.expiresAt) return false;
	tried.set(connection.credentialId, token.expiresAt);
	return true;
}

/** Another process may have won the race for the single-use refresh token; its new token is stored shortly after. */
async function renewedElsewhere(
	connection: Connection,
	token: StoredToken,
	refused: NoReply,
): Promise<boolean> {
	const isReplaced = /old refresh token/i.test(refused.tokenError?.description ?? '');
	let waited = 0;
	for (const due of isReplaced ? OTHER_PROCESS_HAS_IT_MS : OTHER_PROCESS_MS) {
		await connection.world.sleep(due - waited);
		waited = due;
		const stored = await storedToken(connection);
		if (typeof stored !== 'string' && stored.expiresAt > token.expiresAt) return true;
	}
	return false;
}

async function storedToken(connection: Connection): Promise<StoredToken | 'none' | 'noExpiry'> {
	const credential = await connection.context.getCredentials<IDataObject>(CREDENTIAL);
	const data = asObject(credential.oauthTokenData);
	if (textOr(data.access_token, '') === '') return 'none';
	const lifetimeMs = Number(data.expires_in) * 1000;
	const expiresAt = Number(data.n8n_expires_at);
	return lifetimeMs > 0 && expiresAt > 0 ? { lifetimeMs, expiresAt } : 'noExpiry';
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOr(value: unknown, fallback: string): string {
	return typeof value === 'string' && value !== '' ? value : fallback;
}
