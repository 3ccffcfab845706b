import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { inFull, wantedFor } from '../../../kit/booking/master';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Wanted } from '../../../kit/lookups/resolve';
import { division } from '../../../records/division';
import type { PlanName } from '../plans';
import type { AccountInputs } from './fields';

/** How an account is found when it is to be written. */
export const byPlan: Readonly<Record<PlanName, MasterLookUp>> = {
	costCenter: inFull(lookUps.costCenter),
	costUnit: inFull(lookUps.costUnit),
	project: inFull(lookUps.project),
};

/** The currency of the company itself. */
const company: MasterLookUp = {
	...lookUps.division,
	record: division,
	select: ['Code', 'Currency'],
	isShort: false,
	unknown: 'DIVISION_UNKNOWN',
};

/** What the fields of an account point at. */
export function wantedByFields(number: number, { client, currency }: AccountInputs): Wanted[] {
	const own = currency === undefined ? undefined : { code: String(number) };
	return [...wantedFor(lookUps.client, client), ...wantedFor(company, own)];
}

/** Exact has no place for the currency of an account: one that is not the company's would seem to be kept. */
export function currencyWarnings({ currency }: AccountInputs, facts: Facts): string[] {
	if (currency === undefined) return [];
	const row = facts.row(company, { code: String(facts.division) });
	// Currencies have no other key than their code.
	const given = 'code' in currency ? currency.code : currency.id;
	if (textOf(row?.Currency) === given.toUpperCase()) return [];
	return [`Analytic accounts have no currency in Exact Online: '${given}' was ignored`];
}
