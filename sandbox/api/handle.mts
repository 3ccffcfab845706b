import { setTimeout as sleep } from 'node:timers/promises';
import { outcomeAfterwards } from '../faults/afterwards.mjs';
import { outcomeInstead } from '../faults/instead.mjs';
import type { LogEntry } from '../log.mjs';
import type { SandboxState } from '../state.mjs';
import type { Answer, Outcome } from './answer.mjs';
import { callOf, requestOf, type Call, type Incoming } from './call.mjs';
import { download, isDownload, loginPage } from './download.mjs';
import { refusalOf } from './gates.mjs';
import { withUsualHeaders } from './headers.mjs';
import { tooLarge } from './upload.mjs';
import { isXmlUpload, xmlUpload } from './xmlUpload.mjs';

/** Handles one request to the API: faults, gates, store, limits, log. */
export async function handle(incoming: Incoming, state: SandboxState): Promise<Outcome> {
	const fault = state.faults.take(incoming.method, incoming.url);
	if (fault?.kind === 'delay') await sleep(fault.ms);
	state.clock.settle();
	const call = callOf(incoming, fault, state);
	const instead = outcomeInstead(fault);
	if (instead) {
		log(call, instead.kind === 'answer' ? instead.answer : { status: 0 }, state);
		return instead;
	}
	const refusal = refused(call, state);
	if (!refusal && fault?.kind === 'timeout' && fault.commitAfterMs !== undefined) {
		return postponed(call, fault.commitAfterMs, state);
	}
	return answered(call, refusal ?? carriedOut(call, state), state);
}

/** A page asks for a login where the API says that one is required. */
function refused(call: Call, state: SandboxState): Answer | undefined {
	const refusal = refusalOf(call, state) ?? tooLarge(call, state.settings);
	return refusal?.status === 401 && isDownload(call) ? loginPage : refusal;
}

function carriedOut(call: Call, state: SandboxState): Answer {
	if (isDownload(call)) return download(call, state);
	if (isXmlUpload(call)) return xmlUpload(call, state);
	return state.store.answer(requestOf(call), state.settings);
}

function answered(call: Call, answer: Answer, state: SandboxState): Outcome {
	countError(call, answer, state);
	log(call, answer, state);
	const { base, url } = call.incoming;
	return outcomeAfterwards(withUsualHeaders(answer, call, state), call.fault, base + url);
}

/** The client will have given up long before; what it asked for happens all the same. */
function postponed(call: Call, milliseconds: number, state: SandboxState): Outcome {
	const entry = log(call, { status: 0 }, state);
	state.clock.at(call.now + milliseconds, () => {
		const { status, rows, said, endpoint } = carriedOut({ ...call, now: state.clock.now() }, state);
		Object.assign(entry, { status, rows, said }, endpoint === undefined ? {} : { endpoint });
	});
	return { kind: 'silence' };
}

/** Business validation is a 500 and does not count. */
const errorStatuses = [400, 401, 403, 404];

function countError(call: Call, { status }: Answer, { errorLimit, settings }: SandboxState): void {
	const { token, target, counted, now } = call;
	if (!token || !target || !errorStatuses.includes(status)) return;
	const { division, endpoint } = target;
	errorLimit.count({ app: token.app, user: token.user.id, division, endpoint }, now, settings);
	counted.error = true;
}

function log(call: Call, { status, rows, said, endpoint }: Answer, state: SandboxState): LogEntry {
	const { incoming, target, now, counted, payload, fault } = call;
	const division = target?.division;
	return state.log.add({
		at: now,
		method: incoming.method,
		url: incoming.url,
		division: typeof division === 'number' ? division : null,
		endpoint: endpoint ?? target?.endpoint ?? '',
		status,
		counted,
		...(rows === undefined ? {} : { rows }),
		...(said === undefined ? {} : { said }),
		...(payload === undefined ? {} : { body: payload }),
		...(fault === undefined ? {} : { fault: fault.kind }),
	});
}
