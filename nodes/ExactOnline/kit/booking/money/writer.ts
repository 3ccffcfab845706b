import type { Session } from '../../../exact/session';
import { addBalances } from '../../entries/moneyBalances';
import { attempt, codeOf } from '../attempt';
import type { FreeDraft } from '../free/draft';
import { freeWriter } from '../free/writer';
import type { Booked } from '../once';
import type { Writer } from '../pipeline';
import { balancesOf } from './balances';
import { moneyKinds, type MoneyKind } from './kinds';
import { isMoney, sendMoney, type Sent } from './send';

/** Books bank and cash entries of one division; general entries pass as they are. */
export function moneyWriter(division: number, session: Session): Writer<FreeDraft> {
	const sent: Sent = { balances: new Map(), warnings: new Map() };
	return freeWriter(division, session, {
		send: sendMoney(balancesOf(division, session), sent, division, session),
		complete: async (entries) => await complete(entries, sent, division, session),
	});
}

/** Says of each entry which kind it is, and its balances: those of entries that were there already take a call. */
async function complete(
	entries: ReadonlyArray<Booked<FreeDraft>>,
	sent: Sent,
	division: number,
	session: Session,
): Promise<void> {
	const mine = entries.filter(({ draft }) => isMoney(draft));
	for (const { draft, row, warnings } of mine) {
		row.Kind = kindOf(draft);
		const balances = sent.balances.get(draft);
		if (balances !== undefined) Object.assign(row, balances);
		warnings.push(...(sent.warnings.get(draft) ?? []));
	}
	const others = mine.filter(({ row }) => row.OpeningBalanceFC === undefined);
	const read = await attempt(() =>
		addBalances([...new Set(others.map(({ row }) => row))], division, session),
	);
	if ('value' in read) return;
	if (codeOf(read.error) === 'CANCELLED') throw read.error;
	for (const { warnings } of others) {
		warnings.push('Its opening and closing balance could not be read');
	}
}

function kindOf({ record }: FreeDraft): MoneyKind {
	return record === moneyKinds.cash.record ? 'cash' : 'bank';
}
