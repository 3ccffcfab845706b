import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Outcome } from '../api/answer.mjs';
import { outcomeAfterwards } from '../faults/afterwards.mjs';
import type { Fault } from '../faults/fault.mjs';
import { outcomeInstead } from '../faults/instead.mjs';
import type { SandboxState } from '../state.mjs';
import { app } from './app.mjs';
import { isRefusal, unknownClient, unknownGrant, type Refusal } from './refusals.mjs';
import type { TokenSet } from './tokens.mjs';

/** One call of the token endpoint; the log keeps grant type and outcome, never a token. */
export async function callTokenEndpoint(
	form: URLSearchParams,
	method: string,
	url: string,
	state: SandboxState,
): Promise<Outcome> {
	const fault = state.faults.takeNamed(method, url);
	if (fault?.kind === 'delay') await sleep(fault.ms);
	state.clock.settle();
	const instead = outcomeInstead(fault);
	if (instead) {
		log(form, instead.kind === 'answer' ? instead.answer.status : 0, 'fault', fault, state);
		return instead;
	}
	const result = tokensFor(form, state);
	const answer = answerOf(result);
	log(form, answer.status, isRefusal(result) ? result.outcome : 'issued', fault, state);
	return outcomeAfterwards(answer, fault, url);
}

function tokensFor(form: URLSearchParams, state: SandboxState): TokenSet | Refusal {
	const field = (name: string): string => form.get(name) ?? '';
	const { tokens, settings, clock } = state;
	if (field('client_id') !== app.clientId || field('client_secret') !== app.clientSecret) {
		return unknownClient;
	}
	switch (field('grant_type')) {
		case 'authorization_code':
			return tokens.exchange(field('code'), field('redirect_uri'), clock.now(), settings);
		case 'refresh_token':
			return tokens.refresh(field('refresh_token'), clock.now(), settings);
		default:
			return unknownGrant;
	}
}

function answerOf(result: TokenSet | Refusal): Answer {
	const headers = { 'Cache-Control': 'no-cache, no-store', Pragma: 'no-cache' };
	if (!isRefusal(result)) return { status: 200, headers, body: result };
	return { status: result.status, headers: { ...headers, ...result.headers }, body: result.body };
}

function log(
	form: URLSearchParams,
	status: number,
	outcome: string,
	fault: Fault | undefined,
	state: SandboxState,
): void {
	state.log.add({
		at: state.clock.now(),
		method: 'POST',
		url: '/api/oauth2/token',
		division: null,
		endpoint: 'oauth2/token',
		status,
		counted: { minute: false, day: false, error: false },
		body: { grant_type: form.get('grant_type'), outcome },
		...(fault ? { fault: fault.kind } : {}),
	});
}
