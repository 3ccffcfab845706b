/** Scopes of an app registration as Exact names them, by the paths that they open. */
const scopes: ReadonlyArray<readonly [pattern: RegExp, scope: string]> = [
	[/^crm\/(accounts|addresses|bankaccounts|contacts)\b/i, 'crm.accounts'],
	[/^(system|hrm)\/(all)?divisions\b/i, 'organization.administration'],
	[/^sync\/deleted\b/i, 'organization.administration'],
];

/** The scope that an endpoint needs; undefined where the sandbox knows none. */
export function scopeOf(endpoint: string): string | undefined {
	const plain = endpoint.replace(/^(beta\/)?((bulk|sync|read)\/(?!deleted))?/i, '');
	return scopes.find(([pattern]) => pattern.test(plain))?.[1];
}
