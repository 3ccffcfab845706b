import { columns } from './columns';

/** Columns of `read/financial/JournalStatusList`. */
export const journalStatusColumns = columns({
	String: `
		Journal JournalDescription JournalTypeDescription StatusDescription
	`,
	Int32: `
		Period Year JournalType Status
	`,
});
