import type { Row, Rules, Words } from '../entities/entity.mjs';

/** A column of another table that points to a record. */
export interface Use {
	entity: string;
	column: string;
	words: Words;
}

const entries = { en: 'Entries', nl: 'Boekingen' };

const lines = ['SalesEntryLines', 'PurchaseEntryLines', 'TransactionLines'];

/** The lines of entries and of the ledger, by the name that the column has in all of them. */
export function inEntries(column: string): Use[] {
	return lines.map((entity) => ({ entity, column, words: entries }));
}

/** A record that is used somewhere cannot be deleted; `by` is the column that the others hold. */
export function usedBy(by: 'ID' | 'Code', uses: readonly Use[]): NonNullable<Rules['usedIn']> {
	return (row: Row, company) => {
		const found = uses.filter(({ entity, column }) =>
			company
				.table(entity)
				.rows()
				.some((other) => other !== row && other[column] === row[by]),
		);
		return [...new Map(found.map(({ words }) => [words.en, words])).values()];
	};
}
