/** How a command tells a person what it is doing; the tests pass one that is silent. */
export type Say = (line: string) => void;

export const sayAloud: Say = (line) => {
	process.stdout.write(`${line}\n`);
};

/** `83000` as `1:23`. */
export function clockTime(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Says every few seconds how long the work has taken and how far it is, so that minutes never pass in silence. */
export async function withProgress<T>(
	say: Say,
	work: Promise<T>,
	describe: () => string,
	everyMs = 10_000,
): Promise<T> {
	const began = Date.now();
	const timer = setInterval(
		() => say(`  ${clockTime(Date.now() - began)}  ${describe()}`),
		everyMs,
	);
	try {
		return await work;
	} finally {
		clearInterval(timer);
	}
}
