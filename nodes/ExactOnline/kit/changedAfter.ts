import type { Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import { wallClockAt } from '../exact/values/time';

/** What was changed after an instant (epoch ms). Exact compares `Modified` with the wall clock of its server. */
export async function changedAfter(instant: number, session: Session): Promise<Condition> {
	const { zone } = await session.me();
	return { field: 'Modified', is: 'gt', value: new Date(wallClockAt(instant, zone)) };
}
