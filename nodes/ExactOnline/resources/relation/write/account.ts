import type { IDataObject } from 'n8n-workflow';

import { filled } from '../../../kit/booking/draft/filled';
import type { Facts } from '../../../kit/booking/facts';
import { checkExactNames, emailOf } from '../../../kit/booking/master/checks';
import type { Problem, Where } from '../../../kit/booking/problems';
import { normaliseVatNumber } from '../../../ledger/vatNumber';
import { countryOf, languageOf, peppolTypeOf } from './checks';
import type { AccountInputs } from './accountFields';
import type { AddressInput } from './fields';
import type { Given } from './given';
import { referenceColumns } from './references';
import type { Role } from './roles';

/** What a relation should hold: the columns that were given, and those that make it a client or a supplier. */
export function accountBody(
	role: Role,
	given: Given,
	facts: Facts,
	problems: Problem[],
): IDataObject {
	const { fields, label, name } = given;
	const { additionalExactFields: exact = {} } = fields;
	const at = (field: string) => [label, field];
	checkExactNames(exact, role.relation.record, at('Additional Exact Fields'), problems);
	if ((fields.code ?? '').length > CODE_WIDTH) {
		const expected = `A code has at most ${CODE_WIDTH} characters.`;
		problems.push({ code: 'PARAM_FORMAT', where: at('Code'), what: 'is too long', expected });
	}
	const own = filled({
		...role.given,
		Name: name,
		Code: fields.code,
		...ownAddress(given, problems),
		Email: emailOf(fields.email, at('Email'), problems),
		Website: fields.website,
		Language: languageOf(fields.language, facts.country, at('Language'), problems),
		VATNumber: fields.vatNumber && normaliseVatNumber(fields.vatNumber),
		ChamberOfCommerce: fields.chamberOfCommerce,
		SearchCode: fields.searchCode,
		PeppolIdentifier: fields.peppolIdentifier,
		PeppolIdentifierType: peppolTypeOf(fields.peppolIdentifierType, at('Peppol ID Type'), problems),
		Remarks: fields.remarks,
		...referenceColumns(role, given, facts, problems),
		...activity(fields, facts.today),
	});
	return { ...exact, ...own } as IDataObject;
}

/** Exact keeps codes right-aligned in so many places. */
const CODE_WIDTH = 18;

/** The visiting address stands on the relation itself; it is entered there, or as the first address of that type. */
function ownAddress({ fields, label, addresses }: Given, problems: Problem[]): IDataObject {
	const index = addresses.findIndex(({ type }) => type === 'visit');
	const visit = addresses[index];
	const own = addressColumns(fields, [label, 'Country'], problems);
	if (visit === undefined) return { ...own, Phone: fields.phone };
	const where = ['Addresses', `Address ${index + 1}`];
	const both = Object.values(own).some((value) => value !== undefined);
	if (both) {
		const what = 'is a visiting address, which is the address of the relation itself';
		const expected = `Leave it out, or leave the address in '${label}' empty.`;
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	const columns = addressColumns(visit, [...where, 'Country'], problems);
	return { ...columns, Phone: fields.phone ?? visit.phone };
}

/** The lines of an address under the names that Exact has for them everywhere. */
export function addressColumns(
	address: Pick<
		AccountInputs & AddressInput,
		'addressLine1' | 'addressLine2' | 'addressLine3' | 'postcode' | 'city' | 'state' | 'country'
	>,
	countryAt: Where,
	problems: Problem[],
): IDataObject {
	return {
		AddressLine1: address.addressLine1,
		AddressLine2: address.addressLine2,
		AddressLine3: address.addressLine3,
		Postcode: address.postcode,
		City: address.city,
		State: address.state,
		Country: countryOf(address.country, countryAt, problems),
	};
}

/** A relation that is not used any more ends today; one that is has no end and is not blocked. */
function activity({ isActive }: AccountInputs, today: string): IDataObject {
	if (isActive === undefined) return {};
	return isActive === 'false' ? { EndDate: today } : { EndDate: null, Blocked: false };
}
