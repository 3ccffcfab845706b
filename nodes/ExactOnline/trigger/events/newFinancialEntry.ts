import { someChoices } from '../../kit/fields';
import { bankEntry, cashEntry, financialEntry } from '../../records/financialEntry';
import { event } from '../event';
import { filesAsked, includeFiles } from '../files';
import { journalsField, ofJournals } from '../journals';
import { entriesOf } from '../records';

const lists = {
	bank: {
		record: bankEntry,
		columns: ['JournalCode', 'BankStatementDocument'],
		documentColumn: 'BankStatementDocument',
	},
	cash: { record: cashEntry, columns: ['JournalCode'] },
};

const financialKinds = someChoices<keyof typeof lists>(
	{
		label: 'Kinds',
		hint: 'What starts the workflow; bank and cash take one call each in every poll',
		section: 'subject',
	},
	[
		{ name: 'Bank', value: 'bank' },
		{ name: 'Cash', value: 'cash' },
	],
	['bank', 'cash'],
);

/** A bank statement or a cash entry was booked. */
export const newFinancialEntry = event({
	value: 'newFinancialEntry',
	name: 'New Financial Entry',
	description: 'When a bank or cash entry was booked',
	fields: { financialKinds, journals: journalsField },
	options: { includeFiles },
	record: financialEntry,
	watches: ({ financialKinds: kinds, journals }, options) =>
		kinds.map((kind) => ({
			name: `${kind}Entries`,
			...lists[kind],
			stamp: 'Created',
			only: ofJournals('JournalCode', journals),
			read: entriesOf(financialEntry, { Kind: kind }),
			...filesAsked(options.includeFiles),
		})),
});
