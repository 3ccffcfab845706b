import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import {
	controlAccount,
	invoiceJournals,
	type ControlCandidate,
	type Party,
} from '../../../ledger/controlAccount';
import { client, supplier } from '../../../records/account';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';

/** Whose account a line is booked on, where it is not on a ledger account. */
export interface PartyLine {
	party: Party;
	reference: Reference;
}

const parties = ['client', 'supplier', 'employee'] as const;

/** The clients, suppliers and employees that a line names. */
export function partiesOf(input: Partial<Record<Party, Reference>>): PartyLine[] {
	return parties.flatMap((party) => {
		const reference = input[party];
		return reference === undefined ? [] : [{ party, reference }];
	});
}

const ownColumns = { client: client.control, supplier: supplier.control } as const;

const words: Readonly<Record<Party, string>> = {
	client: 'receivables (type 20)',
	supplier: 'payables (type 22)',
	employee: 'employees (type 25)',
};

/** The ledger account that holds the items of a party; none while the party itself is unknown, which is said elsewhere. */
export function accountOf(
	{ party, reference }: PartyLine,
	where: Where,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const row = facts.row(lookUps[party], reference);
	if (row === undefined) return undefined;
	const accounts = facts.rows(lookUps.ledgerAccount).map(candidate);
	const own = party === 'employee' ? '' : textOf(row[ownColumns[party]]).toLowerCase();
	const found = controlAccount(party, {
		own: accounts.find(({ id }) => id === own),
		accounts,
		ofJournals: accountsOfJournals(party, facts),
	});
	if ('account' in found) return found.account.row;
	problems.push({
		code: 'CONTROL_ACCOUNT',
		where: [...where, lookUps[party].label],
		what: `is ${textOf(row.Code)} ${textOf(row.Name ?? row.FullName)}, ${reason(party, found.candidates)}`,
		expected: `Fill 'Control Account'${party === 'employee' ? '' : `, or give the ${party} a ledger account of its own in Exact Online`}.`,
	});
	return undefined;
}

interface Candidate extends ControlCandidate {
	row: Row;
}

function candidate(row: Row): Candidate {
	const id = textOf(row.ID).toLowerCase();
	return { id, type: Number(row.Type), isBlocked: row.IsBlocked === true, row };
}

/** The accounts that journals in use book the invoices of a party on. */
function accountsOfJournals(party: Party, facts: Facts): string[] {
	return facts
		.rows(lookUps.journal)
		.filter(({ Type, IsBlocked }) => {
			return IsBlocked !== true && invoiceJournals[party].includes(Number(Type));
		})
		.map(({ GLAccount }) => textOf(GLAccount).toLowerCase());
}

function reason(party: Party, candidates: readonly Candidate[]): string {
	if (candidates.length === 0) return `but there is no ledger account of ${words[party]}`;
	const names = candidates
		.map(({ row }) => `${textOf(row.Code)} ${textOf(row.Description)}`)
		.sort();
	const whose = party === 'employee' ? '' : ' and none is set for this relation';
	return `but there are several ledger accounts of ${words[party]}: ${names.join(', ')}${whose}`;
}
