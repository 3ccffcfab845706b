import type { IHttpRequestOptions } from 'n8n-workflow';

import { cancelSignal, CREDENTIAL, type Connection } from '../connection';
import { isRead, type Call, type NoReply, type Outcome, type Reply } from './call';
import { readJson } from './json';
import { meCall } from './me';
import { careForToken, isTokenError, tokenRefusal } from './token';

/** Exact is slow at times, but does not answer after its own time-out of 100 seconds. */
const TIMEOUT_MS = 100_000;

/**
 * Sends a call once, with a token that lives, and says what came of it. Never throws, and hands on nothing of
 * the HTTP client's own error: that one carries the request's headers, and with them the token.
 */
export async function send(connection: Connection, call: Call): Promise<Outcome> {
	const care = await careForToken(connection);
	if (typeof care !== 'string') return { noReply: care };
	if (care === 'core' && !isRead(call)) {
		// Core may repeat a read after renewing the token, but must never repeat a write: a read goes first.
		const probe = await send(connection, meCall(connection));
		if ('noReply' in probe) return { noReply: { ...probe.noReply, sent: false } };
	}
	const { context } = connection;
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			requestOptions(call),
			{ oauth2: { skipTokenRefresh: care === 'known' || !isRead(call) } },
		);
		return { reply: readReply(answer, call) };
	} catch (error) {
		return outcomeOf(error, call, cancelSignal(connection)?.aborted === true);
	}
}

function requestOptions(call: Call): IHttpRequestOptions {
	return {
		method: call.method,
		url: call.url,
		headers: headersOf(call),
		body: call.xml ?? call.body,
		encoding: call.answers === 'file' ? 'arraybuffer' : 'text',
		returnFullResponse: true,
		// A redirect would carry the token to wherever it points.
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	};
}

function headersOf({ answers, xml, body }: Call): Record<string, string> {
	if (xml !== undefined) {
		return {
			Accept: 'text/xml, application/xml',
			'Content-Type': 'application/xml; charset=utf-8',
		};
	}
	return {
		Accept: answers === 'file' ? '*/*' : 'application/json',
		...(body === undefined
			? {}
			: { 'Content-Type': 'application/json', Prefer: 'return=representation' }),
	};
}

interface HttpAnswer {
	statusCode?: number;
	status?: number;
	headers?: object;
	body?: unknown;
	data?: unknown;
}

function readReply(answer: unknown, call: Call): Reply {
	const { statusCode, status, headers, body, data } = answer as HttpAnswer;
	const pairs = Object.entries({ ...headers }).map(([name, value]) => [
		name.toLowerCase(),
		String(value),
	]);
	return {
		status: statusCode ?? status ?? 0,
		headers: Object.fromEntries(pairs) as Record<string, string>,
		body: readBody(body ?? data, call),
	};
}

/** Files come as a buffer, XML as text, and everything else as what its JSON says. */
function readBody(body: unknown, { answers, xml }: Call): unknown {
	if (body instanceof ArrayBuffer) return Buffer.from(body);
	const isJson = answers === undefined && xml === undefined;
	return isJson && typeof body === 'string' ? readJson(body) : body;
}

interface HttpError {
	message?: string;
	httpCode?: string;
	code?: string;
	cause?: HttpError & { response?: HttpAnswer };
	response?: HttpAnswer;
}

function outcomeOf(error: unknown, call: Call, cancelled: boolean): Outcome {
	const httpError = error as HttpError;
	const source = httpError.cause ?? httpError;
	const code = source.code ?? httpError.httpCode ?? '';
	if (cancelled || code === 'ERR_CANCELED') return noReply('cancelled', 'stopped');
	if (isTokenError(error)) return { noReply: tokenRefusal(error) };
	// With a status of success, the connection broke in the middle of the body.
	const response = source.response;
	if (response !== undefined && (response.status ?? 0) >= 300)
		return { reply: refusalOf(readReply(response, call)) };
	const detail = `${code} ${source.message ?? ''}`.trim();
	if (response !== undefined) return noReply('incomplete', detail);
	return noReply(code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'network', detail);
}

/** A refusal is a text or JSON, also where a file or XML was asked for. */
function refusalOf(reply: Reply): Reply {
	if (!Buffer.isBuffer(reply.body) && typeof reply.body !== 'string') return reply;
	const text = reply.body.toString('utf8');
	const isJson = /json/i.test(reply.headers['content-type'] ?? '');
	return { ...reply, body: isJson ? readJson(text) : text };
}

/** With these, no connection came about: nothing can have been carried out. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];

function noReply(kind: NoReply['kind'], detail: string): Outcome {
	return { noReply: { kind, detail, sent: !NOT_SENT.some((code) => detail.startsWith(code)) } };
}
