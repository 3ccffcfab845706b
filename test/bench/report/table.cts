/** Cells as a Markdown table. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const all = [head, head.map(() => '---'), ...rows];
	return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export const seconds = (milliseconds: number): string =>
	(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1);

/** With the comma that the pages use for thousands. */
export const count = (number: number): string => number.toLocaleString('en-US');
