import { lookUps } from '../../lookups';
import type { Needs } from '../facts';
import { freeNeeds } from '../free/needs';
import type { MoneyInputs } from './draft';
import { partiesOf } from './party';

/** Everything that has to be looked up before a bank or cash entry can be drafted. */
export function moneyNeeds({ lines, ...header }: MoneyInputs): Needs {
	const named = lines.map(({ ledgerAccount, controlAccount, ...line }) => ({
		...line,
		ledgerAccount: ledgerAccount ?? controlAccount,
	}));
	const { references, ...needs } = freeNeeds(header, named);
	const employees = lines.flatMap(({ employee: reference }) =>
		reference === undefined ? [] : [{ lookUp: lookUps.employee, reference }],
	);
	const isOnParty = lines.some(
		(line) => line.controlAccount === undefined && partiesOf(line).length > 0,
	);
	// All ledger accounts: that of a party may be the only one of its type.
	const all = isOnParty ? [{ lookUp: lookUps.ledgerAccount }] : [];
	return { ...needs, references: [...references, ...employees, ...all] };
}
