/** Scrambles a number into 32 evenly spread bits; the same number always gives the same bits. */
export function mix(seed: number): number {
	let bits = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

/** A number from 0 up to, not including, `limit`. */
export function pick(seed: number, limit: number): number {
	return mix(seed) % limit;
}

export function choose<T>(seed: number, list: readonly [T, ...T[]]): T {
	return list[pick(seed, list.length)] ?? list[0];
}

const hex = (bits: number) => bits.toString(16).padStart(8, '0');

/** A stable GUID (shaped like a random one, version 4) for the nth row of something. */
export function guidOf(space: number, index: number): string {
	const seed = Math.imul(space, 0x9e3779b1) + index;
	const [a, b, c, d] = [
		hex(mix(seed)),
		hex(mix(seed ^ 0x51ed270b)),
		hex(mix(seed ^ 0x2545f491)),
		hex(mix(~seed)),
	];
	return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** Stable number for a name, to tell spaces of GUIDs apart. */
export function spaceOf(name: string): number {
	let hash = 2166136261;
	for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
	return hash >>> 0;
}
