import type { Problem } from '../../../../kit/booking/problems';
import type { Given } from '../given';
import { addressPart } from './address';
import { bankAccountPart } from './bankAccount';
import { contactPart } from './contact';
import type { PartDraft } from './part';

export type { PartDraft } from './part';

/** Everything below the relation that was entered, in the order in which it is written. */
export function draftParts(given: Given, problems: Problem[]): PartDraft[] {
	const seen = new Set<string>();
	const addresses = given.addresses.flatMap((address, index) => {
		const isFirst = !seen.has(address.type);
		seen.add(address.type);
		// The first visiting address is written with the relation itself.
		if (isFirst && address.type === 'visit') return [];
		return [addressPart(address, ['Addresses', `Address ${index + 1}`], isFirst, problems)];
	});
	const contacts = given.contacts.map((contact, index) =>
		contactPart(contact, ['Contacts', `Contact ${index + 1}`], problems),
	);
	if (contacts.filter(({ isMainContact }) => isMainContact).length > 1) {
		const expected = "Switch 'Main Contact' on for one of them only.";
		const what = 'name several main contacts';
		problems.push({ code: 'PARAM_PAIR', where: ['Contacts'], what, expected });
	}
	return [...addresses, ...bankAccountPart(given, problems), ...contacts];
}
