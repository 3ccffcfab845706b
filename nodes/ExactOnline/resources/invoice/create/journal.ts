import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { finder } from './lines';

const where = ['Additional Fields', 'Journal'];

/** `Journals.Type` in words. */
const typeWords: Readonly<Record<number, string>> = {
	10: 'cash',
	12: 'bank',
	16: 'payment service',
	20: 'sales',
	21: 'sales credit note',
	22: 'purchase',
	23: 'purchase credit note',
	90: 'general',
};

/** The journal that was chosen, or the only one that takes this kind of invoice. */
export function chooseJournal(
	chosen: Reference | undefined,
	kind: InvoiceKindFacts,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const fitting = facts.rows(lookUps.journal).filter((row) => fits(row, kind));
	if (chosen === undefined) return onlyOne(fitting, kind, problems);
	const row = finder(facts, problems)(lookUps.journal, chosen, where);
	if (row === undefined) return undefined;
	const code = textOf(row.Code);
	if (row.IsBlocked === true) {
		const expected = `Choose another journal${among(fitting)}.`;
		problems.push({ code: 'JOURNAL', where, what: `is ${code}, which is blocked`, expected });
	} else if (!fits(row, kind)) {
		const words = typeWords[Number(row.Type)] ?? `type ${textOf(row.Type)}`;
		problems.push({
			code: 'JOURNAL',
			where,
			what: `is ${code}, which is a ${words} journal`,
			expected: `A ${kind.words} needs a ${kind.side} journal${among(fitting)}.`,
		});
	}
	return row;
}

function onlyOne(
	fitting: readonly Row[],
	kind: InvoiceKindFacts,
	problems: Problem[],
): Row | undefined {
	const preferred = kind.journalTypes
		.map((type) => fitting.filter((row) => Number(row.Type) === type))
		.find((rows) => rows.length > 0);
	if (preferred?.length === 1) return preferred[0];
	problems.push(
		preferred === undefined
			? {
					code: 'JOURNAL',
					where,
					what: `is empty, and there is no journal that takes a ${kind.words}`,
					expected: 'Make one in Exact Online, or unblock one.',
				}
			: {
					code: 'JOURNAL_AMBIGUOUS',
					where,
					what: `is empty, but several journals take a ${kind.words}`,
					expected: `Choose one${among(preferred)}.`,
				},
	);
	return undefined;
}

function fits(row: Row, { journalTypes }: InvoiceKindFacts): boolean {
	return row.IsBlocked !== true && journalTypes.includes(Number(row.Type));
}

function among(rows: readonly Row[]): string {
	const names = rows.map((row) => `${textOf(row.Code)} ${textOf(row.Description)}`);
	return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
