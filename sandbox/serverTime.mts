const hour = 3_600_000;

/** The instant at which the clocks of the European Union change: last Sunday of a month, 01:00 UTC. */
function clockChange(year: number, month: number): number {
	const lastDay = new Date(Date.UTC(year, month + 1, 0));
	return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1);
}

/** Milliseconds that the server's clock (Europe/Amsterdam) is ahead of UTC. */
export function serverOffset(instant: number): number {
	const year = new Date(instant).getUTCFullYear();
	const summer = instant >= clockChange(year, 2) && instant < clockChange(year, 9);
	return summer ? 2 * hour : hour;
}

/** The server's wall clock, written as if it were UTC: what Exact puts into Created and Modified. */
export function wallClock(instant: number): number {
	return instant + serverOffset(instant);
}

/** SQL Server's datetime counts in 1/300 of a second, so that milliseconds end in 0, 3 or 7. */
export function sqlMoment(instant: number): number {
	return Math.round(Math.round(instant * 0.3) / 0.3);
}
