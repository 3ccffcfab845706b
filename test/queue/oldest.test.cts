import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installCommunityPackage } from '../../demo/community-package.cjs';
import { installOldestN8n } from '../../demo/install.cjs';
import type { Credential } from '../../demo/n8n-credentials.cjs';
import { nodeTypes } from '../../demo/n8n-workflows.cjs';
import { startN8n } from '../../demo/n8n.cjs';
import { oldestFolder } from '../../demo/runtime.cjs';
import { tarball, userFolders } from '../e2e/artefacts.cjs';
import type { Installation } from '../e2e/installation.cjs';
import { load, run } from '../e2e/workflows.cjs';
import { NL } from '../harness/inputs.cjs';
import { startSandbox } from '../harness/sandbox.cjs';
import { databaseSettings } from './cluster.cjs';
import { tokenCalls } from './killedWorker.cjs';
import { connectedOwner } from './productionQueue.cjs';
import { startPostgres } from './storage.cjs';
import { emptyFolder, together } from './together.cjs';

// The first time, it downloads an n8n.
jest.setTimeout(900_000);

/** Seconds. */
const tokenLife = 20;

let n8n: Installation & { readonly credential: Credential };

beforeAll(async () => {
	await installOldestN8n();
	n8n = await together(async (own) => {
		const { path } = await own(emptyFolder(join(userFolders, 'oldest')));
		const database = await own(startPostgres(join(path, 'postgres')));
		await database.create('oldest');
		const sandbox = await own(startSandbox({ profile: 'strict' }));
		await sandbox.settings({ tokenLife });
		const folder = join(path, 'n8n');
		await installCommunityPackage(tarball(), folder);
		const program = join(oldestFolder, 'node_modules/n8n/bin/n8n');
		const settings = databaseSettings(database, 'oldest');
		const server = await own(startN8n({ userFolder: folder, program, settings }));
		const connected = await connectedOwner(server, sandbox);
		return { n8n: server, folder, sandbox, ...connected };
	});
});

afterAll(async () => await n8n.stop());

const runFile = async (name: string) => {
	const file = join(__dirname, '../e2e', name);
	return await run(n8n, await load(n8n, n8n.credential, file));
};

/** Past the end of the token that n8n has now. */
const tokenEnds = async () => await sleep((tokenLife + 1) * 1000);

test('n8n 2.30.0 knows the node, the trigger and the AI tool', async () => {
	const { data } = await n8n.session.http.get<{ data: { versionCli: string } }>('/rest/settings');
	expect(data.data.versionCli).toBe('2.30.0');
	expect(await nodeTypes(n8n.session)).toEqual(
		expect.arrayContaining(
			['exactOnline', 'exactOnlineTool', 'exactOnlineTrigger'].map(
				(name) => `n8n-nodes-exactonline.${name}`,
			),
		),
	);
});

test('it reads, after the token has ended: n8n renews it when Exact refuses', async () => {
	await tokenEnds();
	const { status, error, items, log } = await runFile('journey.json');
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	expect(items.Supplier).toMatchObject([{ json: { code: '5087', division: NL } }]);
	expect(tokenCalls(log)).toMatchObject([{ status: 200 }]);
});

test('it books once, after the token has ended again: a read goes first', async () => {
	const before = await n8n.sandbox.ledger(NL);
	await tokenEnds();
	const { status, error, items, log } = await runFile('bookOne.json');
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	expect(items.Book).toMatchObject([{ json: { alreadyBooked: false, total: 121 } }]);
	expect(
		log.filter(({ method, endpoint }) => method === 'POST' && endpoint !== 'oauth2/token'),
	).toHaveLength(1);
	expect(tokenCalls(log)).toMatchObject([{ status: 200 }]);
	const after = await n8n.sandbox.ledger(NL);
	expect(after).toMatchObject({ entries: before.entries + 1, balanced: true });
});
