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
	/** The same company, to be changed without changing this one. */
	copy(): Company;
}

export interface World {
	companies: Map<number, Company>;
	/** Companies that the user may open. */
	granted: Set<number>;
}

export function createCompany(division: Row, licence: number): Company {
	// Every company lives in some database that other companies write to as well.
	const timestamp = 5_000_000_000 + (Number(division['Code']) % 9973) * 1000;
	return companyWith(division, licence, new Map(), timestamp);
}

function companyWith(
	division: Row,
	licence: number,
	tables: Map<string, Table>,
	start: number,
): Company {
	const code = Number(division['Code']);
	let timestamp = start;
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
		copy() {
			const copied = new Map([...tables].map(([name, one]) => [name, one.copy()]));
			return companyWith({ ...division }, licence, copied, timestamp);
		},
	};
}
