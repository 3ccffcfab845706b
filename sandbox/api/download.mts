import type { SandboxState } from '../state.mjs';
import { errorPage, type Answer } from './answer.mjs';
import type { Call } from './call.mjs';
import { mediaTypeOf } from './mediaType.mjs';
import { isPage, parameter, queryOf } from './pages.mjs';

export const isDownload = (call: Call): boolean => isPage(call, 'docs/SysAttachment.aspx');

/** The file as it was sent. `Download=1` makes a browser save it; without it a browser shows it. */
export function download(call: Call, { store }: SandboxState): Answer {
	if (call.incoming.method !== 'GET') return errorPage(405, '405 - Method Not Allowed');
	const query = queryOf(call);
	const id = parameter(query, 'ID').toLowerCase();
	const attachment = store
		.dump(Number(call.target?.division), 'DocumentAttachments')
		.find((row) => text(row, 'ID') === id);
	if (!attachment) return notFound;
	const name = text(attachment, 'FileName');
	const disposition = parameter(query, 'Download') === '1' ? 'attachment' : 'inline';
	return {
		status: 200,
		headers: { 'Content-Disposition': `${disposition}; ${fileName(name)}` },
		body: Buffer.from(text(attachment, 'Attachment'), 'base64'),
		contentType: mediaTypeOf(name),
		rows: 1,
	};
}

/** Exact's own words, though the status they come with is not known. */
const notFound = errorPage(
	404,
	'The data you want to retrieve cannot be found or you do not have rights to perform this action',
);

/** Who is not logged in gets a page for people, with the status of success. */
export const loginPage: Answer = {
	...errorPage(200, 'Exact Online - Log in'),
	body: '<!DOCTYPE html><html><head><title>Exact Online - Log in</title></head><body><form method="post" action="/docs/Login.aspx"><input name="UserName"/><input name="Password" type="password"/><button>Log in</button></form></body></html>',
};

function text(row: object, name: string): string {
	const value: unknown = Reflect.get(row, name);
	return typeof value === 'string' ? value : '';
}

/** Both forms of RFC 6266: plain for names in ASCII, and percent-encoded UTF-8 for all others. */
function fileName(name: string): string {
	const ascii = name.replace(/[^ -~]/g, '_');
	const plain = ascii.replace(/["\\]/g, '\\$&');
	if (ascii === name) return `filename="${plain}"`;
	// Through a buffer, which leaves no half of a surrogate pair.
	const encoded = encodeURIComponent(Buffer.from(name).toString()).replace(/['()*]/g, escaped);
	return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function escaped(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
