/**
 * The known words that are meant most likely, or none when none is near: at most a third of the letters, and one
 * more, may differ (insertions, deletions, changes; upper and lower case count as equal). Of words with as many
 * changes, those that begin alike come first: mistakes are made at the end of a code.
 */
export function nearest(word: string, known: readonly string[]): string[] {
	let best: string[] = [];
	let fewest = Math.floor(word.length / 3) + 1;
	for (const candidate of known) {
		// As many letters as one has more than the other must change at least; long pasted texts end here.
		if (Math.abs(word.length - candidate.length) > fewest) continue;
		const changes = distance(word.toLowerCase(), candidate.toLowerCase());
		if (changes < fewest) [best, fewest] = [[], changes];
		if (changes === fewest) best.push(candidate);
	}
	return best.sort((a, b) => alike(word, b) - alike(word, a));
}

/** The first of them. */
export function closest(word: string, known: readonly string[]): string | undefined {
	return nearest(word, known)[0];
}

/** How many letters two words share at their beginning. */
function alike(a: string, b: string): number {
	const letters = [...a.toLowerCase()];
	const differs = letters.findIndex((letter, index) => letter !== b.toLowerCase()[index]);
	return differs < 0 ? letters.length : differs;
}

/** Levenshtein distance. */
function distance(from: string, to: string): number {
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			current[column] = Math.min(
				(above[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + change,
			);
		}
		above = current;
	}
	return above[to.length] ?? 0;
}
