import { lookUps, type MasterLookUp } from './lookups';
import { purchaseEntry } from '../records/purchaseEntry';
import type { RecordType } from '../records/record';
import { salesEntry } from '../records/salesEntry';

export const sideNames = ['sales', 'purchase'] as const;
export type SideName = (typeof sideNames)[number];

/** One half of the invoices: Exact keeps those to clients and those from suppliers in two entities. */
export interface Side {
	record: RecordType;
	/** Whom its invoices are with: the filter of that name, and the column. */
	relation: 'client' | 'supplier';
	relationColumn: string;
	lookUp: MasterLookUp;
}

export const sides: Readonly<Record<SideName, Side>> = {
	sales: {
		record: salesEntry,
		relation: 'client',
		relationColumn: 'Customer',
		lookUp: lookUps.client,
	},
	purchase: {
		record: purchaseEntry,
		relation: 'supplier',
		relationColumn: 'Supplier',
		lookUp: lookUps.supplier,
	},
};
