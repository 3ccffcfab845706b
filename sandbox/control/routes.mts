import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import type { FaultRule } from '../faults/fault.mjs';
import { faultOfPatch, settingsOf, type ProfileName, type Settings } from '../settings.mjs';
import { resetState, type SandboxState, type StartOptions } from '../state.mjs';
import { ledgerRoutes } from './ledger.mjs';
import { openItemRoutes } from './openItems.mjs';
import { recordRoutes } from './records.mjs';
import { bodies } from './schemas.mjs';
import { tokenRoutes } from './tokens.mjs';

type ClockOrder = { now: number } | { advance: number } | { mode: 'real' };

/**
 * What tests, demo and benchmarks steer the sandbox with. No token, no limits, no log: these calls do
 * not exist at Exact.
 */
export function controlRoutes(state: SandboxState): FastifyPluginCallback {
	return (server, _options, done) => {
		acceptEmptyBodies(server);
		server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
			void reply.status(error.statusCode ?? 400).send({ error: error.message });
		});
		resetAndSettings(server, state);
		clockRoutes(server, state);
		faultAndLogRoutes(server, state);
		tokenRoutes(server, state);
		recordRoutes(server, state);
		ledgerRoutes(server, state);
		openItemRoutes(server, state);
		server.get('/control/limits', () => ({
			usage: state.limits.report(state.clock.now()),
			errors: state.errorLimit.report(state.clock.now()),
			tokenCalls: state.tokens.report(state.clock.now()),
		}));
		done();
	};
}

/** `curl -X POST …/reset` should work without a body. */
function acceptEmptyBodies(server: FastifyInstance): void {
	server.removeContentTypeParser('application/json');
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		try {
			done(null, body === '' ? {} : JSON.parse(String(body)));
		} catch {
			done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }));
		}
	});
	server.addHook('preValidation', (request, _reply, done) => {
		if (request.method === 'POST') request.body ??= {};
		done();
	});
}

function resetAndSettings(server: FastifyInstance, state: SandboxState): void {
	server.post<{ Body: Partial<StartOptions> }>(
		'/control/reset',
		{ schema: { body: bodies.reset } },
		({ body }) => {
			refuseWrongSwitches(body.settings ?? {});
			resetState(state, body);
			return { profile: state.profile, settings: state.settings };
		},
	);
	server.get('/control/settings', () => state.settings);
	server.patch<{ Body: Partial<Settings> & { profile?: ProfileName } }>(
		'/control/settings',
		{ schema: { body: bodies.settings } },
		({ body: { profile, ...patch } }) => {
			refuseWrongSwitches(patch);
			state.profile = profile ?? state.profile;
			const base = profile ? settingsOf(profile) : state.settings;
			state.settings = { ...base, ...patch };
			return state.settings;
		},
	);
}

function refuseWrongSwitches(patch: object): void {
	const reason = faultOfPatch(patch);
	if (reason) throw Object.assign(new Error(reason), { statusCode: 400 });
}

function clockRoutes(server: FastifyInstance, { clock }: SandboxState): void {
	const reading = () => ({ now: clock.now(), mode: clock.mode() });
	server.get('/control/clock', reading);
	server.post<{ Body: ClockOrder }>(
		'/control/clock',
		{ schema: { body: bodies.clock } },
		({ body }) => {
			if ('now' in body) clock.set(body.now);
			else if ('advance' in body) clock.advance(body.advance);
			else clock.useReal();
			return reading();
		},
	);
}

function faultAndLogRoutes(server: FastifyInstance, state: SandboxState): void {
	server.post<{ Body: FaultRule[] }>(
		'/control/faults',
		{ schema: { body: bodies.faults } },
		({ body }) => {
			state.faults.add(body);
			return { added: body.length };
		},
	);
	server.delete('/control/faults', () => {
		state.faults.clear();
		return {};
	});
	server.get<{ Querystring: { since?: string } }>('/control/log', ({ query }) => ({
		entries: state.log.since(Number(query.since ?? 0)),
	}));
	server.delete('/control/log', () => {
		state.log.clear();
		return {};
	});
}
