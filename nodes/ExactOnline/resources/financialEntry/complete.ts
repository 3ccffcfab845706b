import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { MoneyKind } from '../../kit/booking/money/kinds';
import { addBalances } from '../../kit/entries/moneyBalances';
import { switchField } from '../../kit/fields';

export const balancesField = switchField({
	label: 'Include Balances',
	hint: 'Whether to return the opening and closing balance of each entry; costs further calls',
});

/** So many entries' balances are asked for in one call. */
const AT_ONCE = 40;

/** Says of each entry whether it is of a bank or a cash desk, and adds the balances on demand. Rows are changed. */
export async function* complete(
	entries: AsyncIterable<Row>,
	kinds: ReadonlyMap<string, MoneyKind>,
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
