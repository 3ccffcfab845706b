import type { FastifyInstance } from 'fastify';
import type { Chosen } from '../ledger/matching.mjs';
import type { SandboxState } from '../state.mjs';
import { bodies } from './schemas.mjs';

interface Division {
	Params: { division: string };
}

/** What people do on Exact's screens and no REST call does: matching, and approving a purchase. */
export function openItemRoutes(server: FastifyInstance, state: SandboxState): void {
	server.post<Division & { Body: Chosen }>(
		'/control/match/:division',
		{ schema: { body: bodies.match } },
		({ params, body }) => state.store.match(Number(params.division), body, state.clock.now()),
	);
	server.post<Division & { Body: { entry: string; status: number | null } }>(
		'/control/approval/:division',
		{ schema: { body: bodies.approval } },
		({ params, body }) => {
			state.store.approve(Number(params.division), body.entry, body.status);
			return {};
		},
	);
}
