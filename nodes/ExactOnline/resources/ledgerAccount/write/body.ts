import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../exact/values/text';
import type { Row } from '../../../exact/source';
import { filled } from '../../../kit/booking/draft/filled';
import type { Facts } from '../../../kit/booking/facts';
import {
	checkExactNames,
	checkTwice,
	codeIn,
	inFull,
	usable,
	wantedFor,
} from '../../../kit/booking/master';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Wanted } from '../../../kit/lookups/resolve';
import type { Reference } from '../../../kit/reference';
import { standingOf } from '../../../ledger/accountTypes';
import { categoryOf, glAccount, type AccountCategory } from '../../../records/glAccount';
import type { AccountInputs } from './fields';
import { numberOf, typeNumbers } from './types';

/** How a ledger account is found when it is to be written. */
export const inWriting = inFull(lookUps.ledgerAccount);

/** What the fields of a ledger account point at. */
export function wantedByFields({ vatCode, costCenter, costUnit }: AccountInputs): Wanted[] {
	return [
		...wantedFor(lookUps.vatCode, vatCode),
		...wantedFor(lookUps.costCenter, costCenter),
		...wantedFor(lookUps.costUnit, costUnit),
	];
}

/** What was entered for one ledger account, and where. */
export interface Given {
	code: string | undefined;
	name: string | undefined;
	type: AccountCategory | undefined;
	fields: AccountInputs;
	/** The name of the collection that the fields stand in, for messages. */
	label: string;
}

const useNumbers = { optional: 0, mandatory: 1, no: 2 };

/** The columns that were given. What is unknown or does not fit becomes a problem. */
export function accountBody(given: Given, facts: Facts, problems: Problem[]): IDataObject {
	const { code, name, fields, label } = given;
	const { additionalExactFields: exact = {}, isActive } = fields;
	const find = (lookUp: MasterLookUp, reference: Reference | undefined) =>
		codeIn(usable(facts, lookUp, reference, [label, lookUp.label], problems));
	const own = filled({
		Code: code,
		Description: name,
		Type: typeOf(given, problems),
		BalanceType:
			fields.balanceType && { balanceSheet: 'B', profitAndLoss: 'W' }[fields.balanceType],
		BalanceSide: fields.balanceSide && { debit: 'D', credit: 'C' }[fields.balanceSide],
		SearchCode: fields.searchCode,
		VATCode: find(lookUps.vatCode, fields.vatCode),
		Costcenter: find(lookUps.costCenter, fields.costCenter),
		UseCostcenter: fields.costCenterUse && useNumbers[fields.costCenterUse],
		Costunit: find(lookUps.costUnit, fields.costUnit),
		UseCostunit: fields.costUnitUse && useNumbers[fields.costUnitUse],
		Matching: fields.isMatched,
		IsBlocked: isActive === undefined ? undefined : isActive === 'false',
	});
	const where = [label, 'Additional Exact Fields'];
	checkExactNames(exact, glAccount, where, problems);
	checkTwice(exact, own, where, problems);
	return { ...exact, ...own } as IDataObject;
}

/** Exact's number of the type; the word of Exact has to belong to the purpose that was chosen. */
function typeOf({ type, fields, label }: Given, problems: Problem[]): number | undefined {
	const { exactType } = fields;
	if (exactType === undefined) return type && typeNumbers[type];
	const number = numberOf(exactType);
	const category = categoryOf({ Type: number });
	if (type !== undefined && category !== type) {
		const what = `is ${exactType}, which is of the type ${category}, but 'Type' is ${type}`;
		const expected = `Choose ${category} as the type, or leave 'Exact Type' out.`;
		problems.push({ code: 'PARAM_PAIR', where: [label, 'Exact Type'], what, expected });
	}
	return number;
}

/** Where an account stands by its type; one that changes its type moves there as well. */
export function standingFor(body: IDataObject, found?: Row): IDataObject {
	const isOther = found === undefined || textOf(found.Type) !== textOf(body.Type);
	if (body.Type === undefined || !isOther) return {};
	const { balanceType, balanceSide } = standingOf(Number(body.Type));
	return { BalanceType: balanceType, BalanceSide: balanceSide };
}
