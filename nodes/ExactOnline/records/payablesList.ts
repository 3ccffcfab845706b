import { payablesListColumns } from './columns/payablesList';
import { record } from './record';
import { day, guid, money, text, whole, word } from './shows';

/** `ApprovalStatus` of those that wait for a review (2) or an approval (3), and of those that have it. */
export const approvalStates = { pending: [2, 3], approved: [4] } as const;

/** What suppliers are owed, with its approval; only what is open. */
export const payablesList = record({
	noun: 'open payable',
	path: 'read/financial/PayablesList',
	key: 'HID',
	scope: 'Financial: payables',
	columns: payablesListColumns,
	shows: {
		id: guid('Id'),
		number: whole('EntryNumber'),
		journal: text('JournalCode'),
		dueDate: day('DueDate'),
		relationId: guid('AccountId'),
		amount: money('Amount'),
		approval: word('ApprovalStatus', { 1: 'notNeeded', 2: 'pending', 3: 'pending', 4: 'approved' }),
	},
});
