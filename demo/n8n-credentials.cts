import { request, type N8nSession } from './n8n-session.cjs';

export const credentialType = 'exactOnlineOAuth2Api';

/** What a person enters in the credential before connecting. */
export interface CredentialFields {
	readonly region: string;
	readonly customUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

export interface Credential {
	readonly id: string;
	readonly name: string;
}

/** The credentials for Exact Online that this n8n has. */
export async function listCredentials(session: N8nSession): Promise<Credential[]> {
	const all = await request<(Credential & { type: string })[]>(session, 'GET', '/rest/credentials');
	return all.filter(({ type }) => type === credentialType);
}

/** Creates the credential, or gives the one of that name the new fields. */
export async function saveCredential(
	session: N8nSession,
	name: string,
	data: CredentialFields,
): Promise<Credential> {
	const existing = (await listCredentials(session)).find((one) => one.name === name);
	const body = { name, type: credentialType, data };
	return existing === undefined
		? await request<Credential>(session, 'POST', '/rest/credentials', body)
		: await request<Credential>(session, 'PATCH', `/rest/credentials/${existing.id}`, body);
}

/** Where the person has to go to allow n8n's access: Exact Online's consent page. */
export async function authorizationUrl(
	session: N8nSession,
	credential: Credential,
): Promise<string> {
	return await request<string>(session, 'GET', `/rest/oauth2-credential/auth?id=${credential.id}`);
}
