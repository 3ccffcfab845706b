import type { FastifyPluginCallback } from 'fastify';
import { html, page } from '../html.mjs';
import type { SandboxState } from '../state.mjs';
import { companies } from './companies.mjs';
import { gauges } from './gauges.mjs';
import { requests } from './requests.mjs';

const refreshSeconds = 3;

/** The page on which a person sees what the sandbox holds and what was asked of it. */
export function inspectorRoutes(state: SandboxState): FastifyPluginCallback {
	return (server, _options, done) => {
		server.get('/', (_request, reply) => {
			void reply.type('text/html; charset=utf-8').send(inspectorPage(state));
		});
		done();
	};
}

function inspectorPage(state: SandboxState): string {
	const { clock, profile } = state;
	const time = new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ');
	return page(
		'Exact Online sandbox',
		html`<h1>Exact Online sandbox</h1>
			<p>
				${time} UTC${clock.mode() === 'manual' ? ' (clock stopped)' : ''} · profile ${profile} ·
				everything here is made up and kept in memory
			</p>
			${gauges(state)}${requests(state)}${companies(state)}`,
		refreshSeconds,
	);
}
