import type { Row } from '../entities/entity.mjs';
import type { Cast } from './cast.mjs';
import { choose, pick } from './deterministic.mjs';
import { belgianIban, dutchIban } from './numbers.mjs';
import { slug } from './slug.mjs';

/** The visit address and, for some, one of another type. */
export function addressRows(
	cast: Cast,
	account: Row,
	seed: number,
	id: (n: number) => string,
): Row[] {
	const { ID, AddressLine1, Postcode, City, Country, Phone, Created, Modified } = account;
	const shared = { Account: ID, Country, Created, Modified, Main: true };
	const rows: Row[] = [{ ...shared, ID: id(0), Type: 1, AddressLine1, Postcode, City, Phone }];
	if (pick(seed + 11, 3) === 0) {
		const [town, postcode] = choose(seed + 12, cast.towns);
		const street = `${choose(seed + 13, cast.streets)} ${1 + pick(seed + 14, 99)}`;
		const type = 2 + pick(seed + 15, 3);
		rows.push({
			...shared,
			ID: id(1),
			Type: type,
			AddressLine1: street,
			Postcode: postcode,
			City: town,
		});
	}
	return rows;
}

export function bankRow({ country }: Cast, account: Row, seed: number, id: string): Row {
	const iban =
		country === 'BE'
			? belgianIban(seed * 7)
			: dutchIban(choose(seed, ['INGB', 'RABO', 'ABNA']), seed);
	const { ID, Name, Created, Modified } = account;
	return {
		ID: id,
		Account: ID,
		BankAccount: iban,
		IBAN: iban,
		BankAccountHolderName: Name,
		BICCode: country === 'BE' ? 'KREDBEBB' : `${iban.slice(4, 8)}NL2A`,
		Main: true,
		Created,
		Modified,
	};
}

/** One or two people who answer the phone. */
export function contactRows(
	cast: Cast,
	account: Row,
	seed: number,
	id: (n: number) => string,
): Row[] {
	const { ID, Email, Phone, Language, Created, Modified } = account;
	const domain = String(Email).slice(String(Email).indexOf('@'));
	return Array.from({ length: 1 + pick(seed + 16, 2) }, (_nothing, number) => {
		const firstName = choose(seed + 17 + number, cast.firstNames);
		const lastName = choose(seed + 27 + number, cast.lastNames);
		return {
			ID: id(number),
			Account: ID,
			Code: String(pick(seed + number, 89_999) + 10_000),
			HID: pick(seed + number, 89_999) + 10_000,
			FirstName: firstName,
			LastName: lastName,
			Initials: firstName.slice(0, 1),
			Email: `${slug(firstName)}.${slug(lastName)}${domain}`,
			Phone,
			Gender: 'O',
			JobTitleDescription: number === 0 ? 'Administratie' : 'Inkoop',
			Language,
			Created,
			Modified,
		};
	});
}
