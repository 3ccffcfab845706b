import type { FastifyInstance } from 'fastify';
import type { SandboxState } from '../state.mjs';
import { bodies } from './schemas.mjs';

interface Place {
	division: string;
	entity: string;
}

const path = '/control/records/:division/:entity';

/** What is stored, and a way to store more without the rules of the API. */
export function recordRoutes(server: FastifyInstance, state: SandboxState): void {
	server.get<{ Params: Place }>(path, ({ params }) =>
		state.store.dump(Number(params.division), params.entity),
	);
	server.post<{ Params: Place; Body: { rows: object[] } | { count: number } }>(
		path,
		{ schema: { body: bodies.records } },
		({ params, body }) => {
			const division = Number(params.division);
			if ('rows' in body) state.store.insert(division, params.entity, body.rows);
			else state.store.generate(division, params.entity, body.count);
			return {};
		},
	);
}
