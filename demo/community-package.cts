import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './run.cjs';

/**
 * Puts the output of `npm pack` where n8n keeps community packages, so that its node types get the names that
 * they have for users (`<package>.<node>`). n8n reads the folder when it starts: call this before.
 * Returns the name of the package.
 */
export async function installCommunityPackage(
	tarball: string,
	userFolder: string,
): Promise<string> {
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const unpacked = await unpack(tarball, join(nodesFolder, 'unpacking'));
	const { name, version } = readManifest(unpacked);
	const place = join(nodesFolder, 'node_modules', name);
	rmSync(place, { recursive: true, force: true });
	mkdirSync(dirname(place), { recursive: true });
	renameSync(unpacked, place);
	const manifest = { private: true, dependencies: { [name]: version } };
	writeFileSync(join(nodesFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	return name;
}

/** Every tarball of npm has one folder, called "package". */
async function unpack(tarball: string, into: string): Promise<string> {
	rmSync(into, { recursive: true, force: true });
	mkdirSync(into, { recursive: true });
	// GNU tar takes the colon of `C:\…` for a host name, so the archive is named without its folder.
	const args = ['-xzf', basename(tarball), '-C', into];
	const cwd = dirname(tarball);
	await run({ name: 'Unpacking the node', file: 'tar', args, cwd, output: 'collect' });
	return join(into, 'package');
}

function readManifest(folder: string): { name: string; version: string } {
	const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	if (!isManifest(manifest))
		throw new Error(`${folder} has no name and version in its package.json`);
	return manifest;
}

function isManifest(value: unknown): value is { name: string; version: string } {
	const manifest = value as { name?: unknown; version?: unknown } | null;
	return typeof manifest?.name === 'string' && typeof manifest.version === 'string';
}
