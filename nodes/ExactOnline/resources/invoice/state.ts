import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { isOpenTerm, termRecords } from '../../kit/openTerms';
import { approvalStates, payablesList } from '../../records/payablesList';
import type { InvoiceFilters } from './filters';
import type { SideName } from '../../kit/sides';

const REJECTED = 5;

/** What no filter of Exact's can say of invoices, and the columns that it takes. */
export interface StateQuery {
	columns: readonly string[];
	isWanted(row: Row): boolean;
}

/**
 * What the filters say of payment and approval: neither stands on an invoice, but on what is open. Nothing when they say
 * nothing; `none` when no invoice of the side can fit.
 */
export async function stateQuery(
	{ paymentStatus, approval }: InvoiceFilters,
	side: SideName,
	division: number,
	session: Session,
): Promise<StateQuery | 'none' | undefined> {
	const tests: Array<(row: Row) => boolean> = [];
	if (approval.length > 0 && side === 'sales') {
		session.hint('Approval exists for purchases only: no sales invoices were returned.');
		return 'none';
	}
	if (approval.length > 0) tests.push(await approvalTest(approval, division, session));
	if (paymentStatus !== 'all') {
		const open = await openEntries(side, division, session);
		const isUnpaid = ({ EntryID }: Row) => open.has(textOf(EntryID));
		tests.push((row) =>
			paymentStatus === 'unpaid'
				? isUnpaid(row)
				: !isUnpaid(row) && Number(row.Status) !== REJECTED,
		);
	}
	if (tests.length === 0) return undefined;
	const columns = ['EntryID', 'Status', 'EntryNumber', 'Journal'];
	if (side === 'purchase') columns.push('Supplier');
	return { columns, isWanted: (row) => tests.every((test) => test(row)) };
}

/** The IDs of entries of which something is open: 1,000 terms a call. */
async function openEntries(
	side: SideName,
	division: number,
	session: Session,
): Promise<Set<string>> {
	const record = termRecords[side === 'sales' ? 'client' : 'supplier'];
	const reading = { division, select: ['ID', 'TransactionEntryID'], where: isOpenTerm };
	const open = new Set<string>();
	for await (const { TransactionEntryID } of session.list(record, reading)) {
		open.add(textOf(TransactionEntryID));
	}
	return open;
}

/** Invoices that are paid are no longer in the list with the approvals; those that were rejected say so themselves. */
async function approvalTest(
	wanted: InvoiceFilters['approval'],
	division: number,
	session: Session,
): Promise<(row: Row) => boolean> {
	const states: number[] = wanted.flatMap((name) =>
		name === 'rejected' ? [] : [...approvalStates[name]],
	);
	const listed = new Set<string>();
	if (states.length > 0) {
		const select = ['EntryNumber', 'JournalCode', 'AccountId', 'ApprovalStatus'];
		for await (const row of session.list(payablesList, { division, select })) {
			if (!states.includes(Number(row.ApprovalStatus))) continue;
			listed.add(keyOf(row.JournalCode, row.EntryNumber, row.AccountId));
		}
	}
	return (row) =>
		Number(row.Status) === REJECTED
			? wanted.includes('rejected')
			: listed.has(keyOf(row.Journal, row.EntryNumber, row.Supplier));
}

function keyOf(...parts: unknown[]): string {
	return parts.map(textOf).join(' ');
}
