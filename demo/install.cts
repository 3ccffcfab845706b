import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingBuildTools } from './build-tools.cjs';
import { nodeGyp, npmCli, npmEnvironment } from './npm.cjs';
import { clockTime, sayAloud, withProgress, type Say } from './progress.cjs';
import { run } from './run.cjs';
import {
	moduleFile,
	n8nFolder,
	nodeForN8n,
	nodeHeaders,
	oldestFolder,
	unsupportedReason,
} from './runtime.cjs';

/**
 * Makes sure that the n8n of `demo/n8n/package-lock.json` is installed and can open its database.
 * Does nothing when it already is; throws with a remedy when this machine cannot run it.
 */
export async function installN8n(say: Say = sayAloud): Promise<void> {
	const unsupported = unsupportedReason();
	if (unsupported !== undefined) throw new Error(unsupported);
	await once(n8nFolder, say, async () => {
		announce(say, 'Installing a real n8n for the demo and the end-to-end tests, once.', n8nFolder);
		nameMissingTools(say);
		await installPackages(say, n8nFolder);
		await prepareSqlite(say);
	});
}

/** The same of the oldest n8n that is supported. It has no database of its own: it is run on PostgreSQL. */
export async function installOldestN8n(say: Say = sayAloud): Promise<void> {
	await once(oldestFolder, say, async () => {
		announce(say, 'Installing the oldest supported n8n for the tests of CI, once.', oldestFolder);
		await installPackages(say, oldestFolder);
	});
}

async function once(folder: string, say: Say, install: () => Promise<void>): Promise<void> {
	const stampFile = join(folder, 'node_modules', '.installed');
	const stamp = stampOf(folder);
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
	const began = Date.now();
	await install();
	writeFileSync(stampFile, stamp);
	say(`n8n is installed (${clockTime(Date.now() - began)}).`);
}

const lockOf = (folder: string): string => join(folder, 'package-lock.json');

/** What the installation depends on: the lock file, and the platform whose binaries npm chose. */
function stampOf(folder: string): string {
	const lock = createHash('sha256')
		.update(readFileSync(lockOf(folder)))
		.digest('hex');
	return `${lock} ${process.platform}-${process.arch}\n`;
}

function announce(say: Say, what: string, folder: string): void {
	say(what);
	say(
		`  It downloads about 2,000 packages from npm: some 2.7 GB in ${folder}, two to five minutes.`,
	);
}

function nameMissingTools(say: Say): void {
	const missing = missingBuildTools();
	if (missing.length > 0) {
		say(
			'  n8n keeps its data in SQLite, whose driver comes ready-built from GitHub. If that cannot be',
		);
		say(`  reached, it has to be compiled, and this machine lacks ${missing.join(', ')}.`);
	}
}

async function installPackages(say: Say, folder: string): Promise<void> {
	const expected = expectedPackages(folder);
	const work = run({
		name: 'npm ci (n8n)',
		file: process.execPath,
		// Hundreds of warnings about engines say only that the Node of npm is not the Node of n8n.
		args: [npmCli(), 'ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'],
		cwd: folder,
		env: npmEnvironment(),
		output: 'inherit',
	});
	const stage = () => {
		const done = expected.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
		if (done === 0) return 'looking the packages up';
		return `${done} of ${expected.length} packages unpacked`;
	};
	await withProgress(say, work, stage);
}

interface LockedPackage {
	readonly optional?: boolean;
	readonly devOptional?: boolean;
}

/** Folders that npm will fill for certain: optional packages depend on the platform. */
function expectedPackages(folder: string): string[] {
	const lock = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as {
		packages: Record<string, LockedPackage>;
	};
	return Object.entries(lock.packages)
		.filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
		.map(([path]) => path);
}

/** sqlite3 is the only package of n8n whose install script has to run: take its ready-built driver, or compile it. */
async function prepareSqlite(say: Say): Promise<void> {
	const cwd = moduleFile('sqlite3');
	const node = nodeForN8n();
	say('Fetching the SQLite driver ...');
	const download = { name: 'download of the SQLite driver', file: node, cwd, timeoutMs: 90_000 };
	const args = [moduleFile('prebuild-install/bin.js'), '-r', 'napi'];
	try {
		await run({ ...download, args, env: npmEnvironment(), output: 'collect' });
	} catch {
		await compileSqlite(say, node, cwd);
	}
}

async function compileSqlite(say: Say, node: string, cwd: string): Promise<void> {
	const missing = missingBuildTools();
	if (missing.length > 0) {
		throw new Error(
			`The SQLite driver could not be downloaded, and compiling it needs ${missing.join(', ')}.\n` +
				'Install what is missing (Debian, Ubuntu: apt-get install -y python3 make g++) and run the command again.',
		);
	}
	say('It could not be downloaded, so it is compiled here (about a minute).');
	const headers = nodeHeaders();
	const args = [nodeGyp(), 'rebuild', ...(headers === undefined ? [] : [`--nodedir=${headers}`])];
	const step = { name: 'Compiling sqlite3', file: node, args, cwd, env: npmEnvironment() };
	await withProgress(say, run({ ...step, output: 'collect' }), () => 'compiling sqlite3');
}

if (require.main === module) {
	installN8n().catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	});
}
