import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { app } from './oauth/app.mjs';
import { createServer } from './server.mjs';
import type { ProfileName } from './settings.mjs';
import { createState } from './state.mjs';

const usage = `Usage: npm run sandbox -- [options]

  --port <n>                  port to listen on, 0 for any free one (8500)
  --profile strict|lenient    how strict Exact's rules are applied (lenient)
  --token-life <seconds>      life of an access token (600)
  --json                      print one line of JSON when ready; end when stdin closes
  --help                      print this text
`;

interface CommandLine {
	port: number;
	profile: ProfileName;
	tokenLife: number;
	json: boolean;
	help: boolean;
}

function commandLine(): CommandLine {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8500' },
			profile: { type: 'string', default: 'lenient' },
			'token-life': { type: 'string', default: '600' },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { profile, json, help } = values;
	if (profile !== 'strict' && profile !== 'lenient') throw new Error(`No such profile: ${profile}`);
	const port = numberOf('--port', values.port, 65_535);
	const tokenLife = numberOf('--token-life', values['token-life'], 86_400);
	return { port, profile, tokenLife, json, help };
}

function numberOf(option: string, text: string, largest: number): number {
	const number = Number(text);
	if (Number.isInteger(number) && number >= 0 && number <= largest) return number;
	throw new Error(`${option} takes a whole number up to ${largest}, not "${text}"`);
}

async function main(): Promise<void> {
	const { port, profile, tokenLife, json, help } = commandLine();
	if (help) return void process.stdout.write(usage);
	const server = await createServer(createState({ profile, settings: { tokenLife } }));
	await server.listen({ host: '127.0.0.1', port });
	const { port: actualPort } = server.server.address() as AddressInfo;
	const url = `http://127.0.0.1:${actualPort}`;
	const { clientId, clientSecret } = app;
	const stop = (): void => void server.close().then(() => process.exit(0));
	process.once('SIGTERM', stop).once('SIGINT', stop);
	if (json) {
		process.stdin.once('end', stop).resume();
		process.stdout.write(`${JSON.stringify({ url, clientId, clientSecret })}\n`);
	} else {
		process.stdout.write(welcome(url, profile));
	}
}

function welcome(url: string, profile: ProfileName): string {
	return `Exact Online sandbox (${profile}) on ${url}

In n8n, create a credential of type "Exact Online OAuth2 API":
  Region         Custom URL
  Custom URL     ${url}
  Client ID      ${app.clientId}
  Client Secret  ${app.clientSecret}
and click Connect. What the sandbox holds and sees: ${url}/
Everything is kept in memory. Ctrl+C ends it.
`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
	process.exitCode = 1;
});
