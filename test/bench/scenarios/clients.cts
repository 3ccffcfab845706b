import { inDivision, NL } from '../../harness/inputs.cjs';
import type { Row } from '../../harness/sandbox.cjs';
import { pagesOf, type Scenario } from '../scenario.cjs';
import { byTheThousand } from './bulk.cjs';

const isClient = ({ Status }: Row): boolean => Status === 'C';

function reading(output: 'raw' | 'simplified'): Scenario {
	return {
		key: `clients-${output}`,
		name: `Client: Get Many, ${output}`,
		count: 20_000,
		unit: 'clients',
		...byTheThousand('bulk/CRM/Accounts', 'crm/Accounts'),
		prepare: async (sandbox, count) => {
			const clients = async () => (await sandbox.records(NL, 'Accounts')).filter(isClient).length;
			// Of every three generated relations two are clients.
			await sandbox.generate(NL, 'Accounts', Math.ceil(((count - (await clients())) * 3) / 2));
			const records = await clients();
			const parameters = inDivision('client', 'getAll', { returnAll: true, output });
			// Readable moments take the clock of Exact's server, which is asked for once.
			const calls = pagesOf(records) + (output === 'simplified' ? 1 : 0);
			return { parameters, records, calls };
		},
	};
}

export const clientsRaw = reading('raw');
export const clientsSimplified = reading('simplified');
