import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import type { Found } from './reading';
import { sides } from './sides';

/** Exact's status of an entry that can still be changed. */
const OPEN = 20;

/** What tells whether an invoice can be changed, and which one it is. */
export const tellsOpen = ['Status', 'EntryNumber', 'Journal'];

/** Stops when an invoice can no longer be changed: Exact has processed or rejected it. */
export function refuseUnlessOpen({ side, row }: Found, division: number, session: Session): void {
	if (Number(row.Status) === OPEN) return;
	session.fail({
		code: 'CONFLICT',
		message: `Invoice ${textOf(row.EntryNumber)} in journal ${textOf(row.Journal)} can not be changed: it is ${Number(row.Status) === 50 ? 'processed' : 'rejected'}`,
		description:
			'Only open invoices can be changed or deleted. Reopen it in Exact Online, or book a credit note.',
		endpoint: sides[side].record.path,
		division,
	});
}
