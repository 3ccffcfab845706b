import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { textOf } from './values/text';
import type { World } from './world';

/** The three contexts in which n8n lets a node talk to Exact. */
export type ExactContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export const CREDENTIAL = 'exactOnlineOAuth2Api';

/**
 * What to do when a limit of Exact asks for patience: an execution waits, a poll keeps the rest for the
 * next one, a list in the editor says at once when it will work again.
 */
export type Patience = 'wait' | 'refuse';

/** One credential in one execution, poll or list search. */
export interface Connection {
	context: ExactContext;
	world: World;
	patience: Patience;
	/** `https://start.exactonline.nl`, without a slash at the end. */
	baseUrl: string;
	/** Exact counts per app: this is the key under which a process shares what it knows of the limits. */
	clientId: string;
	credentialId: string;
	/** Milliseconds spent on waiting for limits so far. */
	waited: number;
	/** When the token ends that the last call went out with (epoch ms); unknown where n8n stores no expiry. */
	tokenEnds?: number;
}

/** Opens a connection with the credential that the node uses. No call is made. */
export async function connect(
	context: ExactContext,
	world: World,
	patience: Patience,
): Promise<Connection> {
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL);
	return {
		context,
		world,
		patience,
		baseUrl: textOf(credential.baseUrl).replace(/\/+$/, ''),
		clientId: textOf(credential.clientId),
		credentialId: context.getNode().credentials?.[CREDENTIAL]?.id ?? '',
		waited: 0,
	};
}

/** Who is logged in where: what is remembered of one login must not serve another. */
export function loginKey({ baseUrl, clientId, credentialId }: Connection): string {
	return `${baseUrl} ${clientId} ${credentialId}`;
}

/** The signal that n8n gives when someone stops the execution; polls and list searches have none. */
export function cancelSignal(connection: Connection): AbortSignal | undefined {
	const { context } = connection;
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
