import type { Needs } from '../../../kit/booking/facts';
import { wantedFor } from '../../../kit/booking/master/refer';
import { lookUps } from '../../../kit/lookups';
import type { AccountInputs } from './accountFields';
import { isNational } from './language';
import { wantedBy, type Match } from './match';
import type { Role } from './roles';

/** Everything that has to be looked up before a relation can be drafted. */
export function needs(role: Role, fields: AccountInputs, match: Match | undefined): Needs {
	return {
		references: [
			...wantedBy(role, match),
			...wantedFor(lookUps.currency, fields.currency),
			...wantedFor(lookUps.paymentTerm, fields.paymentTerm),
			...wantedFor(lookUps.vatCode, fields.vatCode),
			...wantedFor(lookUps.ledgerAccount, fields.ledgerAccount),
			...wantedFor(lookUps.ledgerAccount, fields.controlAccount),
			...wantedFor(role.lookUp, fields.parent),
		],
		country: fields.language !== undefined && isNational(fields.language),
	};
}
