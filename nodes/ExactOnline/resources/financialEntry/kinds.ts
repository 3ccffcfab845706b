import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { moneyJournals, moneyKindOf, type MoneyKind } from '../../kit/booking/money/kinds';
import { oneOf } from '../../kit/entries/filters';
import { journal } from '../../records/journal';

/** The kind of each bank and cash journal, by its code; with `code` of that journal only. */
export async function kindsOfJournals(
	division: number,
	session: Session,
	code?: string,
): Promise<Map<string, MoneyKind>> {
	const kinds = new Map<string, MoneyKind>();
	const where =
		code === undefined ? oneOf('Type', Object.values(moneyJournals).flat()) : equals('Code', code);
	const select = ['Code', 'Type'];
	for await (const row of session.list(journal, { division, select, where })) {
		kinds.set(textOf(row.Code), moneyKindOf(row));
	}
	return kinds;
}
