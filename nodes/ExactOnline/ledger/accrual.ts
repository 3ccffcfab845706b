import type { Finding, Where } from './finding';

/**
 * Checks the days (`2026-03-01`) between which a line is spread over time, Exact's `From` and `To`: both or none, and
 * in this order. One day is a range as well.
 */
export function accrualFinding(
	from: string | undefined,
	to: string | undefined,
	where: Where = [],
): Finding | undefined {
	if (from === undefined && to === undefined) return undefined;
	if (from === undefined || to === undefined) {
		const what = from === undefined ? 'has no start date' : 'has no end date';
		return { code: 'PARAM_PAIR', where, what, expected: 'Give both the first and the last day.' };
	}
	if (from <= to) return undefined;
	const what = `starts on ${from}, after its end on ${to}`;
	return {
		code: 'PARAM_RANGE',
		where,
		what,
		expected: 'The first day must not be after the last.',
	};
}
