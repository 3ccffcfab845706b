import { deepCopy } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { Bookmark } from './bookmark';
import type { Place } from './look';

/** What n8n keeps for a trigger between polls. */
export interface State {
	/** The site that it was read from: on another one, nothing of it holds. */
	site: string;
	/** By division and list. */
	bookmarks: Record<string, Bookmark>;
	/** The list that comes first in the next poll, when the last one ran out of time. */
	first?: string;
	/** The journals and divisions that were found to fit each other. */
	journals?: string;
}

/** n8n hosts all nodes with the same allowance: the whole state stays below 64 KB. */
const CHARACTERS = 60_000;

/** What one bookmark may take when there are this many. */
export function roomFor(bookmarks: number): number {
	return Math.floor(CHARACTERS / bookmarks);
}

/** A list in a division, as bookmarks are named. */
export function nameOf({ division, watch }: Place): string {
	return `${division} ${watch.name}`;
}

/** A copy of what is stored, with the bookmarks of these lists only. */
export function readState(stored: IDataObject, site: string, names: readonly string[]): State {
	const known = deepCopy(stored) as Partial<State>;
	if (known.site !== site) return { site, bookmarks: {} };
	const kept = Object.entries(known.bookmarks ?? {}).filter(([name]) => names.includes(name));
	return { ...known, site, bookmarks: Object.fromEntries(kept) };
}

/** Stores a state. n8n saves it after the poll has returned. */
export function writeState(stored: IDataObject, state: State): void {
	const { site, bookmarks, first, journals } = state;
	Object.assign(stored, { site, bookmarks, first, journals });
}
