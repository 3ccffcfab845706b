import type { Row } from '../entities/entity.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { addressRows, bankRow, contactRows } from './belowRelation.mjs';
import type { Cast } from './cast.mjs';
import { choose, guidOf, pick, spaceOf } from './deterministic.mjs';
import { belgianEnterprise, dutchVat } from './numbers.mjs';
import { slug } from './slug.mjs';

export type Role = 'customer' | 'supplier' | 'both' | 'other';

export interface Relation {
	account: Row;
	addresses: Row[];
	bankAccounts: Row[];
	contacts: Row[];
}

const dayLength = 86_400_000;
const firstDay = Date.UTC(2022, 0, 3);

/** One relation with everything that hangs below it, all of it fixed by company, name and index. */
export function relation(
	division: number,
	cast: Cast,
	name: string,
	role: Role,
	index: number,
): Relation {
	const seed = spaceOf(`${division} ${name}`);
	const id = (kind: string, number: number) => guidOf(spaceOf(`${division} ${kind}`), number);
	const account = accountRow(cast, { ID: id('Accounts', index), Name: name }, role, index, seed);
	const contacts = contactRows(cast, account, seed, (number) => id('Contacts', index * 4 + number));
	if (contacts[0]) account['MainContact'] = contacts[0]['ID'];
	const isTrader = role !== 'other';
	return {
		account,
		contacts,
		addresses: addressRows(cast, account, seed, (number) => id('Addresses', index * 4 + number)),
		bankAccounts: isTrader ? [bankRow(cast, account, seed, id('BankAccounts', index))] : [],
	};
}

function accountRow(cast: Cast, row: Row, role: Role, index: number, seed: number): Row {
	const { created, modified } = moments(seed, index);
	return {
		...row,
		Code: String(codeOf(role, index)),
		Type: 'A',
		Blocked: index % 23 === 22,
		EndDate: index % 31 === 30 ? Date.UTC(2024, 11, 31) : undefined,
		StartDate: Date.UTC(2022, 0, 1),
		Language: cast.language,
		SearchCode: slug(String(row['Name'])).slice(0, 10).toUpperCase(),
		SalesCurrency: 'EUR',
		PurchaseCurrency: 'EUR',
		Created: created,
		Modified: modified,
		...whereabouts(cast, String(row['Name']), seed),
		...registration(cast, seed),
		...asSupplier(role),
		...asCustomer(role, index, seed, created),
	};
}

function whereabouts(cast: Cast, name: string, seed: number): Row {
	const [town, postcode, dial] = choose(seed, cast.towns);
	const domain = `${slug(name)}.example`;
	return {
		AddressLine1: `${choose(seed + 1, cast.streets)} ${1 + pick(seed + 2, 240)}`,
		Postcode: postcode,
		City: town,
		Country: cast.country,
		Phone: `${dial} ${20 + pick(seed + 3, 79)} ${10 + pick(seed + 4, 89)} ${10 + pick(seed + 5, 89)}`,
		Email: `info@${domain}`,
		Website: `https://www.${domain}`,
	};
}

/** In Belgium the VAT number is the enterprise number; in the Netherlands they are two numbers. */
function registration({ country }: Cast, seed: number): Row {
	if (country === 'NL') {
		const number = 10_000_000 + pick(seed + 6, 80_000_000);
		return { VATNumber: dutchVat(seed), ChamberOfCommerce: String(number) };
	}
	const number = belgianEnterprise(seed);
	return { VATNumber: `BE${number}`, ChamberOfCommerce: number };
}

function asSupplier(role: Role): Row {
	if (role !== 'supplier' && role !== 'both') return {};
	return { IsSupplier: true, PaymentConditionPurchase: '30', PurchaseVATCode: '4' };
}

/** Customers have status C; of the others some are being won over (suspect, prospect). */
function asCustomer(role: Role, index: number, seed: number, created: number): Row {
	if (role !== 'customer' && role !== 'both') return { Status: 'ASP'.charAt(index % 3) };
	return {
		Status: 'C',
		CustomerSince: created - (created % dayLength),
		InvoicingMethod: 2,
		PaymentConditionSales: '30',
		SalesVATCode: '4',
		CreditLineSales: 500 * (1 + pick(seed + 7, 40)),
		DiscountSales: index % 9 === 0 ? 0.05 : undefined,
	};
}

/** Customers count from 1001, suppliers from 5001, everybody else from 9001. */
function codeOf(role: Role, index: number): number {
	const start = { customer: 1001, both: 1001, supplier: 5001, other: 9001 }[role];
	return start + index;
}

function moments(seed: number, index: number) {
	const created = firstDay + (index * 7 + pick(seed, 6)) * dayLength + pick(seed + 8, 36_000_000);
	const modified = created + pick(seed + 9, 200) * dayLength + pick(seed + 10, 3_600_000);
	return { created: sqlMoment(created), modified: sqlMoment(modified) };
}
