import type { Failure } from 'n8n-workflow';

import type { TroubleCode } from './trouble';

/**
 * How one kind of answer of Exact is recognised, and what it means for the person in front of n8n.
 * The first entry that fits is used, so special ones stand before general ones.
 */
export interface Explanation {
	/** Short name, unique; the troubleshooting page lists the entries under it. */
	name: string;
	/** All given conditions must hold: HTTP status, `Reason` header, Exact's text (any language known). */
	when: { status?: readonly number[]; reason?: RegExp; text?: RegExp };
	code: TroubleCode;
	/** One sentence without final period; `$1` is the first group of `text`. Exact's text when absent. */
	message?: string;
	/** Probable cause and remedy, one or two sentences; `$1` as above. */
	advice: string;
	failure?: Failure['cause'];
}

/** Sources: Exact's texts as users reported them; each is quoted in English and, where known, in Dutch. */
export const explanations: readonly Explanation[] = [];
