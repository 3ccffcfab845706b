import type { Needs } from '../../../kit/booking/facts';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import type { Wanted } from '../../../kit/lookups/resolve';
import type { AccountInputs } from './accountFields';
import { isNational } from './language';
import { wantedBy, type Match } from './match';
import type { Role } from './roles';

/** Everything that has to be looked up before a relation can be drafted. */
export function needs(role: Role, fields: AccountInputs, match: Match | undefined): Needs {
	const wanted = (lookUp: MasterLookUp, reference: Reference | undefined): Wanted[] =>
		reference === undefined ? [] : [{ lookUp, reference }];
	return {
		references: [
			...wantedBy(role, match),
			...wanted(lookUps.currency, fields.currency),
			...wanted(lookUps.paymentTerm, fields.paymentTerm),
			...wanted(lookUps.vatCode, fields.vatCode),
			...wanted(lookUps.ledgerAccount, fields.ledgerAccount),
			...wanted(lookUps.ledgerAccount, fields.controlAccount),
			...wanted(role.lookUp, fields.parent),
		],
		country: fields.language !== undefined && isNational(fields.language),
	};
}
