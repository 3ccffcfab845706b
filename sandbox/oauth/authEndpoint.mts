import type { Answer } from '../api/answer.mjs';
import { companiesOf } from '../companies.mjs';
import { demoUser } from '../seam.mjs';
import type { SandboxState } from '../state.mjs';
import { acceptsRedirect, app } from './app.mjs';
import { consentPage, refusalPage, type AuthRequest } from './consentPage.mjs';

/** Answers `GET /api/oauth2/auth`: the consent page, or why there is none. */
export function showConsent(parameters: URLSearchParams, state: SandboxState): Answer {
	const request = authRequestOf(parameters);
	const refusal = refusalOf(request);
	if (refusal) return refusal;
	if (parameters.get('response_type') !== 'code') {
		return htmlAnswer(400, refusalPage('The only response_type that is supported is "code".'));
	}
	return htmlAnswer(200, consentPage(request, demoUser, companiesOf(state.store)));
}

/** Answers the form of the consent page: sends the browser back with a code, or with a denial. */
export function decide(form: URLSearchParams, state: SandboxState): Answer {
	const request = authRequestOf(form);
	const refusal = refusalOf(request);
	if (refusal) return refusal;
	if (form.get('decision') !== 'allow') return sendBack(request, { error: 'access_denied' });
	const offered = state.store.divisionsOf(demoUser);
	const divisions = form.getAll('division').map(Number);
	const grant = {
		app: app.clientId,
		user: demoUser,
		divisions: offered.filter((division) => divisions.includes(division)),
	};
	const code = state.tokens.issueCode(grant, request.redirectUri, state.clock.now());
	return sendBack(request, { code });
}

function authRequestOf(parameters: URLSearchParams): AuthRequest {
	return {
		clientId: parameters.get('client_id') ?? '',
		redirectUri: parameters.get('redirect_uri') ?? '',
		state: parameters.get('state') ?? '',
	};
}

/** Exact answers 401 at once to an unknown app and to a redirect address that it does not take. */
function refusalOf({ clientId, redirectUri }: AuthRequest): Answer | undefined {
	if (clientId !== app.clientId) {
		return htmlAnswer(401, refusalPage('No app with this client id is registered.'));
	}
	if (acceptsRedirect(redirectUri)) return undefined;
	const reason = `The redirect address "${redirectUri}" is not accepted: it must use https, or http on this machine.`;
	return htmlAnswer(401, refusalPage(reason));
}

/** Codes hold characters like `!`, `+` and `/`: they travel encoded, to be decoded exactly once. */
function sendBack({ redirectUri, state }: AuthRequest, parameters: Record<string, string>): Answer {
	const target = new URL(redirectUri);
	for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
	if (state) target.searchParams.set('state', state);
	return { status: 302, headers: { Location: target.href } };
}

function htmlAnswer(status: number, body: string): Answer {
	return { status, body, contentType: 'text/html; charset=utf-8' };
}
