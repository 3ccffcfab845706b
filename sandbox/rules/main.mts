import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';

/** Among the rows of one account exactly one is the main one: the first, or the last to be made so. */
export function settleMain(
	company: Company,
	entity: string,
	row: Row,
	sameKind: (other: Row) => boolean,
): void {
	const others = company
		.table(entity)
		.rows()
		.filter((other) => other !== row && other['Account'] === row['Account'] && sameKind(other));
	if (!others.some((other) => other['Main'])) row['Main'] = true;
	if (!row['Main']) return;
	for (const other of others) {
		if (!other['Main']) continue;
		other['Main'] = false;
		company.store(entity, [other]);
	}
}
