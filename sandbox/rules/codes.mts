import type { Row, Words, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { messages } from './messages.mjs';

/** The row of a master table that has this code. */
export function byCode(company: Company, entity: string, code: Row[string]): Row | undefined {
	if (code === undefined || code === null) return undefined;
	return company
		.table(entity)
		.rows()
		.find((row) => row['Code'] === code);
}

/** A code is unique in its table. */
export function checkCode(
	writing: Writing,
	entity: string,
	row: Row,
	before: Row | undefined,
): void {
	if (row['Code'] === before?.['Code']) return;
	if (byCode(writing.company, entity, row['Code'])) writing.fail(messages.exists);
}

/** Refuses a value that is none of those that the property knows. */
export function checkOneOf(
	writing: Writing,
	value: Row[string],
	allowed: readonly (string | number)[],
	what: Words,
): void {
	const empty = value === undefined || value === null;
	if (!empty && !allowed.some((one) => one === value)) writing.fail(messages.invalid(what));
}
