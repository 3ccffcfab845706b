import type { Session } from '../../../exact/session';
import type { FreeDraft } from '../free/draft';
import { balancesOf, type Balances } from './balances';
import { balancesWith, isMoney, openingFor } from './send';

/** Where journals stand in the eyes of a preview, by run and division: nothing of it is booked. */
const previews = new WeakMap<Session, Map<number, Balances>>();

/** Adds the balances to what *Preview* shows: previews of one run follow each other as the entries would. */
export async function previewBalances(draft: FreeDraft, session: Session): Promise<void> {
	const { preview, division } = draft;
	if (preview === undefined || !isMoney(draft)) return;
	const balances = previewsOf(division, session);
	const opening = await openingFor(draft, balances, division, session);
	preview.body = { ...draft.body, ...balancesWith(draft, opening) };
	balances.note(draft, opening + draft.flow.sum, '');
}

function previewsOf(division: number, session: Session): Balances {
	const byDivision = previews.get(session) ?? new Map<number, Balances>();
	previews.set(session, byDivision);
	const balances = byDivision.get(division) ?? balancesOf(division, session);
	byDivision.set(division, balances);
	return balances;
}
