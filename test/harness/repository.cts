import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '..', '..');

/** Every file that git knows or would add, with `/` on all systems. */
export function trackedFiles(): string[] {
	const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
	return names.filter((name) => name !== '' && existsSync(join(root, name)));
}

export const readTracked = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What npm prints for a command, without its warnings. */
export const npm = (...args: string[]): string =>
	execFileSync('npm', args, {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
