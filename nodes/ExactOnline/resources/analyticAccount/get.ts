import { isReferred, notFound } from '../../kit/referred';
import { accountFields, wantedAccount } from './planFields';
import { accountReading } from './reading';

/** Get: one cost center, cost unit or project. */
export const get = accountReading(
	{
		value: 'get',
		words: {
			name: 'Get',
			action: 'Get analytic account',
			description: 'Retrieve one cost center, cost unit or project',
		},
		rows: ['R10', 'R14'],
		cost: '1 call',
		fields: accountFields,
	},
	async function* (inputs, { division, columns }, session) {
		const { name, plan, reference } = wantedAccount(inputs, session);
		const { record } = plan;
		const where = isReferred(record, reference);
		const select = await columns(name);
		for await (const row of session.list(record, { division, select, where, limit: 1 })) {
			yield { plan: name, row };
			return;
		}
		notFound(session, record, reference, division);
	},
);
