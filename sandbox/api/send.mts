import type { ServerResponse } from 'node:http';
import type { SandboxState } from '../state.mjs';
import type { Answer, Outcome } from './answer.mjs';

/** Puts an outcome on the wire, by hand: some outcomes are no proper HTTP at all. */
export function send(outcome: Outcome, response: ServerResponse, state: SandboxState): void {
	const { socket } = response;
	if (outcome.kind === 'silence') {
		if (socket) state.hanging.add(socket);
		socket?.once('close', () => state.hanging.delete(socket));
	} else if (outcome.kind === 'reset') {
		socket?.resetAndDestroy();
	} else {
		write(outcome.answer, outcome.truncate, response, state);
	}
}

/** A page that is not part of the API. */
export function sendPage(answer: Answer, response: ServerResponse, state: SandboxState): void {
	write(answer, false, response, state);
}

function write(
	answer: Answer,
	truncate: boolean,
	response: ServerResponse,
	state: SandboxState,
): void {
	const body = bytesOf(answer.body);
	response.sendDate = false;
	response.writeHead(answer.status, answer.phrase, {
		...(body.length > 0 ? { 'Content-Type': contentTypeOf(answer) } : {}),
		...(answer.status === 204 ? {} : { 'Content-Length': String(body.length) }),
		...dateHeader(state),
		...answer.headers,
	});
	if (truncate) {
		response.write(body.subarray(0, body.length >> 1), () => response.socket?.end());
	} else {
		response.end(body);
	}
}

function bytesOf(body: unknown): Buffer {
	if (body === undefined) return Buffer.alloc(0);
	if (Buffer.isBuffer(body)) return body;
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function contentTypeOf({ contentType, body }: Answer): string {
	if (contentType) return contentType;
	return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json;charset=utf-8';
}

/** The server's time is the only one that a client should reckon limits with. */
function dateHeader({ clock, settings }: SandboxState): Record<string, string> {
	return settings.dateHeader ? { Date: new Date(clock.now()).toUTCString() } : {};
}
