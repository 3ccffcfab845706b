import { randomBytes, randomUUID } from 'node:crypto';
import type { SandboxUser } from '../seam.mjs';
import type { Settings } from '../settings.mjs';
import { createQuota } from './quota.mjs';
import {
	brokenChain,
	quotaSpent,
	refreshExpired,
	superseded,
	tooEarly,
	type Refusal,
} from './refusals.mjs';

/** What a user has consented to. */
export interface Grant {
	app: string;
	user: SandboxUser;
	/** The companies ticked on the consent page. */
	divisions: readonly number[];
}

export interface TokenSet {
	access_token: string;
	token_type: 'bearer';
	/** Text, as Exact sends it. */
	expires_in: string;
	refresh_token: string;
}

export interface AccessToken extends Grant {
	expiresAt: number;
}

/** All tokens that descend from one consent. */
interface Chain {
	grant: Grant;
	broken: boolean;
	/** The one refresh token that still works. */
	refreshToken: string;
	issuedAt: number;
	/** Seconds. */
	life: number;
}

interface Code {
	grant: Grant;
	redirectUri: string;
	issuedAt: number;
}

export interface TokenBook {
	/** A code that can be exchanged once, within three minutes. */
	issueCode(grant: Grant, redirectUri: string, now: number): string;
	exchange(code: string, redirectUri: string, now: number, settings: Settings): TokenSet | Refusal;
	refresh(refreshToken: string, now: number, settings: Settings): TokenSet | Refusal;
	/** Tokens without a consent page, for tests. */
	issue(grant: Grant, now: number, life: number): TokenSet;
	find(accessToken: string): AccessToken | undefined;
	/** All access tokens end now, as if their life had passed: they may be refreshed at once. */
	expireAll(now: number): void;
	/** All chains break, as when the user withdraws the consent. */
	breakAll(): void;
	/** Calls of the token endpoint today, per app and user. */
	report(now: number): Array<{ app: string; user: string; used: number }>;
}

const CODE_LIFE = 3 * 60_000;
const DAY = 24 * 60 * 60_000;

/** No tokens, no codes, nothing spent. */
export function createTokenBook(): TokenBook {
	const codes = new Map<string, Code>();
	const accessTokens = new Map<string, AccessToken>();
	/** Superseded refresh tokens stay in here, to be told from unknown ones. */
	const chains = new Map<string, Chain>();
	const quota = createQuota();

	const spend = ({ app, user }: Grant, now: number, { tokenDayLimit }: Settings): boolean =>
		quota.spend(app, user.id, now, tokenDayLimit);

	const issueIn = (chain: Chain, now: number, life: number): TokenSet => {
		const tokens = newTokens(life);
		Object.assign(chain, { refreshToken: tokens.refresh_token, issuedAt: now, life });
		chains.set(tokens.refresh_token, chain);
		accessTokens.set(tokens.access_token, { ...chain.grant, expiresAt: now + life * 1000 });
		return tokens;
	};

	const issue = (grant: Grant, now: number, life: number): TokenSet => {
		const chain = { grant, broken: false, refreshToken: '', issuedAt: now, life };
		return issueIn(chain, now, life);
	};

	return {
		issueCode: (grant, redirectUri, now) => {
			const code = `XTzM!IAAAA${randomBytes(60).toString('base64')}`;
			codes.set(code, { grant, redirectUri, issuedAt: now });
			return code;
		},
		exchange: (value, redirectUri, now, settings) => {
			const code = codes.get(value);
			codes.delete(value);
			if (!code || code.redirectUri !== redirectUri || now - code.issuedAt > CODE_LIFE) {
				return brokenChain;
			}
			if (!spend(code.grant, now, settings)) return quotaSpent;
			return issue(code.grant, now, settings.tokenLife);
		},
		refresh: (token, now, settings) => {
			const chain = chains.get(token);
			if (!chain) return brokenChain;
			if (!spend(chain.grant, now, settings)) return quotaSpent;
			return refusalOf(chain, token, now, settings) ?? issueIn(chain, now, settings.tokenLife);
		},
		issue,
		find: (accessToken) => accessTokens.get(accessToken),
		expireAll: (now) => {
			for (const token of accessTokens.values()) token.expiresAt = Math.min(token.expiresAt, now);
			for (const chain of chains.values()) {
				chain.issuedAt = Math.min(chain.issuedAt, now - chain.life * 1000);
			}
		},
		breakAll: () => {
			for (const chain of chains.values()) chain.broken = true;
		},
		report: quota.report,
	};
}

/** Why the chain gives no new tokens for this refresh token, if so. */
function refusalOf(
	chain: Chain,
	token: string,
	now: number,
	settings: Settings,
): Refusal | undefined {
	if (chain.broken) return brokenChain;
	if (chain.refreshToken !== token) {
		chain.broken = settings.reuseBreaksChain;
		return superseded;
	}
	const expiresAt = chain.issuedAt + settings.refreshDays * DAY;
	if (now >= expiresAt) return refreshExpired(expiresAt, now);
	const earliest = settings.earliestRefresh ?? chain.life - chain.life / 20;
	return now - chain.issuedAt < earliest * 1000 ? tooEarly : undefined;
}

function newTokens(life: number): TokenSet {
	return {
		access_token: `stampSB001.${randomBytes(300).toString('base64url')}`,
		token_type: 'bearer',
		expires_in: String(life),
		refresh_token: `stampSB001.${randomUUID()}${randomBytes(300).toString('base64url')}`,
	};
}
