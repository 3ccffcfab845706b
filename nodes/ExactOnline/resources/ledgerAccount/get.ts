import { isReferred, notFound } from '../../kit/referred';
import { lookUps } from '../../kit/lookups';
import { readOne } from '../../kit/operation';
import { reference } from '../../kit/reference';
import { glAccount } from '../../records/glAccount';

/** Get: one account of the chart, by the list, its code or its ID. */
export const get = readOne({
	value: 'get',
	words: { name: 'Get', action: 'Get ledger account', description: 'Retrieve one ledger account' },
	rows: [],
	cost: '1 call',
	record: glAccount,
	fields: { ledgerAccount: reference(lookUps.ledgerAccount) },
	run: async ({ ledgerAccount }, { division, select }, session) => {
		const where = isReferred(glAccount, ledgerAccount);
		for await (const row of session.list(glAccount, { division, select, where, limit: 1 })) {
			return row;
		}
		return notFound(session, glAccount, ledgerAccount, division);
	},
});
