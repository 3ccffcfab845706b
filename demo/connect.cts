import axios from 'axios';
import { authorizationUrl, type Credential } from './n8n-credentials.cjs';
import type { N8nSession } from './n8n-session.cjs';

/**
 * Connects the credential without a browser: asks n8n where to go, allows the access on the
 * sandbox's consent page as a person would, and brings the answer back to n8n.
 */
export async function connectOverHttp(session: N8nSession, credential: Credential): Promise<void> {
	const consentUrl = await authorizationUrl(session, credential);
	const callback = await allow(consentUrl);
	// With n8n's own cookies: it accepts the answer only from whoever asked for it.
	const { data: page } = await session.http.get<string>(callback);
	// What the page of n8n tells the editor that has opened it; its status is 200 either way.
	if (!page.includes("postMessage('success')")) {
		throw new Error(`n8n did not accept the answer of the consent page: ${textOf(page)}`);
	}
}

/** Sends the consent form as it stands, with its first button, and returns where that leads. */
async function allow(consentUrl: string): Promise<string> {
	const page = await axios.get<string>(consentUrl, { proxy: false });
	const form = element(page.data, 'form');
	const action = new URL(attribute(form, 'action'), consentUrl);
	const sent = new URLSearchParams(fieldsOf(page.data));
	const answer = await axios.post(action.href, sent, {
		proxy: false,
		maxRedirects: 0,
		validateStatus: (status) => status >= 300 && status < 400,
	});
	return String(answer.headers.location);
}

/** What a browser would send: hidden fields, ticked boxes, and the button. */
function fieldsOf(page: string): [string, string][] {
	const inputs = [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
	const sent = inputs.filter((tag) => !tag.includes('type="checkbox"') || /\schecked\b/.test(tag));
	return [...sent, element(page, 'button')].map((tag) => [
		attribute(tag, 'name'),
		attribute(tag, 'value'),
	]);
}

function element(page: string, name: string): string {
	const tag = new RegExp(`<${name}\\b[^>]*>`).exec(page)?.[0];
	if (tag === undefined) throw new Error(`The consent page has no <${name}>: ${textOf(page)}`);
	return tag;
}

function attribute(tag: string, name: string): string {
	const written = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
	return written
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/** The words of a page, for an error. */
function textOf(page: string): string {
	const body = page.replace(/<(style|script)\b[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
	return body.replace(/\s+/g, ' ').trim().slice(0, 300);
}
