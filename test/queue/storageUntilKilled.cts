import { join } from 'node:path';
import { startPostgres, startRedis } from './storage.cjs';
import { emptyFolder, together } from './together.cjs';

/** What this program says once it is up; it then waits for its end, which it can do nothing about. */
export interface Announcement {
	readonly ports: readonly number[];
}

const [folder = ''] = process.argv.slice(2);

void together(async (own) => {
	const { path } = await own(emptyFolder(folder));
	const postgres = await own(startPostgres(join(path, 'postgres')));
	const redis = await own(startRedis(join(path, 'redis')));
	const announcement: Announcement = { ports: [postgres.port, redis.port] };
	process.stdout.write(`${JSON.stringify(announcement)}\n`);
	return announcement;
});
