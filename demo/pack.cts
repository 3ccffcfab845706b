import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmCli, npmEnvironment } from './npm.cjs';
import { run } from './run.cjs';

const projectFolder = dirname(__dirname);

/**
 * Builds this package and packs it as it would be published. Returns the path of the tarball, which is then
 * the only file in `folder`.
 */
export async function packNode(folder: string): Promise<string> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const npm = { file: process.execPath, cwd: projectFolder, env: npmEnvironment() } as const;
	await run({ ...npm, name: 'npm run build', args: [npmCli(), 'run', 'build'], output: 'collect' });
	const pack = [npmCli(), 'pack', '--pack-destination', folder];
	await run({ ...npm, name: 'npm pack', args: pack, output: 'collect' });
	const [tarball] = readdirSync(folder);
	if (tarball === undefined) throw new Error('npm pack made no file.');
	return join(folder, tarball);
}
