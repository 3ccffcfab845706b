import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';
import { finder } from './finder';

/** What an entry asks of its journal. */
export interface JournalWish {
	/** `Journals.Type` that take the entry, the one to prefer first. */
	types: readonly number[];
	/** What the entry is, and which journals take it: `purchase invoice`, `purchase`. */
	words: string;
	adjective: string;
	where: Where;
}

/** `Journals.Type` in words. */
export const journalTypeWords: Readonly<Record<number, string>> = {
	10: 'cash',
	12: 'bank',
	16: 'payment service',
	20: 'sales',
	21: 'sales credit note',
	22: 'purchase',
	23: 'purchase credit note',
	90: 'general',
};

/** The journal that was chosen, or the only one that takes this kind of entry. */
export function chooseJournal(
	chosen: Reference | undefined,
	wish: JournalWish,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const { where, words, adjective } = wish;
	const fitting = facts.rows(lookUps.journal).filter((row) => fits(row, wish));
	if (chosen === undefined) return onlyOne(fitting, wish, problems);
	const row = finder(facts, problems)(lookUps.journal, chosen, where);
	if (row === undefined) return undefined;
	const code = textOf(row.Code);
	if (row.IsBlocked === true) {
		const expected = `Choose another journal${among(fitting)}.`;
		problems.push({ code: 'JOURNAL', where, what: `is ${code}, which is blocked`, expected });
	} else if (!fits(row, wish)) {
		const type = journalTypeWords[Number(row.Type)] ?? `type ${textOf(row.Type)}`;
		problems.push({
			code: 'JOURNAL',
			where,
			what: `is ${code}, which is a ${type} journal`,
			expected: `A ${words} needs a ${adjective} journal${among(fitting)}.`,
		});
	}
	return row;
}

function onlyOne(fitting: readonly Row[], wish: JournalWish, problems: Problem[]): Row | undefined {
	const { where, words } = wish;
	const preferred = wish.types
		.map((type) => fitting.filter((row) => Number(row.Type) === type))
		.find((rows) => rows.length > 0);
	if (preferred?.length === 1) return preferred[0];
	problems.push(
		preferred === undefined
			? {
					code: 'JOURNAL',
					where,
					what: `is empty, and there is no journal that takes a ${words}`,
					expected: 'Make one in Exact Online, or unblock one.',
				}
			: {
					code: 'JOURNAL_AMBIGUOUS',
					where,
					what: `is empty, but several journals take a ${words}`,
					expected: `Choose one${among(preferred)}.`,
				},
	);
	return undefined;
}

function fits(row: Row, { types }: JournalWish): boolean {
	return row.IsBlocked !== true && types.includes(Number(row.Type));
}

function among(rows: readonly Row[]): string {
	const names = rows.map((row) => `${textOf(row.Code)} ${textOf(row.Description)}`);
	return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
