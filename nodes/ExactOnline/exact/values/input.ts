import { dayOf, instantOf, wallClockAt } from './time';

const ISO =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?(?:\[[^\]]+\])?$/;

interface IsoParts {
	day: string;
	/** The clock as written, read as if it were UTC (ms). */
	wallClock: number;
	offset?: string;
}

/**
 * The calendar day that a user means, or nothing when the text is no date. A day that was written stays that day
 * (`2026-06-25T00:00:00+02:00` is the 25th everywhere); only a time in UTC that is not midnight, as `Date` objects
 * produce, is read on the workflow's own calendar. The last day of all means "without end" and has no morrow.
 */
export function dayFrom(text: string, workflowZone: string): string | undefined {
	const iso = isoParts(text);
	if (iso === undefined) return undefined;
	const isMidnight = iso.wallClock % 86_400_000 === 0;
	if (iso.offset !== 'Z' || isMidnight || iso.day === '9999-12-31') return iso.day;
	return dayOf(wallClockAt(iso.wallClock, { name: workflowZone }));
}

/** The instant (epoch ms) that a user means; without an offset the workflow's zone holds. */
export function instantFrom(text: string, workflowZone: string): number | undefined {
	const iso = isoParts(text);
	if (iso === undefined) return undefined;
	if (iso.offset === undefined) return instantOf(iso.wallClock, { name: workflowZone });
	return iso.wallClock - offsetMs(iso.offset);
}

function isoParts(text: string): IsoParts | undefined {
	const match = ISO.exec(text.trim());
	if (match === null) return undefined;
	const [, day = '', minutes = '00:00', seconds = '00', fraction = '0', offset] = match;
	const wallClock = Date.parse(
		`${day}T${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`,
	);
	// `Date` rolls the 31st of a short month over into the next one.
	if (Number.isNaN(wallClock) || dayOf(wallClock) !== day) return undefined;
	return { day, wallClock, offset };
}

function offsetMs(offset: string): number {
	if (offset === 'Z') return 0;
	const minutes = offset.slice(3).replace(':', '');
	const size = (Number(offset.slice(1, 3)) * 60 + Number(minutes)) * 60_000;
	return offset.startsWith('-') ? -size : size;
}
