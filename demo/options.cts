import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Outside the repository, so that the node finds n8n's own packages and none of the repository's. */
const defaultFolder = join(tmpdir(), 'n8n-nodes-exactonline-demo');

const usage = `Usage: npm run demo -- [options]

  --once            run one example and exit, for tests
  --fresh           forget the n8n of earlier runs (accounts, credentials, workflows)
  --port <n>        port of n8n, 0 for any free one (5678)
  --folder <path>   where that n8n keeps its things (${defaultFolder})
  --help            print this text
`;

export interface Options {
	readonly once: boolean;
	readonly fresh: boolean;
	readonly port: number;
	readonly folder: string;
}

/** What the person asked for; undefined when that was only the help text. */
export function commandLine(): Options | undefined {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			fresh: { type: 'boolean', default: false },
			port: { type: 'string', default: '5678' },
			folder: { type: 'string', default: defaultFolder },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(usage);
		return undefined;
	}
	const { once, fresh } = values;
	return { once, fresh, port: portNumber(values.port), folder: resolve(values.folder) };
}

function portNumber(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`--port takes a whole number up to 65535, not "${text}".`);
}
