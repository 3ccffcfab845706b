import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isFree } from '../../demo/ports.cjs';
import { userFolders } from '../e2e/artefacts.cjs';
import { eventually } from './productionQueue.cjs';
import type { Announcement } from './storageUntilKilled.cjs';

jest.setTimeout(120_000);

const folder = join(userFolders, 'killed');

test('a test that is killed leaves no database, no queue, no port and no folder behind', async () => {
	const program = ['--require', 'tsx/cjs', join(__dirname, 'storageUntilKilled.cts'), folder];
	const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	const { ports } = JSON.parse(line) as Announcement;
	const free = async () => await Promise.all(ports.map(isFree));
	expect([await free(), existsSync(folder)]).toEqual([[false, false], true]);
	child.kill('SIGKILL');
	const gone = async () =>
		(await free()).every(Boolean) && !existsSync(folder) ? true : undefined;
	await eventually('the end of everything', gone, 60_000);
});
