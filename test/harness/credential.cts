import type { ICredentialDataDecryptedObject, ICredentialsHelper } from 'n8n-workflow';
import type { Sandbox, TokenSet } from './sandbox.cjs';

/** What n8n's database holds for one credential; several contexts may share it. */
export interface StoredCredential {
	id: string;
	data: ICredentialDataDecryptedObject;
	/** How often n8n stored a new token. */
	saves: number;
}

/** A credential that was connected just now, as n8n 2.33 and later store it: with its expiry. */
export async function connectedCredential(
	sandbox: Sandbox,
	now: number,
): Promise<StoredCredential> {
	const tokens = await sandbox.issueTokens();
	const data = { ...credentialFields(sandbox), oauthTokenData: stored(tokens, now) };
	return { id: 'credential-1', data, saves: 0 };
}

/** A credential before *Connect my account*. */
export function unconnectedCredential(sandbox: Sandbox): StoredCredential {
	return { id: 'credential-1', data: credentialFields(sandbox), saves: 0 };
}

function credentialFields({
	url,
	clientId,
	clientSecret,
}: Sandbox): ICredentialDataDecryptedObject {
	return {
		region: 'custom',
		customUrl: url,
		baseUrl: url,
		clientId,
		clientSecret,
		grantType: 'authorizationCode',
		authentication: 'body',
		authUrl: `${url}/api/oauth2/auth`,
		accessTokenUrl: `${url}/api/oauth2/token`,
		scope: '',
	};
}

function stored(tokens: TokenSet, now: number): ICredentialDataDecryptedObject {
	return { ...tokens, n8n_expires_at: String(now + Number(tokens.expires_in) * 1000) };
}

/** The part of n8n that keeps credentials: reads always see what was stored last. */
export function credentialsHelper(credential: StoredCredential): ICredentialsHelper {
	const helper = {
		getParentTypes: () => ['oAuth2Api'],
		getDecrypted: async () => structuredClone(credential.data),
		runPreAuthentication: async () => undefined,
		updateCredentialsOauthTokenData: async (
			_node: unknown,
			_type: string,
			data: ICredentialDataDecryptedObject,
		) => {
			credential.data.oauthTokenData = structuredClone(data.oauthTokenData ?? {});
			credential.saves++;
		},
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: () => [],
		getOAuth2Options: () => undefined,
	};
	return helper as unknown as ICredentialsHelper;
}
