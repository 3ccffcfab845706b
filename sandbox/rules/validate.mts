import type { Column } from '../entities/column.mjs';
import { label } from '../entities/entity.mjs';
import type { Entity, Row, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from './codes.mjs';
import { messages } from './messages.mjs';

/**
 * What holds for every entity: mandatory columns are filled, references lead somewhere. `given` names the
 * columns that were sent; a PUT is judged by those only. `parent` is a column that a deep insert fills.
 */
export function validate(
	entity: Entity,
	row: Row,
	writing: Writing,
	given: ReadonlySet<string> | undefined,
	parent?: string,
): void {
	for (const column of entity.columns.list) {
		if (column.name === parent || (given && !given.has(column.name))) continue;
		const failure = failureOf(column, row[column.name], writing.company);
		if (failure) writing.fail(failure(label(entity, column)));
	}
}

function failureOf(column: Column, value: Row[string], company: Company) {
	const empty = value === undefined || value === null || value === '';
	if (empty) return column.mandatory ? messages.mandatory : undefined;
	const { references, codeOf } = column;
	if (references && !company.table(references).get(String(value))) return messages.invalidReference;
	if (codeOf && !byCode(company, codeOf, value)) return messages.invalidReference;
	return undefined;
}
