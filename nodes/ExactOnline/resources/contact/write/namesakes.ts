import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { inFull } from '../../../kit/booking/master';
import { lookUps } from '../../../kit/lookups';
import { contactOfRelation } from '../../../records/contact';

/** Persons by last name: who of them has the first name and the relation is seen in the rows. */
export const byLastName = inFull(lookUps.contact, { ...contactOfRelation, code: 'LastName' });

/** What tells one person from another. */
export const personKeys = ['Account', 'FirstName', 'LastName'] as const;

/** The contacts of the same name at the same relation. */
export function namesakesOf(body: IDataObject, facts: Facts): Row[] {
	const isOne = (row: Row) =>
		personKeys.every((column) => upper(row[column]) === upper(body[column]));
	return facts.rows(byLastName).filter(isOne);
}

function upper(value: unknown): string {
	return textOf(value).toUpperCase();
}
