import { all } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import { checkJournals } from './journals';
import type { Place } from './look';
import type { Polling } from './polling';
import { readyOf, type Ready } from './records';
import { noticed, noticedColumns, since, wantedCondition, type Noticed } from './watch';

/**
 * The newest record that the trigger would return: what *Fetch Test Event* shows. Of several divisions the first that
 * has one. Nothing is remembered of it.
 */
export async function newestRecord(places: readonly Place[], polling: Polling): Promise<Ready> {
	const { inputs, session } = polling;
	for (const division of inputs.divisions) {
		const found: Array<{ place: Place; one: Noticed }> = [];
		for (const place of places.filter((other) => other.division === division)) {
			const one = await newestOf(place, session);
			if (one !== undefined) found.push({ place, one });
		}
		for (const { place, one } of found.sort((a, b) => b.one.stamp - a.one.stamp)) {
			const [record] = await readyOf(place, [one], polling);
			if (record !== undefined) return record;
		}
	}
	await checkJournals(inputs, undefined, session);
	const [noun = 'record'] = places.map(({ watch }) => watch.record.noun);
	return session.fail({
		code: 'NOT_FOUND',
		message: `There is no ${noun} yet in division ${inputs.divisions.join(', ')} that this trigger would return`,
		description:
			'Enter one in Exact Online, or choose fewer filters, and fetch the test event again. The trigger works without one as well.',
	});
}

async function newestOf(
	{ watch, division }: Place,
	session: Session,
): Promise<Noticed | undefined> {
	const { rows } = await session.page(watch.record, {
		division,
		select: noticedColumns(watch),
		where: all(since(watch, 0), wantedCondition(watch)),
		orderBy: `${watch.stamp} desc`,
		top: 1,
	});
	return rows.map((row) => noticed(watch, row))[0];
}
