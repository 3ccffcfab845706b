/**
 * The known word that is meant most likely, or nothing when none is near: at most a third of the letters, and one
 * more, may differ (insertions, deletions, changes; upper and lower case count as equal).
 */
export function closest(word: string, known: readonly string[]): string | undefined {
	let best: string | undefined;
	let fewest = Math.floor(word.length / 3) + 2;
	for (const candidate of known) {
		// As many letters as one has more than the other must change at least; long pasted texts end here.
		if (Math.abs(word.length - candidate.length) >= fewest) continue;
		const changes = distance(word.toLowerCase(), candidate.toLowerCase());
		if (changes < fewest) [best, fewest] = [candidate, changes];
	}
	return best;
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
