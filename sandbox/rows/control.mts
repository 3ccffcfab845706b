import { batches, countedApart, generators } from '../demo-data/generated.mjs';
import { divisions } from '../entities/divisions.mjs';
import { entityNamed } from '../entities/index.mjs';
import type { Entity, Row } from '../entities/entity.mjs';
import { newRow, typedRow } from './input.mjs';
import { createCompany } from './company.mjs';
import type { Company, World } from './company.mjs';

/** Rows as they are stored, for a test to look at: typed, unpadded, moments in real UTC milliseconds. */
export function dump(world: World, division: number, name: string): object[] {
	if (isDivisions(name))
		return [...world.companies.values()].map(({ division: row }) => ({ ...row }));
	return [...companyOf(world, division).table(entityOf(name).name).rows()].map((row) => ({
		...row,
	}));
}

/** Puts rows in without validation, read-only columns included. A division is granted to the user. */
export function insert(
	world: World,
	division: number,
	name: string,
	rows: readonly object[],
): void {
	if (isDivisions(name)) {
		for (const row of rows) addCompany(world, typedRow(divisions, row));
		return;
	}
	const company = companyOf(world, division);
	const entity = entityOf(name);
	for (const given of rows) company.store(entity.name, [newRow(entity, company, given)]);
}

/** Adds rows that are the same on every run; those of other entities belong to stored accounts. */
export function generate(world: World, division: number, name: string, count: number): void {
	const company = companyOf(world, division);
	const entity = entityOf(name);
	const make = generators[entity.name]?.(company);
	if (!make) throw new Error(`no rows can be generated for ${name}`);
	const batch = batches[entity.name] ?? 1;
	if (count % batch !== 0) throw new Error(`${name} come by ${batch}`);
	const table = company.table(entity.name);
	const rows: Row[] = [];
	const start = countedApart.includes(entity.name) ? 0 : table.size();
	for (let index = start; rows.length < count; index++) {
		const row = make(index);
		// After a deletion the size is behind the numbers that were given out.
		if (!table.get(String(row[entity.key]))) rows.push(row);
	}
	company.store(entity.name, rows);
}

function addCompany(world: World, row: Row): void {
	const company = createCompany({ Status: 1, BlockingStatus: 0, Currency: 'EUR', ...row }, 1);
	world.companies.set(company.code, company);
	world.granted.add(company.code);
}

function isDivisions(name: string): boolean {
	return name.toLowerCase() === 'divisions';
}

function entityOf(name: string): Entity {
	const entity = entityNamed(name.split('/').at(-1) ?? name);
	if (!entity) throw new Error(`no stored entity ${name}`);
	return entity;
}

export function companyOf(world: World, division: number): Company {
	const company = world.companies.get(division);
	if (!company) throw new Error(`no division ${division}`);
	return company;
}
