import type { SandboxState } from '../state.mjs';
import { errorPage, type Answer } from './answer.mjs';
import type { Call } from './call.mjs';
import { mediaTypeOf } from './mediaType.mjs';
import type { Target } from './target.mjs';

const page = 'docs/SysAttachment.aspx';

/** The page behind `Url` of an attachment: it names company and attachment in its query. */
export function downloadTarget(url: string): Target | undefined {
	const { pathname, searchParams } = new URL(url, 'http://sandbox');
	if (pathname.toLowerCase() !== `/${page.toLowerCase()}`) return undefined;
	const company = parameter(searchParams, '_Division_');
	if (!/^\d{1,10}$/.test(company)) return undefined;
	return { division: Number(company), service: page, endpoint: page };
}

export function isDownload({ target }: Call): boolean {
	return target?.service === page;
}

/** ASP.NET takes names of parameters in any case. */
function parameter(query: URLSearchParams, name: string): string {
	const wanted = name.toLowerCase();
	return [...query].find(([given]) => given.toLowerCase() === wanted)?.[1] ?? '';
}

/** The file as it was sent. `Download=1` makes a browser save it; without it a browser shows it. */
export function download({ incoming, target }: Call, { store }: SandboxState): Answer {
	if (incoming.method !== 'GET') return errorPage(405, '405 - Method Not Allowed');
	const { searchParams } = new URL(incoming.url, 'http://sandbox');
	const id = parameter(searchParams, 'ID').toLowerCase();
	const attachment = store
		.dump(Number(target?.division), 'DocumentAttachments')
		.find((row) => text(row, 'ID') === id);
	if (!attachment) return notFound;
	const name = text(attachment, 'FileName');
	const disposition = parameter(searchParams, 'Download') === '1' ? 'attachment' : 'inline';
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
