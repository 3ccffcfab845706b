import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * npm as a file for Node, because `npm` is a shell script on Windows and cannot be spawned without a shell.
 * `npm run` names it in the environment; otherwise it lies beside Node.
 */
export function npmCli(): string {
	const found = candidates().find((file) => existsSync(file));
	if (found === undefined) {
		throw new Error('npm was not found beside Node. Start this with `npm run demo` or `npm test`.');
	}
	return found;
}

function candidates(): string[] {
	const named = process.env.npm_execpath ?? '';
	const root = dirname(process.execPath);
	return [
		...(basename(named) === 'npm-cli.js' ? [named] : []),
		join(root, 'node_modules/npm/bin/npm-cli.js'),
		join(root, '../lib/node_modules/npm/bin/npm-cli.js'),
		join(root, '../share/nodejs/npm/bin/npm-cli.js'),
		join(root, '../share/npm/bin/npm-cli.js'),
	];
}

/** npm's own node-gyp: newer than the one of sqlite3, which stops working with Python 3.12. */
export function nodeGyp(): string {
	const npmRoot = dirname(dirname(npmCli()));
	const inside = join(npmRoot, 'node_modules/node-gyp/bin/node-gyp.js');
	return existsSync(inside) ? inside : join(dirname(npmRoot), 'node-gyp/bin/node-gyp.js');
}

/** The environment of a child npm: that of this process without what `npm run` tells its scripts. */
export function npmEnvironment(): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !isOfTheRunningScript(name));
	return Object.fromEntries(inherited);
}

/** Settings of the surrounding package (its folder, its ignore-scripts) must not leak into another one. */
function isOfTheRunningScript(name: string): boolean {
	return /^npm_(package_|lifecycle_|config_(local_prefix|ignore_scripts|nodedir)$)/i.test(name);
}
