import type { Row, Value } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';

/** How far the approval of purchase entries is, by the key of the entry. */
export const approvals = 'ApprovalsOfEntries';

/** ApprovalStatus: null before approvals, 1 not needed, 2 awaiting review, 3 awaiting approval, 4 approved. */
export function approvalOf(company: Company, entry: Value | undefined): Value {
	return company.table(approvals).get(String(entry))?.['ApprovalStatus'] ?? null;
}

/** Notes it of an entry that there is. */
export function approve(company: Company, entry: string, status: number | null): void {
	if (!company.table('PurchaseEntries').get(entry)) throw new Error(`no purchase entry ${entry}`);
	const row: Row = { ID: entry, ApprovalStatus: status };
	company.store(approvals, [row]);
}
