import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { bankEntry, cashEntry } from '../../records/financialEntry';

/** Adds the balances to bank and cash entries whose `Kind` is known: one call for each 40 of a kind. Rows are changed. */
export async function addBalances(
	entries: readonly Row[],
	division: number,
	session: Session,
): Promise<void> {
	for (const [kind, record] of [
		['bank', bankEntry],
		['cash', cashEntry],
	] as const) {
		const own = new Map(
			entries.filter(({ Kind }) => Kind === kind).map((row) => [textOf(row.EntryID), row]),
		);
		const select = ['EntryID', 'OpeningBalanceFC', 'ClosingBalanceFC'];
		const reading = { division, select, field: 'EntryID', values: [...own.keys()] };
		for await (const row of session.listByValues(record, reading)) {
			const { OpeningBalanceFC, ClosingBalanceFC } = row;
			Object.assign(own.get(textOf(row.EntryID)) ?? {}, { OpeningBalanceFC, ClosingBalanceFC });
		}
	}
}
