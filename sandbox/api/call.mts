import type { Fault } from '../faults/fault.mjs';
import type { Counted } from '../log.mjs';
import type { AccessToken } from '../oauth/tokens.mjs';
import type { ApiRequest } from '../seam.mjs';
import type { SandboxState } from '../state.mjs';
import { isPage, pageTarget } from './pages.mjs';
import { targetOf, type Target } from './target.mjs';
import { asPlainObject } from '../xml/tree.mjs';

/** A request as it arrived. */
export interface Incoming {
	method: string;
	/** Path and query, still encoded. */
	url: string;
	/** Scheme and host that the client used. */
	base: string;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: string;
}

/** A request on its way through the gates. */
export interface Call {
	incoming: Incoming;
	/** Undefined for a path outside the grammar of the API. */
	target: Target | undefined;
	/** Known as soon as the bearer is one that the sandbox has issued, even if expired. */
	token: AccessToken | undefined;
	fault: Fault | undefined;
	/** The parsed body; what cannot be parsed stays text. */
	payload: unknown;
	now: number;
	/** Filled on the way. */
	counted: Counted;
}

export function callOf(
	incoming: Incoming,
	fault: Fault | undefined,
	{ tokens, clock }: SandboxState,
): Call {
	const [, bearer = ''] = /^bearer +(.+)$/i.exec(incoming.headers.authorization ?? '') ?? [];
	const target = targetOf(incoming.url.split('?', 1)[0] ?? '') ?? pageTarget(incoming.url);
	const isXml = isPage({ target }, 'docs/XMLUpload.aspx');
	return {
		incoming,
		target,
		token: tokens.find(bearer),
		fault,
		payload: isXml ? (asPlainObject(incoming.body) ?? incoming.body) : parsed(incoming.body),
		now: clock.now(),
		counted: { minute: false, day: false, error: false },
	};
}

function parsed(body: string): unknown {
	if (body === '') return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

const verbs = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export function verbOf(method: string): ApiRequest['method'] | undefined {
	return verbs.find((verb) => verb === method);
}

/** The call as the store takes it; only for calls that have passed the gates. */
export function requestOf({ incoming, target, token, payload, now }: Call): ApiRequest {
	const method = verbOf(incoming.method);
	if (!target || !token || !method) throw new Error('This call has not passed the gates');
	const [, search = ''] = incoming.url.split(/\?(.*)/s);
	return {
		method,
		service: target.service,
		division: target.division,
		query: new URLSearchParams(search),
		rawUrl: incoming.url,
		base: incoming.base,
		headers: incoming.headers,
		body: payload,
		user: token.user,
		now,
	};
}
