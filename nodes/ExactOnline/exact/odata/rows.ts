import type { EdmType, Row, Source } from '../source';
import { exactMs } from '../values/time';
import { textOf } from '../values/text';

const isWhole = (value: unknown): boolean =>
	typeof value === 'number' ? Number.isSafeInteger(value) : /^-?\d{1,19}$/.test(textOf(value));

/** Exact writes some flags as numbers, and some numbers as flags. */
const isCount = (value: unknown): boolean => typeof value === 'boolean' || isWhole(value);

/**
 * The types that are looked at, and what they may hold besides null: what is booked stands in IDs, amounts, numbers,
 * dates and flags. Texts may be anything.
 */
const fits: Readonly<Partial<Record<EdmType, (value: unknown) => boolean>>> = {
	// What an ID is good for decides who uses it; several values are none.
	Guid: (value) => typeof value !== 'object',
	DateTime: (value) => exactMs(value) !== undefined,
	Boolean: (value) => typeof value === 'boolean' || value === 0 || value === 1,
	Byte: isCount,
	Int16: isCount,
	Int32: isCount,
	Int64: isCount,
	// Some come as text.
	Double: (value) =>
		typeof value === 'number'
			? Number.isFinite(value)
			: textOf(value) !== '' && Number.isFinite(Number(value)),
};

/**
 * What is wrong with rows that were read in these columns: a value that can not be read, or a row without the first
 * column. It would become an empty field, or an amount that is none.
 */
export function faultIn(
	rows: readonly Row[],
	{ columns }: Pick<Source, 'columns'>,
	select: readonly string[],
): string | undefined {
	const checks = select.flatMap((name) => {
		const type = columns[name];
		const isFit = type && fits[type];
		return isFit === undefined ? [] : [[name, type, isFit] as const];
	});
	const first = select.find((name) => name in columns);
	for (const row of rows) {
		if (first !== undefined && row[first] === undefined) return `a row has no ${first}`;
		for (const [name, type, isFit] of checks) {
			const value = row[name];
			if (value === null || value === undefined || isFit(value)) continue;
			return `${name} holds ${shown(value)}, which is no ${type}`;
		}
	}
	return undefined;
}

function shown(value: unknown): string {
	return typeof value === 'object' ? 'several values' : JSON.stringify(textOf(value).slice(0, 40));
}
