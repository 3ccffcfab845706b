import type { IDataObject } from 'n8n-workflow';

import type { Trouble } from '../errors/trouble';

/** One request to Exact Online, complete but for the token. */
export interface Call {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Absolute and encoded. */
	url: string;
	/** Path below the division as Exact documents it (`crm/Accounts`): for limits and messages. */
	endpoint: string;
	/** Absent for `current/Me`, the only path without a company. */
	division?: number;
	body?: IDataObject;
	/** Set for a file: its content comes as it is, in a buffer. Everything else is JSON, or XML for XML. */
	answers?: 'file';
	/** A document for Exact's XML API instead of a body; that one wants its calls a second apart. */
	xml?: string;
	/** What a refusal means here, where it means something else than on other endpoints. */
	explain?(reply: Reply, place: { endpoint?: string; division?: number }): Trouble | undefined;
}

/** A complete answer, whatever its status. Header names are lower case. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/** Why there is no complete answer. A write may have been carried out all the same, unless `sent` is false. */
export interface NoReply {
	kind: 'network' | 'timeout' | 'incomplete' | 'cancelled' | 'token';
	/** Technical wording of the HTTP client or of the token endpoint; never contains a token. */
	detail: string;
	sent: boolean;
	/** What the token endpoint answered, for `kind: 'token'`. */
	tokenError?: TokenError;
}

/** The token endpoint's refusal, as far as n8n hands it on. */
export interface TokenError {
	error: string;
	description: string;
	status?: number;
}

export type Outcome = { reply: Reply } | { noReply: NoReply };

/** Reads can be repeated as often as needed; a write never, since Exact knows no idempotency key. */
export function isRead(call: Call): boolean {
	return call.method === 'GET';
}

/**
 * Whether a file was asked for and a page for people came: Exact answers so, with the status of success, to who is not
 * logged in or lacks the right. Files come with their name, whatever somebody may have attached.
 */
export function isWebPage({ answers }: Call, { body, headers }: Reply): boolean {
	if (answers !== 'file') return false;
	const isHtml = /^\s*text\/html/i.test(headers['content-type'] ?? '');
	return !Buffer.isBuffer(body) || (isHtml && headers['content-disposition'] === undefined);
}
