import { join } from 'node:path';
import { installCommunityPackage } from '../../demo/community-package.cjs';
import { startN8n, type N8n, type N8nOptions } from '../../demo/n8n.cjs';
import { freePort } from '../../demo/ports.cjs';
import { tarball } from '../e2e/artefacts.cjs';
import { workerCommand, workerSettings } from './compose.cjs';
import { databaseUser, type Database, type Server } from './storage.cjs';
import type { Own } from './together.cjs';

/** What has another address or secret here than in the compose file. */
export function databaseSettings(database: Database, name: string): Record<string, string> {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(database.port),
		DB_POSTGRESDB_DATABASE: name,
		DB_POSTGRESDB_USER: databaseUser,
		DB_POSTGRESDB_PASSWORD: database.password,
		N8N_ENCRYPTION_KEY: 'the-same-for-all-processes',
	};
}

export interface Cluster {
	readonly main: N8n;
	readonly workers: readonly [N8n, N8n];
}

/**
 * The processes of the compose file: a main one and two workers, each with a folder of its own as containers have,
 * the node in each, and the settings that stand there.
 */
export async function startCluster(
	own: Own,
	folder: string,
	database: Database,
	redis: Server,
): Promise<Cluster> {
	const settings = {
		...workerSettings(),
		...databaseSettings(database, 'cluster'),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
	};
	const start = async (name: string, command: N8nOptions['command']): Promise<N8n> => {
		const userFolder = join(folder, name);
		await installCommunityPackage(tarball(), userFolder);
		const port = await freePort();
		const health = {
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		};
		const all = { ...settings, ...health };
		return await own(startN8n({ userFolder, port, command, settings: all }));
	};
	await database.create('cluster');
	// The first one makes the tables.
	const main = await start('main', ['start']);
	const worker = workerCommand();
	const workers = [await start('worker-1', worker), await start('worker-2', worker)] as const;
	return { main, workers };
}
