import type { Page } from '../exact/odata/page';
import type { Session } from '../exact/session';
import {
	above,
	countOf,
	floorBelow,
	isSeen,
	within,
	withSeen,
	type Bookmark,
	type Sweep,
} from './bookmark';
import { noticed, noticedColumns, since, type Noticed, type Watch } from './watch';

/** A list in one division, and how many characters its bookmark may take. */
export interface Place {
	watch: Watch;
	division: number;
	room: number;
}

/** What a look at a list brought. */
export interface Look {
	/** What was not seen before, oldest first. */
	fresh: Noticed[];
	/** Where the next look begins. */
	bookmark: Bookmark;
	/** Whether there is more to read at once. */
	more: boolean;
}

/** A bookmark at the end of the list: what is there now is seen. One call. */
export async function atTheEnd(place: Place, session: Session): Promise<Bookmark> {
	const { rows, isAll } = await newestPage(place, { from: 0, seen: {} }, session);
	const newest = rows.at(-1)?.stamp ?? 0;
	const floor = Math.max(0, floorBelow(newest));
	const oldest = rows[0]?.stamp ?? 0;
	const end = { from: floor, seen: withSeen({}, rows, floor) };
	// What lies below the page was not read: then the bookmark begins above the oldest minute of the page.
	const isCovered = isAll || oldest < floor;
	return within(isCovered ? end : above(oldest, end, newest), newest, place.room);
}

/**
 * Looks for records that were not seen. The newest page tells it in one call, as a rule; when more has come in, the
 * list is read from the bookmark on, a page with each look.
 */
export async function look(place: Place, bookmark: Bookmark, session: Session): Promise<Look> {
	const seen =
		bookmark.sweep === undefined
			? await lookAtNewest(place, bookmark, session)
			: await lookFurther(place, bookmark, bookmark.sweep, session);
	const { watch, division } = place;
	if (watch.rows === undefined) return seen;
	return { ...seen, fresh: await watch.rows.counting(seen.fresh, division, session) };
}

async function lookAtNewest(place: Place, mark: Bookmark, session: Session): Promise<Look> {
	const { from, seen, only } = mark;
	const { rows, count, isAll } = await newestPage(place, mark, session);
	const newest = rows.at(-1)?.stamp;
	// All that was seen is deleted.
	if (newest === undefined) return { fresh: [], bookmark: { from, seen: {}, only }, more: false };
	const fresh = rows.filter((row) => !isSeen(seen, row));
	const floor = Math.max(from, floorBelow(newest));
	// Below the page lie as many rows as were seen there, unless the count says otherwise.
	if (!isAll && count !== countOf(seen) + fresh.length) {
		return { fresh: [], bookmark: { ...mark, sweep: { floor, read: {} } }, more: true };
	}
	const known = withSeen(isAll ? {} : seen, rows, floor);
	return {
		fresh,
		bookmark: within({ from: floor, seen: known, only }, newest, place.room),
		more: false,
	};
}

async function lookFurther(
	place: Place,
	mark: Bookmark,
	sweep: Sweep,
	session: Session,
): Promise<Look> {
	const { seen, only } = mark;
	const page = await readPage(place, mark, session, { next: sweep.next });
	const rows = page.rows.map((row) => noticed(place.watch, row));
	const fresh = rows.filter((row) => !isSeen(seen, row) && !isSeen(sweep.read, row));
	const newest = rows.at(-1)?.stamp ?? sweep.floor;
	const read = withSeen(sweep.read, rows, sweep.floor);
	const { next } = page;
	const bookmark =
		next === undefined
			? { from: sweep.floor, seen: read, only }
			: { ...mark, seen: withSeen(seen, [], newest), sweep: { ...sweep, next, read } };
	return { fresh, bookmark: within(bookmark, newest, place.room), more: next !== undefined };
}

/** The 60 newest rows from a stamp on, oldest first, and how many there are in all, where Exact says it. */
async function newestPage(
	place: Place,
	mark: Bookmark,
	session: Session,
): Promise<{ rows: Noticed[]; count?: number; isAll: boolean }> {
	const { pageSize } = place.watch.record;
	const { rows, count } = await readPage(place, mark, session, { top: pageSize });
	const newestLast = rows.map((row) => noticed(place.watch, row)).reverse();
	const isAll = count === undefined ? rows.length < pageSize : count <= rows.length;
	return { rows: newestLast, count, isAll };
}

async function readPage(
	{ watch, division }: Place,
	{ from }: Bookmark,
	session: Session,
	{ next, top }: { next?: string; top?: number },
): Promise<Page> {
	const { record, stamp } = watch;
	const newestFirst = top !== undefined;
	return await session.page(record, {
		division,
		select: noticedColumns(watch),
		where: since(watch, from),
		orderBy: newestFirst ? `${stamp} desc` : stamp,
		from: next,
		top,
		counted: newestFirst,
	});
}
