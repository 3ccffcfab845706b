import { equals } from '../../exact/odata/filter';
import { readOne } from '../../kit/operation';
import { division } from '../../records/division';

export const get = readOne({
	value: 'get',
	words: {
		name: 'Get',
		action: 'Get division',
		description: 'Retrieve one company that the login can reach',
	},
	rows: [],
	cost: '1 call',
	record: division,
	fields: {},
	run: async (_, { division: number, select }, session) => {
		// Exact does not check the division in this path, so a wrong one costs no counted mistake.
		const where = equals('Code', number);
		for await (const row of session.list(division, { division: number, select, where, limit: 1 })) {
			return row;
		}
		return session.fail({
			code: 'DIVISION_UNKNOWN',
			message: `Division ${number} can not be reached with this login`,
			description:
				'Division > Get Many lists the ones that can. Access is granted when the credential is connected, and in Exact by the rights of the user.',
			division: number,
		});
	},
});
