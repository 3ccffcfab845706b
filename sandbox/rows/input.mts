import type { Column } from '../entities/column.mjs';
import { keyColumns } from '../entities/entity.mjs';
import type { Entity, Row, Value } from '../entities/entity.mjs';
import { guidOf, spaceOf } from '../demo-data/deterministic.mjs';
import type { Company } from './company.mjs';

/** A value that a property cannot hold. */
export class Unconvertible extends Error {}

/**
 * The stored form of a value from JSON. Numbers and booleans may come as text; a fixed-length code may
 * come with its padding or without, it is stored without.
 */
export function convert(column: Column, given: unknown): Value {
	if (given === null) return null;
	const value = converters[column.type](given);
	if (value === undefined) throw new Unconvertible(column.name);
	return column.padding && typeof value === 'string' ? value.trim() : value;
}

type Converter = (given: unknown) => Value | undefined;

const guidForm = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const text: Converter = (given) => (typeof given === 'string' ? given : undefined);

const converters: Record<Column['type'], Converter> = {
	String: text,
	Binary: base64,
	Complex: () => null,
	Guid: (given) =>
		typeof given === 'string' && guidForm.test(given) ? given.toLowerCase() : undefined,
	Boolean: (given) =>
		typeof given === 'boolean' ? given : { true: true, false: false }[String(given)],
	Byte: whole(0, 255),
	Int16: whole(-0x8000, 0x7fff),
	Int32: whole(-0x80000000, 0x7fffffff),
	Int64: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
	Double: (given) => {
		const number = numberOf(given);
		return Number.isFinite(number) ? number : undefined;
	},
	Moment: moment,
	// The date is what UTC shows: midnight in Amsterdam, written with its offset, is the day before.
	Day: (given) => {
		const instant = moment(given);
		return typeof instant === 'number' ? Math.floor(instant / 86_400_000) * 86_400_000 : undefined;
	},
};

/** Base64 as .NET reads it: blanks may stand anywhere, the padding has to be there. */
function base64(given: unknown): Value | undefined {
	if (typeof given !== 'string') return undefined;
	const digits = given.replace(/[ \t\r\n]+/g, '');
	return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits) ? digits : undefined;
}

function whole(least: number, most: number): Converter {
	return (given) => {
		const number = numberOf(given);
		return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
	};
}

function numberOf(given: unknown): number {
	if (typeof given === 'number') return given;
	return typeof given === 'string' && given.trim() !== '' ? Number(given) : NaN;
}

/** `2026-06-25`, `2026-06-25T10:00:00` (no zone: taken as it stands), with a zone, or `/Date(ms)/`. */
function moment(given: unknown): Value | undefined {
	if (typeof given === 'number') return given;
	if (typeof given !== 'string') return undefined;
	const wire = /^\/Date\((-?\d+)([+-]\d{4})?\)\/$/.exec(given);
	if (wire) return Number(wire[1]);
	if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(given))
		return undefined;
	const zoned = /(Z|T.*[+-]\d\d:\d\d)$/.test(given);
	const instant = Date.parse(given.length === 10 || zoned ? given : `${given}Z`);
	return Number.isNaN(instant) ? undefined : instant;
}

/** A GUID for a row that has none: the same in every run that does the same. */
export function newGuid(company: Company, entity: string): string {
	return guidOf(spaceOf(`${company.code} new ${entity}`), company.touch());
}

/** Gives a row its key where that is a GUID; any other key has to be given. */
export function completeKey(entity: Entity, company: Company, row: Row): void {
	const { key, columns } = entity;
	if (columns.byName.get(key)?.type === 'Guid') row[key] ??= newGuid(company, entity.name);
}

const noted = Date.UTC(2025, 0, 15, 9);

/** Every column may be given, read-only ones too; an unknown one is a mistake of the test. */
export function typedRow(entity: Entity, given: object): Row {
	const row: Row = {};
	for (const [name, value] of Object.entries(given)) {
		const column = entity.columns.byName.get(name);
		// What was read back may be stored again; rowversions are given out here.
		if (!column && name === 'Timestamp') continue;
		if (!column) throw new Error(`${entity.name} has no column ${name}`);
		row[name] = convert(column, value);
	}
	return row;
}

/** A row for `insert`, completed. */
export function newRow(entity: Entity, company: Company, given: object): Row {
	const row = typedRow(entity, given);
	completeKey(entity, company, row);
	for (const { name } of keyColumns(entity)) {
		if (row[name] === undefined) throw new Error(`a row of ${entity.name} needs its ${name}`);
	}
	const { byName } = entity.columns;
	if (byName.has('Created')) row['Created'] ??= noted;
	if (byName.has('Modified')) row['Modified'] ??= row['Created'];
	return row;
}
