import { accountEndpoints, accounts } from './accounts.mjs';
import { addressEndpoints, addresses } from './addresses.mjs';
import { bankAccountEndpoints, bankAccounts } from './bankAccounts.mjs';
import { contactEndpoints, contacts } from './contacts.mjs';
import { deleted, deletedEndpoints } from './deleted.mjs';
import { divisionEndpoints } from './divisions.mjs';
import type { Endpoint, Entity } from './entity.mjs';
import { syncTimestampEndpoints } from './syncTimestamp.mjs';

const endpoints: Endpoint[] = [
	...divisionEndpoints,
	...accountEndpoints,
	...addressEndpoints,
	...bankAccountEndpoints,
	...contactEndpoints,
	...deletedEndpoints,
	...syncTimestampEndpoints,
];

const byPath = new Map(endpoints.map((endpoint) => [endpoint.path.toLowerCase(), endpoint]));
const byName = new Map(
	[accounts, addresses, bankAccounts, contacts, deleted].map((entity) => [
		entity.name.toLowerCase(),
		entity,
	]),
);

/** Paths are matched without regard to case: real clients write crm and CRM. */
export function endpointAt(path: string): Endpoint | undefined {
	return byPath.get(path.toLowerCase());
}

export { meEndpoint } from './me.mjs';

/** The stored entity of this name. */
export function entityNamed(name: string): Entity | undefined {
	return byName.get(name.toLowerCase());
}
