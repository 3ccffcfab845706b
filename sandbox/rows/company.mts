import type { Row } from '../entities/entity.mjs';
import { entityNamed } from '../entities/index.mjs';
import { keyOrder } from './keyOrder.mjs';
import { createTable } from './table.mjs';
import type { Table } from './table.mjs';

/** One company (division): its master record and its tables. */
export interface Company {
	code: number;
	/** The row of system/Divisions. */
	division: Row;
	/** Companies of one licence see each other in hrm/Divisions and system/AllDivisions. */
	licence: number;
	table(entity: string): Table;
	/** Stores rows, new or changed, each with a rowversion of its own. */
	store(entity: string, rows: readonly Row[]): void;
	/** Gives out the next rowversion without storing anything. */
	touch(): number;
	/** The last rowversion: it grows with every change of any row and tells no time. */
	timestamp(): number;
}

export interface World {
	companies: Map<number, Company>;
	/** Companies that the user may open. */
	granted: Set<number>;
}

export function createCompany(division: Row, licence: number): Company {
	const code = Number(division['Code']);
	const tables = new Map<string, Table>();
	// Every company lives in some database that other companies write to as well.
	let timestamp = 5_000_000_000 + (code % 9973) * 1000;
	const nextTimestamp = () => (timestamp += 1);
	function table(entity: string): Table {
		const known = tables.get(entity) ?? createTable(keyOrder(entityNamed(entity)));
		tables.set(entity, known);
		return known;
	}
	return {
		code,
		division,
		licence,
		table,
		store(entity, rows) {
			for (const row of rows) row['Timestamp'] = nextTimestamp();
			table(entity).put(rows);
		},
		touch: nextTimestamp,
		timestamp: () => timestamp,
	};
}
