import type { Where } from '../booking/problems';
import type { Reference } from '../reference';
import type { Difference } from '../../ledger/matching';
import type { OpenSide } from '../../ledger/openItems';

/** One matching as it was asked for. */
export interface Wanted {
	/** Where it stands: nowhere in particular, or `['Matching 2']`. */
	where: Where;
	side: OpenSide;
	relation?: Reference;
	/** A relation of the other side that was given as well, by mistake. */
	other?: Reference;
	/** IDs of entries, of their ledger lines or of open items; in lower case, each once. */
	ids: readonly string[];
	difference: Difference;
	ledgerAccount?: Reference;
	/** `2026-03-16` */
	date?: string;
	description?: string;
}

/** Differences that are booked on a ledger account. */
export function isWrittenOff({ difference }: Pick<Wanted, 'difference'>): boolean {
	return difference !== 'stop' && difference !== 'leaveOpen';
}
