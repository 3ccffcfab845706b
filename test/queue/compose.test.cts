import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { moduleFile, n8nFolder } from '../../demo/runtime.cjs';
import { readCompose, workerCommand, workerSettings } from './compose.cjs';

const root = resolve(__dirname, '../..');
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const page = read(root, 'docs/queue-mode.md');

test('the compose file has a main process, two workers, a database and a queue', () => {
	const { main, worker, postgres, redis } = readCompose().services;
	expect([worker.deploy?.replicas, workerCommand()]).toEqual([2, ['worker', '--concurrency=5']]);
	expect(main.command).toBeUndefined();
	expect([postgres.image, redis.image]).toEqual(['postgres:17', 'redis:7']);
});

test('all processes of n8n have the same settings, but for the addresses of the main one', () => {
	const { environment } = readCompose().services.main;
	const own = { WEBHOOK_URL: '${N8N_URL:?}', N8N_EDITOR_BASE_URL: '${N8N_URL:?}' };
	const all = Object.entries(environment ?? {}).map(([name, value]) => [name, String(value)]);
	expect(Object.fromEntries(all)).toEqual({ ...workerSettings(), ...own });
});

test('all of them run the versions that are tested', () => {
	const { main, worker } = readCompose().services;
	expect([worker.build, worker.image]).toEqual([main.build, main.image]);
	const { version } = JSON.parse(read(root, 'package.json')) as { version: string };
	const manifest = JSON.parse(read(n8nFolder, 'package.json')) as {
		dependencies: { n8n: string };
	};
	const image = main.build?.dockerfile_inline;
	expect(image).toContain(`n8nio/n8n:${manifest.dependencies.n8n}\n`);
	expect(image).toContain(`n8n-nodes-exactonline@${version}\n`);
});

/** n8n ignores a variable that it does not know, so a slip of the pen would go unnoticed. */
test('n8n knows every variable', () => {
	const settings = sources(moduleFile('@n8n/config/dist'));
	const others = ['n8n/dist/workflow-runner.js', 'n8n-core/dist/binary-data/binary-data.config.js'];
	const known = [...settings, ...others.map((file) => moduleFile(file))].map((file) => read(file));
	known.push(
		...sources(moduleFile('n8n/dist/modules/community-packages')).map((file) => read(file)),
	);
	const names = Object.keys(readCompose().services.main.environment ?? {});
	const unknown = names.filter((name) => !known.some((text) => text.includes(name)));
	expect(names.length).toBeGreaterThan(15);
	expect(unknown).toEqual([]);
});

function sources(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names.filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
}

test('the page says what each variable is for, and what has to be filled in', () => {
	const { main, worker, postgres } = readCompose().services;
	const environments = [main, worker].map(({ environment }) => environment ?? {});
	const names = new Set(environments.flatMap((environment) => Object.keys(environment)));
	const perGroup = (name: string) => name.replace(/^(DB_POSTGRESDB|QUEUE_BULL_REDIS)_.*/, '$1_');
	expect([...names].filter((name) => !page.includes(`\`${perGroup(name)}`))).toEqual([]);
	const everywhere = JSON.stringify([...environments, postgres.environment]);
	const filledIn = [...everywhere.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
	expect([...new Set(filledIn)].sort()).toEqual([
		'N8N_ENCRYPTION_KEY',
		'N8N_URL',
		'POSTGRES_PASSWORD',
	]);
	for (const name of filledIn) expect(page).toContain(`${name}=`);
});

test('the page names the versions that were run, and the file', () => {
	const oldest = JSON.parse(read(n8nFolder, 'oldest/package.json')) as {
		dependencies: { n8n: string };
	};
	expect(page).toContain(`n8n ${oldest.dependencies.n8n}`);
	expect(page).toContain('(queue-mode/compose.yaml)');
	expect(existsSync(join(root, 'docs/queue-mode/compose.yaml'))).toBe(true);
});
