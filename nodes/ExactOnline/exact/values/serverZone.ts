import { offsetAt, type Zone } from './time';

/** Where Exact's servers keep their clocks, by what `current/Me` says is their offset now. */
const SERVER_ZONES = ['Europe/Amsterdam', 'Europe/London', 'America/New_York'];

/**
 * The zone of the server's wall clock. `current/Me` gives only the offset of this moment; a zone with that offset
 * also knows what the clock showed in the other half of the year.
 */
export function serverZone(offsetSeconds: number, now: number): Zone {
	const offsetMs = offsetSeconds * 1000;
	const name = SERVER_ZONES.find((zone) => offsetAt(now, { name: zone }) === offsetMs);
	return name === undefined ? { offsetMs } : { name };
}
