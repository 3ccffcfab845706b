import type { Connection } from '../connection';
import { nodeError } from '../errors/trouble';
import { isSameHost } from '../odata/page';
import { isWebPage } from './call';
import { request } from './request';

/** A file as Exact keeps it. */
export interface Download {
	content: Buffer;
	/** As the answer names it, without parameters; absent when it says nothing of the kind. */
	mimeType?: string;
}

/** What a server says of a file when it does not know. */
const ANY_FILE = ['application/octet-stream', 'binary/octet-stream', 'application/force-download'];

/**
 * The content behind the `Url` of an attachment, with the login, under the same limits as any call. An address on
 * another host than the credential's is refused before anything is sent: the token belongs to that host. Who lacks the
 * right to documents gets a page for people with the status of success; that is an error as well.
 */
export async function download(
	connection: Connection,
	url: string,
	division: number,
): Promise<Download> {
	const endpoint = endpointOf(url);
	if (!isSameHost(url, connection.baseUrl)) {
		throw nodeError(connection.context.getNode(), {
			code: 'DOWNLOAD',
			message: 'The file lies on another host than this credential is for',
			description: `Nothing was sent: the login is for ${connection.baseUrl} only.`,
			endpoint,
			division,
		});
	}
	const address = new URL(url);
	address.searchParams.set('Download', '1');
	const call = { method: 'GET', url: address.href, endpoint, division, answers: 'file' } as const;
	const reply = await request(connection, call);
	const { body, headers } = reply;
	if (!Buffer.isBuffer(body) || isWebPage(call, reply)) {
		throw nodeError(connection.context.getNode(), {
			code: 'DOWNLOAD',
			message: 'Exact Online answered with a web page instead of the file',
			description:
				"The login was refused for files. Check that the app has the scope 'Organization: documents', and that the user may see documents in Exact Online.",
			endpoint,
			division,
		});
	}
	const mimeType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
	const isKnown = mimeType !== undefined && mimeType !== '' && !ANY_FILE.includes(mimeType);
	return { content: body, ...(isKnown ? { mimeType } : {}) };
}

function endpointOf(url: string): string {
	return URL.canParse(url) ? new URL(url).pathname.replace(/^\//, '') : 'attachment';
}
