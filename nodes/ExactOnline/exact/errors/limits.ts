import { MISTAKES_ALLOWED } from '../http/mistakes';
import type { Call } from '../http/call';
import { LONGEST_URL } from '../odata/url';
import { whereabouts, type Trouble } from './trouble';

/** Epoch ms as people read it, without seconds that nobody needs: `2026-11-22 00:00 UTC`. */
function clockTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function minuteIsFull(call: Call, resetsAt: number): Trouble {
	return {
		code: 'RATE_LIMIT',
		message: "Exact Online's limit of calls per minute is reached",
		description: `It works again at ${new Date(resetsAt).toISOString().slice(11, 19)} UTC. Other workflows or apps that use the same Exact app registration share this limit.`,
		failure: { cause: 'rate-limited', resetsAtEpochMs: resetsAt },
		...placeOf(call),
	};
}

export function dayIsOver(call: Call, resetsAt: number): Trouble {
	return {
		code: 'DAY_LIMIT',
		message: `Exact Online's limit of calls per day is reached for division ${call.division}`,
		description: `It works again at ${clockTime(resetsAt)}. The limit counts all calls of this Exact app registration in this division; other divisions still work.`,
		failure: { cause: 'quota-exhausted', resetsAtEpochMs: resetsAt },
		...placeOf(call),
	};
}

export function tooManyMistakes(call: Call, resetsAt: number): Trouble {
	return {
		code: 'ERROR_LIMIT',
		message: `Stopped after ${MISTAKES_ALLOWED} refused calls within an hour${whereabouts(call)}`,
		description: `Exact Online blocks an app for an hour or more after ten, so nothing more is sent there until ${clockTime(resetsAt)}. Mend what the earlier messages say, then go on.`,
		failure: { cause: 'rate-limited', resetsAtEpochMs: resetsAt },
		...placeOf(call),
	};
}

/** Exact answers an address that is too long with a page that says nothing, and counts it as a mistake. */
export function addressTooLong(call: Call): Trouble {
	return {
		code: 'PARAM_RANGE',
		message: `The request is too long for Exact Online${whereabouts(call)}`,
		description: `Exact Online takes addresses of up to ${LONGEST_URL} characters; this one has ${call.url.length}. Shorten the search or the filter, or return fewer fields.`,
		...placeOf(call),
	};
}

function placeOf({ endpoint, division }: Call): Pick<Trouble, 'endpoint' | 'division'> {
	return { endpoint, division };
}
