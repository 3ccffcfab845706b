import { columns } from './columns';

/** Columns of `hrm/Costcenters`. */
export const costcenterColumns = columns({
	Guid: `
		ID Creator Modifier
	`,
	Boolean: `
		Active
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
