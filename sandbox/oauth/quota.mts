const DAY = 24 * 60 * 60_000;

/** Exact counts the calls of the token endpoint per app, user and day. */
export function createQuota() {
	const spent = new Map<string, { app: string; user: string; day: number; used: number }>();
	return {
		spend: (app: string, user: string, now: number, limit: number): boolean => {
			const day = Math.floor(now / DAY);
			const key = `${app} ${user}`;
			const before = spent.get(key);
			const used = (before?.day === day ? before.used : 0) + 1;
			spent.set(key, { app, user, day, used });
			return used <= limit;
		},
		report: (now: number) =>
			[...spent.values()]
				.filter(({ day }) => day === Math.floor(now / DAY))
				.map(({ app, user, used }) => ({ app, user, used })),
	};
}
