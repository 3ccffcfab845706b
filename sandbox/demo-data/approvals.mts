import { approvals } from '../ledger/approvals.mjs';
import type { Company } from '../rows/company.mjs';

/** Not needed, awaiting review, awaiting approval, approved; and one from before there were approvals. */
const statuses = [4, 2, 3, 1, null];

/** The open purchases in the order of their numbers, each at another stage. */
export function fillApprovals(company: Company): void {
	const open = company
		.table('Payments')
		.rows()
		.filter((term) => term['TransactionType'] === 30 && term['Status'] !== 50)
		.sort((a, b) => Number(a['EntryNumber']) - Number(b['EntryNumber']));
	const noted = open.map((term, index) => ({
		ID: term['TransactionEntryID'],
		ApprovalStatus: statuses[index % statuses.length],
	}));
	company.store(approvals, noted);
}
