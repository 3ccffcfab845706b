import type { Row } from '../entities/entity.mjs';
import type { FreeKind } from '../ledger/freeKinds.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';
import { bookEntry } from './entries.mjs';

/** A line by the code of its ledger account. */
export interface PlannedLine {
	account: string;
	amount: number;
	date: number;
	description: string;
	more?: Row;
}

const dayLength = 86_400_000;

/** Books a general, bank or cash entry, made the day after its last line. The keys of its lines. */
export function bookPlanned(
	company: Company,
	kind: FreeKind,
	header: Row,
	plans: readonly PlannedLine[],
): string[] {
	const index = company.table(kind.entity).size();
	const entryId = guidOf(spaceOf(`${company.code} ${kind.entity}`), index);
	const keys = plans.map((_, at) =>
		guidOf(spaceOf(`${company.code} ${kind.lines}`), index * 32 + at),
	);
	const lines = plans.map(({ account, amount, date, description, more }, at) => ({
		...{ ID: keys[at], GLAccount: byCode(company, 'GLAccounts', account)?.['ID'] },
		...{ AmountFC: amount, Date: date, Description: description, ...more },
	}));
	const date = Math.max(...plans.map((plan) => plan.date));
	const now = date + dayLength + 34_200_000 + index * 61_000;
	bookEntry(company, kind, { header: { EntryID: entryId, ...header }, lines, date, now });
	return keys;
}
