/** The only app registered with the sandbox; what a user enters in the credential. */
export const app = {
	clientId: '{5a4d0c1e-3f7b-4c58-9e1a-0d6b7c2f8e11}',
	clientSecret: 'sandboxSecret',
	name: 'n8n (sandbox)',
};

const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether codes may be sent there. Exact takes only public https addresses; a sandbox must also reach an
 * n8n on the same machine, so http is accepted there and only there.
 */
export function acceptsRedirect(redirectUri: string): boolean {
	if (!URL.canParse(redirectUri)) return false;
	const { protocol, hostname } = new URL(redirectUri);
	return protocol === 'https:' || (protocol === 'http:' && ownMachine.includes(hostname));
}
