import { byCode } from '../rules/codes.mjs';
import type { Row, Scope, Value } from './entity.mjs';

/** Who wrote a row: in this sandbox always the one user that it knows. */
export const audit = {
	Division: (_row: Row, scope: Scope): Value => scope.company.code,
	Creator: (_row: Row, scope: Scope): Value => scope.user.id,
	CreatorFullName: (_row: Row, scope: Scope): Value => scope.user.fullName,
	Modifier: (_row: Row, scope: Scope): Value => scope.user.id,
	ModifierFullName: (_row: Row, scope: Scope): Value => scope.user.fullName,
};

/** Tables whose rows have a name that is put together. */
const people = ['Contacts', 'Employees'];

/** A column of the row that another column points to. */
export function lookup(reference: string, entity: string, column: string, otherwise: Value = null) {
	return (row: Row, scope: Scope): Value => {
		const key = row[reference];
		if (typeof key !== 'string') return otherwise;
		const target = scope.company.table(entity).get(key);
		if (target && column === 'FullName' && people.includes(entity)) return fullName(target);
		return target?.[column] ?? otherwise;
	};
}

/** A column of the row whose code another column holds. */
export function lookupCode(reference: string, entity: string, column: string) {
	return (row: Row, { company }: Scope): Value =>
		byCode(company, entity, row[reference])?.[column] ?? null;
}

export function fullName(row: Row): string {
	const parts = [row['FirstName'], row['MiddleName'], row['LastName']];
	return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' ');
}

const countries: Record<string, string> = {
	AT: 'Austria',
	BE: 'Belgium',
	CH: 'Switzerland',
	DE: 'Germany',
	DK: 'Denmark',
	ES: 'Spain',
	FR: 'France',
	GB: 'United Kingdom',
	IE: 'Ireland',
	IT: 'Italy',
	LU: 'Luxembourg',
	NL: 'Netherlands',
	PL: 'Poland',
	PT: 'Portugal',
	SE: 'Sweden',
	US: 'United States',
};

export function countryName(row: Row): Value {
	return countries[String(row['Country'])] ?? null;
}

/** Whether Exact knows the country; anything else is an invalid reference. */
export function isCountry(code: string): boolean {
	return code in countries;
}
