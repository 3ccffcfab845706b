import { inspect } from 'node:util';
import type { StoredCredential } from './credential.cjs';

/** Everything in a credential that nobody may ever see. */
export function secretsOf({ data }: StoredCredential): string[] {
	const tokens = (data.oauthTokenData ?? {}) as Record<string, unknown>;
	return [data.clientSecret, tokens.access_token, tokens.refresh_token].filter(
		(secret): secret is string => typeof secret === 'string' && secret.length > 8,
	);
}

/** Throws when a value, however deeply and in whatever property, holds a secret. */
export function expectNoSecret(value: unknown, secrets: readonly string[]): void {
	const shown = inspect(value, { depth: Infinity, showHidden: true, maxStringLength: null });
	const leaked = secrets.find((secret) => shown.includes(secret));
	if (leaked !== undefined) throw new Error(`A secret leaked: ${leaked.slice(0, 4)}…`);
}
