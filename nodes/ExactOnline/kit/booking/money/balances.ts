import { all, any, equals, type Condition } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import { isAfter, openingOf, type ChainLink, type PeriodOf } from '../../../ledger/balanceChain';
import { toMinor } from '../../../ledger/money';
import { transactionLine } from '../../../records/transactionLine';
import type { FreeDraft, MoneyFlow } from '../free/draft';

/** A bank or cash entry that is to be booked. */
export type MoneyDraft = FreeDraft & { flow: MoneyFlow };

/** An entry that is dated later than another one. */
export interface NewerEntry {
	number: string;
	day: string;
}

/** Where the journals of one division stand while a run books in them. */
export interface Balances {
	/** The balance that an entry opens with, in minor units. */
	opening(draft: MoneyDraft): Promise<number>;
	/** The entry with the latest date in the journal, if that is later than the draft's. */
	newer(draft: MoneyDraft): Promise<NewerEntry | undefined>;
	/** Notes an entry that was booked: the next one opens with what it closes with. */
	note(draft: MoneyDraft, closing: number, number: string): void;
	/** What is known of the journal no longer holds. */
	forget(draft: MoneyDraft): void;
}

interface Chain {
	/** The last entries that were asked for, by the period up to which: of several, all are kept. */
	asked: Map<string, ChainLink | undefined>;
	/** What this run has booked, in order. */
	booked: ChainLink[];
	newest?: { from: string; entry?: NewerEntry };
}

/** Everything up to the last period. */
const LATEST = 'latest';

/** Looks up balances as they are needed: once for a journal, as long as entries are not older than its last one. */
export function balancesOf(division: number, session: Session): Balances {
	const chains = new Map<string, Chain>();
	const chainOf = (draft: MoneyDraft): Chain => {
		const key = keyOf(draft);
		const chain = chains.get(key) ?? { asked: new Map(), booked: [] };
		chains.set(key, chain);
		return chain;
	};
	const last = async (draft: MoneyDraft, { asked }: Chain, upTo?: PeriodOf) => {
		const key = upTo === undefined ? LATEST : `${upTo.year}/${upTo.period}`;
		if (!asked.has(key)) asked.set(key, await lastEntry(draft, upTo, division, session));
		return asked.get(key);
	};
	return {
		opening: async (draft) => {
			const chain = chainOf(draft);
			const latest = await last(draft, chain);
			const isBackDated = latest !== undefined && isAfter(latest, draft.flow);
			const before = isBackDated ? await last(draft, chain, draft.flow) : latest;
			return openingOf([...(before === undefined ? [] : [before]), ...chain.booked], draft.flow);
		},
		newer: async (draft) => {
			const chain = chainOf(draft);
			const { day } = draft.expect;
			const { newest } = chain;
			if (newest === undefined || (newest.entry === undefined && day < newest.from)) {
				chain.newest = { from: day, entry: await newestEntry(draft, division, session) };
			}
			const entry = chain.newest?.entry;
			return entry !== undefined && entry.day > day ? entry : undefined;
		},
		note: (draft, closing, number) => {
			const chain = chainOf(draft);
			const { year, period } = draft.flow;
			chain.booked.push({ year, period, closing });
			const { day } = draft.expect;
			const known = chain.newest?.entry;
			if (known !== undefined && known.day >= day) return;
			chain.newest = { from: day, entry: { number, day } };
		},
		forget: (draft) => void chains.delete(keyOf(draft)),
	};
}

/** A journal may hold several currencies; a balance is one of each. */
function keyOf({ expect: { journal, currency } }: MoneyDraft): string {
	return `${journal} ${currency}`;
}

/** The last entry of a journal in its order: by period, then by number. */
async function lastEntry(
	{ record, expect: { journal, currency, decimals } }: MoneyDraft,
	upTo: PeriodOf | undefined,
	division: number,
	session: Session,
): Promise<ChainLink | undefined> {
	const { rows } = await session.page(record, {
		division,
		select: ['EntryID', 'EntryNumber', 'FinancialYear', 'FinancialPeriod', 'ClosingBalanceFC'],
		where: all(
			equals('JournalCode', journal),
			currency === '' ? undefined : equals('Currency', currency),
			upTo && notAfter(upTo),
		),
		orderBy: 'FinancialYear desc,FinancialPeriod desc,EntryNumber desc',
		top: 1,
	});
	const [row] = rows;
	if (row === undefined) return undefined;
	return {
		year: Number(row.FinancialYear),
		period: Number(row.FinancialPeriod),
		closing: toMinor(Number(row.ClosingBalanceFC ?? 0), decimals),
	};
}

function notAfter({ year, period }: PeriodOf): Condition {
	return any(
		{ field: 'FinancialYear', is: 'lt', value: year },
		all(equals('FinancialYear', year), { field: 'FinancialPeriod', is: 'le', value: period }),
	);
}

/** The newest entry of a journal, if there is one after the draft's day; headers have no date. */
async function newestEntry(
	{ expect: { journal, day } }: MoneyDraft,
	division: number,
	session: Session,
): Promise<NewerEntry | undefined> {
	const { rows } = await session.page(transactionLine, {
		division,
		select: ['EntryNumber', 'Date'],
		where: all(equals('JournalCode', journal), { field: 'Date', is: 'gt', value: day }),
		orderBy: 'Date desc',
		top: 1,
	});
	const [row] = rows;
	if (row === undefined) return undefined;
	return { number: textOf(row.EntryNumber), day: dayOf(exactMs(row.Date) ?? 0) };
}
