/** When a record was made or changed by the clock of Exact's server (ms, read as if it were UTC), and which one it is. */
export interface Stamped {
	stamp: number;
	key: string;
}

/** Keys by the minute of their stamps (minutes since 1970), as fingerprints without anything in between. */
export type Seen = Readonly<Record<string, string>>;

/**
 * What a trigger remembers of one list of records. Plain JSON, which n8n keeps with the workflow. It knows nothing
 * of this machine's clock: every time in it was read from a record.
 */
export interface Bookmark {
	/** Stamps before this one are done with. */
	from: number;
	/** The records from there on that were handed over, or belong to the time before the trigger. */
	seen: Seen;
	/** Set while more has come in than one poll can read. */
	sweep?: Sweep;
	/** What was wanted when it was written; absent before the first reading. */
	only?: Only;
}

/** The values that columns must have. */
export type Only = Readonly<Record<string, readonly OnlyValue[]>>;

export type OnlyValue = string | number | boolean;

/** A reading of everything from `from` on, oldest first, that goes on over several polls. */
export interface Sweep {
	/** Address of the next page; none before the first. */
	next?: string;
	/** Where the next bookmark begins once this reading is through. */
	floor: number;
	/** The records read so far whose stamps are not before the floor. */
	read: Seen;
}

const MINUTE = 60_000;

/** Exact stamps a record when it is entered and shows it when it is stored, which may be ten minutes later. */
const OVERLAP = 15 * MINUTE;

/**
 * Clocks change on Sundays, all over Europe and America. An hour that comes twice brings records with stamps before
 * those that were read already; an hour that is skipped makes a late record look an hour later still.
 */
const OVERLAP_ON_SUNDAY = 80 * MINUTE;

/** Where to read from next time, when the newest record has this stamp. */
export function floorBelow(newest: number): number {
	const isSunday = new Date(newest).getUTCDay() === 0;
	return minuteOf(newest - (isSunday ? OVERLAP_ON_SUNDAY : OVERLAP)) * MINUTE;
}

/** Whether a record was seen. */
export function isSeen(seen: Seen, { stamp, key }: Stamped): boolean {
	const group = seen[minuteOf(stamp)] ?? '';
	const wanted = fingerprint(key);
	for (let at = 0; at < group.length; at += LENGTH) {
		if (group.startsWith(wanted, at)) return true;
	}
	return false;
}

/** The records that were seen, and these. Those before the floor are left out. */
export function withSeen(seen: Seen, records: readonly Stamped[], floor: number): Seen {
	const groups: Record<string, string> = {};
	for (const [minute, group] of Object.entries(seen)) {
		if (Number(minute) >= minuteOf(floor)) groups[minute] = group;
	}
	for (const record of records) {
		if (record.stamp < floor || isSeen(groups, record)) continue;
		const minute = minuteOf(record.stamp);
		groups[minute] = (groups[minute] ?? '') + fingerprint(record.key);
	}
	return groups;
}

/** A bookmark that stays where it is, and knows that some of the records after it were taken already. */
export function withTaken(bookmark: Bookmark, taken: readonly Stamped[]): Bookmark {
	return { ...bookmark, seen: withSeen(bookmark.seen, taken, 0) };
}

/** How many records were seen. */
export function countOf(seen: Seen): number {
	return Object.values(seen).join('').length / LENGTH;
}

/**
 * Keeps a bookmark within a number of characters. When too many records came in at once, the oldest are forgotten
 * and the bookmark begins after them: what Exact shows late among those is missed then, but nothing comes twice.
 */
export function within(bookmark: Bookmark, newest: number, characters: number): Bookmark {
	const { sweep } = bookmark;
	let kept = { from: sweep?.floor ?? bookmark.from, seen: sweep?.read ?? bookmark.seen };
	const current = (): Bookmark =>
		sweep === undefined
			? { ...bookmark, ...kept }
			: { ...bookmark, sweep: { ...sweep, floor: kept.from, read: kept.seen } };
	while (Object.keys(kept.seen).length > 0 && JSON.stringify(current()).length > characters) {
		kept = above(oldestIn(kept.seen) * MINUTE, kept, newest);
	}
	return current();
}

/** A bookmark that begins after the minute of a stamp. */
export function above(
	stamp: number,
	{ from, seen }: Pick<Bookmark, 'from' | 'seen'>,
	newest: number,
): { from: number; seen: Seen } {
	const next = (minuteOf(stamp) + 1) * MINUTE;
	return {
		from: Math.max(from, next > newest ? newest + 1 : next),
		seen: withSeen(seen, [], next),
	};
}

function oldestIn(seen: Seen): number {
	return Math.min(...Object.keys(seen).map(Number));
}

function minuteOf(stamp: number): number {
	return Math.floor(stamp / MINUTE);
}

/** Characters of a fingerprint: 48 bits. */
const LENGTH = 8;

/** A key in eight characters. Among 6,000 keys one in fifty thousand million new ones is mistaken for another. */
function fingerprint(key: string): string {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let index = 0; index < key.length; index++) {
		const code = key.charCodeAt(index);
		high = Math.imul(high ^ code, 0x9e3779b1);
		low = Math.imul(low ^ code, 0x5f356495);
	}
	high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
	low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
	const bytes = Buffer.alloc(8);
	bytes.writeInt32BE(high, 0);
	bytes.writeInt32BE(low, 4);
	return bytes.toString('base64url', 1, 7);
}
