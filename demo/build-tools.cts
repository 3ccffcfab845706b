import { spawnSync } from 'node:child_process';

interface Tool {
	readonly called: string;
	/** Any one of these commands will do. */
	readonly commands: readonly string[];
}

const unixTools: readonly Tool[] = [
	{ called: 'Python 3 (python3)', commands: ['python3', 'python'] },
	{ called: 'make', commands: ['make', 'gmake'] },
	{ called: 'a C++ compiler (g++)', commands: ['c++', 'g++', 'clang++'] },
];

/** Visual Studio's compiler is not on the PATH and node-gyp finds it by itself: only Python can be checked here. */
const windowsTools: readonly Tool[] = [
	{ called: 'Python 3 (with the Visual Studio C++ build tools)', commands: ['python', 'py'] },
];

/** What is needed to compile a native module and cannot be started on this machine, in plain words. */
export function missingBuildTools(): string[] {
	const tools = process.platform === 'win32' ? windowsTools : unixTools;
	return tools.filter(({ commands }) => !commands.some(starts)).map(({ called }) => called);
}

function starts(command: string): boolean {
	return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
