import type { Session } from '../../exact/session';
import { transactionLine } from '../../records/transactionLine';

/** Nothing in the ledger has this ID. */
export function noEntry(entryId: string, division: number, session: Session): never {
	return session.fail({
		code: 'NOT_FOUND',
		message: `No invoice or entry with ID ${entryId} in division ${division}`,
		description:
			'It may have been deleted, or belong to another division. Expected the ID of an invoice as Invoice > Get Many gives it, or of another entry.',
		endpoint: transactionLine.path,
		division,
	});
}
