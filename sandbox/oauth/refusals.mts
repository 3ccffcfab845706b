/** An answer of the token endpoint other than tokens. */
export interface Refusal {
	status: number;
	body: { error: string; error_description: string };
	headers?: Record<string, string>;
	/** For the log. */
	outcome: string;
}

export function isRefusal(answer: object): answer is Refusal {
	return 'outcome' in answer;
}

const notExpired = 'Rate limit exceeded: access_token not expired';

/** Exact refuses a refresh in the first 570 of 600 seconds. */
export const tooEarly: Refusal = {
	status: 400,
	body: { error: 'access_denied', error_description: notExpired },
	headers: { Reason: `TooEarlyToRefreshTokens: ${notExpired}` },
	outcome: 'too early',
};

/** Every refresh replaces the refresh token; whoever still uses the one before gets this. */
export const superseded: Refusal = {
	status: 401,
	body: { error: 'unauthorized_client', error_description: 'Old refresh token used.' },
	outcome: 'superseded',
};

/** A bad, used or late code, an unknown refresh token, a chain that was broken: consent is needed again. */
export const brokenChain: Refusal = {
	status: 400,
	body: {
		error: 'invalid_grant',
		error_description: 'Token is not allowed, because of invalid or empty chainId',
	},
	outcome: 'broken chain',
};

/** An unused refresh token dies after 30 days; the text has both moments in US notation. */
export function refreshExpired(expiredAt: number, now: number): Refusal {
	const text = `The refresh token expired at ${usMoment(expiredAt)} and it is now ${usMoment(now)}`;
	return {
		status: 400,
		body: { error: 'invalid_request', error_description: text },
		outcome: 'refresh token expired',
	};
}

/** Not recorded anywhere; the standard's own words (RFC 6749, 5.2). */
export const unknownClient: Refusal = {
	status: 401,
	body: { error: 'invalid_client', error_description: 'Client authentication failed.' },
	outcome: 'unknown client',
};

export const unknownGrant: Refusal = {
	status: 400,
	body: { error: 'unsupported_grant_type', error_description: 'Unsupported grant type.' },
	outcome: 'unknown grant type',
};

/** Only the number of 200 calls is known, not the answer beyond it. */
export const quotaSpent: Refusal = {
	status: 429,
	body: { error: 'access_denied', error_description: 'Rate limit exceeded' },
	outcome: 'daily quota spent',
};

function usMoment(moment: number): string {
	const text = new Date(moment).toLocaleString('en-US', { timeZone: 'UTC' });
	return text.replace(',', '').replaceAll('\u202f', ' ');
}
