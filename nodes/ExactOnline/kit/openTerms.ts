import { any, equals, type Condition } from '../exact/odata/filter';
import type { Row } from '../exact/source';
import type { OpenSide } from '../ledger/openItems';
import { payable, receivable } from '../records/openItem';
import type { RecordType } from '../records/record';

/** Where the terms of each side are kept. */
export const termRecords: Readonly<Record<OpenSide, RecordType>> = {
	client: receivable,
	supplier: payable,
};

const OPEN = 20;
const SELECTED = 30;
/** Sent to the bank, not yet matched with what it sends back. */
export const IN_TRANSIT = 40;

const unpaid = [OPEN, SELECTED, IN_TRANSIT];

/** Terms that are not matched yet. */
export const isOpenTerm: Condition = any(...unpaid.map((status) => equals('Status', status)));

/** Whether a term is not matched yet. */
export function isOpen({ Status }: Row): boolean {
	return unpaid.includes(Number(Status));
}
