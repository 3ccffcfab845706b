import { columns } from './columns';

/** Columns of `hrm/Costunits`. */
export const costunitColumns = columns({
	Guid: `
		ID Creator Modifier
	`,
	String: `
		Code CreatorFullName CustomField Description ModifierFullName
	`,
	DateTime: `
		Created EndDate Modified
	`,
	Int32: `
		Division
	`,
});
