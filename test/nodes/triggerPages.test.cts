import type { Page } from '../../nodes/ExactOnline/exact/odata/page.js';
import type { Session } from '../../nodes/ExactOnline/exact/session.js';
import { salesEntry } from '../../nodes/ExactOnline/records/salesEntry.js';
import { countOf, withSeen } from '../../nodes/ExactOnline/trigger/bookmark.js';
import { look, type Place } from '../../nodes/ExactOnline/trigger/look.js';

const STAMP = Date.UTC(2026, 4, 4, 9);

const place: Place = {
	division: 1,
	room: 60_000,
	watch: {
		name: 'salesEntries',
		record: salesEntry,
		stamp: 'Created',
		columns: [],
		only: {},
		read: async () => await Promise.resolve(new Map()),
	},
};

/** An Exact that answers with these pages, one after the other. */
const answering = (...pages: Page[]) =>
	({ page: async () => await Promise.resolve(pages.shift()) }) as unknown as Session;

const rows = (...keys: string[]) =>
	keys.map((EntryID) => ({ EntryID, Created: `/Date(${STAMP})/` }));

describe('pages', () => {
	it('that shift while they are read bring no record twice', async () => {
		const session = answering({ rows: rows('a', 'b'), next: 'more' }, { rows: rows('b', 'c') });
		const begun = { from: STAMP, seen: {}, sweep: { floor: STAMP, read: {} } };
		const first = await look(place, begun, session);
		const second = await look(place, first.bookmark, session);
		expect(first.fresh.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(second.fresh.map(({ id }) => id)).toEqual(['c']);
		expect(second.more).toBe(false);
	});

	it('that hold all there is leave nothing remembered of what was deleted', async () => {
		const seen = withSeen({}, [{ stamp: STAMP, key: 'deleted' }], 0);
		const { bookmark } = await look(place, { from: 0, seen }, answering({ rows: rows('a') }));
		expect(countOf(bookmark.seen)).toBe(1);
	});
});
