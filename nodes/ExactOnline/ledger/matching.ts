/** What is to be matched, by its line in the ledger. */
export interface MatchPart {
	lineId: string;
	/** The line that Exact names as its counterpart; empty without. */
	offsetId: string;
	/** Whether that one belongs to another entry and is not part of the set: it was matched with something else. */
	isElsewhere: boolean;
	/** Code of its ledger account. */
	account: string;
	/** What is open of it, a number for each term, in minor units, debit positive; none when all is matched. */
	open: readonly number[];
}

/** What is done when the open amounts do not add up to 0. */
export type Difference =
	'stop' | 'leaveOpen' | 'discount' | 'paymentDifference' | 'exchangeDifference';

/** What a set comes to before anything is sent. Amounts in minor units, debit positive. */
export type Verdict =
	| { kind: 'match'; difference: number; left: number }
	/** All that can be matched with each other is. */
	| { kind: 'alreadyMatched'; left: number }
	/** These are matched, and not all of them with each other. */
	| { kind: 'done'; lineIds: string[] }
	| { kind: 'accounts'; accounts: string[] }
	| { kind: 'unbalanced'; difference: number }
	/** All on one side: there is nothing to match with each other. */
	| { kind: 'oneSided'; difference: number };

/** Judges what is to be matched. Exact matches on one ledger account, and what adds up to 0 or has a use for the rest. */
export function judge(parts: readonly MatchPart[], difference: Difference): Verdict {
	const accounts = [...new Set(parts.map(({ account }) => account))].sort();
	if (accounts.length > 1) return { kind: 'accounts', accounts };
	const done = parts.filter(({ open }) => open.length === 0);
	if (done.length > 0) return judgeDone(parts, done, difference);
	const sum = balanceOf(parts);
	if (sum === 0) return { kind: 'match', difference: 0, left: 0 };
	if (difference === 'stop') return { kind: 'unbalanced', difference: sum };
	if (difference !== 'leaveOpen') return { kind: 'match', difference: sum, left: 0 };
	return isOneSided(parts)
		? { kind: 'oneSided', difference: sum }
		: { kind: 'match', difference: sum, left: Math.abs(sum) };
}

/** Something is matched: all of it as it was asked for, or something else than that. */
function judgeDone(
	parts: readonly MatchPart[],
	done: readonly MatchPart[],
	difference: Difference,
): Verdict {
	const isAll = done.length === parts.length;
	const isRest = difference === 'leaveOpen' && isOneSided(parts);
	const strangers = done.filter((part) =>
		isAll ? part.isElsewhere && !isLinked(part, parts) : !isLinked(part, parts),
	);
	return strangers.length === 0 && (isAll || isRest)
		? { kind: 'alreadyMatched', left: openOf(parts) }
		: { kind: 'done', lineIds: done.map(({ lineId }) => lineId) };
}

/** Whether one of the two names the other as its counterpart. */
function isLinked(part: MatchPart, parts: readonly MatchPart[]): boolean {
	return parts.some(
		(other) => other !== part && (other.lineId === part.offsetId || other.offsetId === part.lineId),
	);
}

function isOneSided(parts: readonly MatchPart[]): boolean {
	return new Set(parts.flatMap(({ open }) => open.map(Math.sign))).size < 2;
}

/** What open amounts add up to. */
export function balanceOf(parts: ReadonlyArray<Pick<MatchPart, 'open'>>): number {
	return parts.flatMap(({ open }) => open).reduce((sum, amount) => sum + amount, 0);
}

/** How much is open, whichever side it is on. */
export function openOf(parts: ReadonlyArray<Pick<MatchPart, 'open'>>): number {
	return parts.flatMap(({ open }) => open).reduce((sum, amount) => sum + Math.abs(amount), 0);
}

const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;

/**
 * A number for a set, since Exact has none: the same for the same ledger lines, whatever their order (FNV-1a, 64 bits).
 */
export function matchingNumber(lineIds: readonly string[]): string {
	const text = [...new Set(lineIds.map((id) => id.toLowerCase()))].sort().join(' ');
	let hash = OFFSET;
	for (const sign of text) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0) ?? 0)) * PRIME);
	}
	return hash.toString(16).padStart(16, '0');
}
