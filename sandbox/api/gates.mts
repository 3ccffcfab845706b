import type { SandboxState } from '../state.mjs';
import { errorPage, odataError, type Answer } from './answer.mjs';
import { verbOf, type Call } from './call.mjs';
import { scopeOf } from './scopes.mjs';
import { xmlGone, xmlRefusal, xmlTooSoon } from './xmlUpload.mjs';

/** Refuses a call, or lets it pass. */
type Gate = (call: Call, state: SandboxState) => Answer | undefined;

/** Exact says so in the reason phrase and sends no body. */
const authenticationRequired: Answer = { status: 401, phrase: 'Authentication Required' };

const pathKnown: Gate = ({ target }) =>
	target ? undefined : errorPage(404, '404 - File or directory not found.');

const bearerKnown: Gate = ({ token }) => (token ? undefined : authenticationRequired);

/** More than ten answers of 400, 401, 403 or 404 close the endpoint for this user and company. */
const endpointOpen: Gate = ({ token, target, now }, { errorLimit }) => {
	if (!token || !target) return undefined;
	const { division, endpoint } = target;
	const blocked = errorLimit.blocked(
		{ app: token.app, user: token.user.id, division, endpoint },
		now,
	);
	if (!blocked) return undefined;
	return { status: 429, body: 'API rate limit exceeded', contentType: 'text/plain; charset=utf-8' };
};

/** The fault makes the life of all tokens end here, as the clock would: they can be renewed at once. */
const bearerAlive: Gate = ({ token, fault, now }, { tokens }) => {
	if (fault?.kind === 'expired') tokens.expireAll(now);
	const alive = token !== undefined && now < token.expiresAt;
	return alive ? undefined : authenticationRequired;
};

/** The company in the URL of system/Divisions is not validated; everywhere else it must be granted. */
const companyGranted: Gate = ({ token, target }) => {
	if (!token || !target) return undefined;
	const { division, endpoint } = target;
	if (division === 'current' || endpoint.toLowerCase() === 'system/divisions') return undefined;
	if (token.divisions.includes(division)) return undefined;
	return odataError(403, 'Division not accessible', { Reason: 'NoDivisionAccess' });
};

const scopeGranted: Gate = ({ incoming, target }, { settings }) => {
	const scope = scopeOf(target?.endpoint ?? '');
	const level = settings.rights[scope ?? ''] ?? 'manage';
	const verb = incoming.method === 'GET' ? 'read' : 'manage';
	if (level === 'manage' || level === verb) return undefined;
	return odataError(
		403,
		`Forbidden - Application Scope Violated. Cannot ${verb} '${scope}' scope.`,
	);
};

/** A call that the minute or the day refuses is not counted, and its answer is empty. */
const limitsLeft: Gate = ({ token, target, now, counted }, { limits, settings }) => {
	if (!token || !target || target.division === 'current') return undefined;
	const refusedBy = limits.exceeded(token.app, target.division, now, settings);
	if (refusedBy) return { status: 429, refusedBy };
	limits.count(token.app, target.division, now);
	Object.assign(counted, { minute: true, day: true });
	return undefined;
};

const methodKnown: Gate = ({ incoming }) =>
	verbOf(incoming.method) ? undefined : odataError(405, 'Method Not Allowed');

/** In the order in which Exact looks: who, closed, still logged in, where, may, how often, what. */
const gates: readonly Gate[] = [
	pathKnown,
	xmlGone,
	bearerKnown,
	endpointOpen,
	bearerAlive,
	companyGranted,
	scopeGranted,
	xmlRefusal,
	xmlTooSoon,
	limitsLeft,
	methodKnown,
];

/** The first refusal, or undefined when the call may be carried out. */
export function refusalOf(call: Call, state: SandboxState): Answer | undefined {
	for (const gate of gates) {
		const refusal = gate(call, state);
		if (refusal) return refusal;
	}
	return undefined;
}
