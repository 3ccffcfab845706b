import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { closingFinding } from '../../../ledger/balanceChain';
import { format, fromMinor, toMinor } from '../../../ledger/money';
import { told } from '../../attaching/told';
import { attempt, codeOf } from '../attempt';
import type { FreeDraft } from '../free/draft';
import type { Send } from '../free/writer';
import { refuse } from '../problems';
import type { Balances, MoneyDraft } from './balances';
import { closingField } from './draft';

/** The balances of an entry, in major units and under Exact's names. */
export interface EntryBalances {
	OpeningBalanceFC: number;
	ClosingBalanceFC: number;
}

/** What came of entries that were sent. */
export interface Sent {
	balances: Map<FreeDraft, EntryBalances>;
	warnings: Map<FreeDraft, string[]>;
}

/** Sends bank and cash entries with the balances of their journal, each opening with what the one before closes with. */
export function sendMoney(
	balances: Balances,
	sent: Sent,
	division: number,
	session: Session,
): Send {
	return async (draft, post) => {
		if (!isMoney(draft)) return await post(draft.body);
		const opening = await openingFor(draft, balances, division, session);
		const newer = await balances.newer(draft);
		const outcome = await attempt(() => post(bodyWith(draft, opening)));
		if ('value' in outcome) {
			note(draft, outcome.value, opening, balances, sent);
			if (newer !== undefined) sent.warnings.get(draft)?.push(newerWarning(draft, newer));
			return outcome.value;
		}
		// Whatever happened, somebody else may have booked in the journal.
		balances.forget(draft);
		const { error } = outcome;
		if (!isAboutBalance(error)) throw error;
		const again = await openingFor(draft, balances, division, session);
		if (again === opening) explain(draft, opening, error, division, session);
		const second = await attempt(() => post(bodyWith(draft, again)));
		if ('error' in second) {
			balances.forget(draft);
			if (!isAboutBalance(second.error)) throw second.error;
			explain(draft, again, second.error, division, session);
		}
		note(draft, second.value, again, balances, sent);
		return second.value;
	};
}

export function isMoney(draft: FreeDraft): draft is MoneyDraft {
	return draft.flow !== undefined;
}

/** The opening balance: the one that was given, else what the journal stands at; checks the closing balance with it. */
export async function openingFor(
	draft: MoneyDraft,
	balances: Balances,
	division: number,
	session: Session,
): Promise<number> {
	const { opening: given, closing, sum } = draft.flow;
	const opening = given ?? (await balances.opening(draft));
	if (closing === undefined) return opening;
	const { decimals } = draft.expect;
	const finding = closingFinding({ opening, sum, closing }, decimals, closingField);
	if (finding !== undefined) refuse([finding], division, session);
	return opening;
}

/** What the two balances are, in Exact's words. */
export function balancesWith({ flow, expect }: MoneyDraft, opening: number): EntryBalances {
	return {
		OpeningBalanceFC: fromMinor(opening, expect.decimals),
		ClosingBalanceFC: fromMinor(opening + flow.sum, expect.decimals),
	};
}

function bodyWith(draft: MoneyDraft, opening: number): IDataObject {
	return { ...draft.body, ...balancesWith(draft, opening) };
}

/** What Exact answers counts for the next entry, where it says anything. */
function note(
	draft: MoneyDraft,
	row: Row,
	opening: number,
	balances: Balances,
	{ balances: known, warnings }: Sent,
): void {
	const { decimals } = draft.expect;
	const asked = balancesWith(draft, opening);
	const stands = {
		OpeningBalanceFC: kept(row.OpeningBalanceFC, asked.OpeningBalanceFC),
		ClosingBalanceFC: kept(row.ClosingBalanceFC, asked.ClosingBalanceFC),
	};
	balances.note(draft, toMinor(stands.ClosingBalanceFC, decimals), textOf(row.EntryNumber));
	known.set(draft, stands);
	const closing = (of: EntryBalances) => format(toMinor(of.ClosingBalanceFC, decimals), decimals);
	warnings.set(
		draft,
		closing(stands) === closing(asked)
			? []
			: [`Exact Online keeps a closing balance of ${closing(stands)} instead of ${closing(asked)}`],
	);
}

const kept = (value: unknown, asked: number): number => (typeof value === 'number' ? value : asked);

/** Exact's own words for balances that do not fit, in the languages that it speaks. */
const ABOUT_BALANCE = /balance|saldo|solde/i;

/** Only a refusal: where no answer came, something may be booked. */
function isAboutBalance(error: unknown): boolean {
	const { exactText } = told(error).details;
	return codeOf(error) === 'EXACT' && ABOUT_BALANCE.test(textOf(exactText));
}

function explain(
	{ record, flow, expect }: MoneyDraft,
	opening: number,
	error: unknown,
	division: number,
	session: Session,
): never {
	const { message, description, details } = told(error);
	const [from, sum, to] = [opening, flow.sum, opening + flow.sum].map((minor) =>
		format(minor, expect.decimals),
	);
	return session.fail({
		code: 'EXACT',
		message,
		description: `Sent were an opening balance of ${from}, lines of ${sum} and a closing balance of ${to}. Nothing was booked. ${description}`,
		status: Number(details.status),
		endpoint: record.path,
		division,
		more: { ...details, openingBalance: from, sum, closingBalance: to },
	});
}

function newerWarning(
	{ expect }: MoneyDraft,
	{ number, day }: { number: string; day: string },
): string {
	return `Entry ${number} of ${day} in journal ${expect.journal} is newer: its opening balance stays as it is`;
}
