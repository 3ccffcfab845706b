import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { switchField } from '../../kit/fields';
import { bankEntry, cashEntry } from '../../records/financialEntry';
import type { FinancialKind } from './kinds';

export const balancesField = switchField({
	label: 'Include Balances',
	hint: 'Whether to return the opening and closing balance of each entry; costs further calls',
});

/** So many entries' balances are asked for in one call. */
const AT_ONCE = 40;

/** Says of each entry whether it is of a bank or a cash desk, and adds the balances on demand. Rows are changed. */
export async function* complete(
	entries: AsyncIterable<Row>,
	kinds: ReadonlyMap<string, FinancialKind>,
	{ includeBalances }: { includeBalances: boolean },
	division: number,
	session: Session,
): AsyncGenerator<Row> {
	let batch: Row[] = [];
	for await (const entry of entries) {
		entry.Kind = kinds.get(textOf(entry.JournalCode)) ?? 'bank';
		if (!includeBalances) {
			yield entry;
			continue;
		}
		batch.push(entry);
		if (batch.length < AT_ONCE) continue;
		await addBalances(batch, division, session);
		yield* batch;
		batch = [];
	}
	await addBalances(batch, division, session);
	yield* batch;
}

async function addBalances(
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
