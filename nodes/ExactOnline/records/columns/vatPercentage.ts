import { columns } from './columns';

/** Columns of `vat/VatPercentages`. */
export const vatPercentageColumns = columns({
	Guid: `
		ID Creator Modifier VATCodeID
	`,
	String: `
		CreatorFullName ModifierFullName
	`,
	DateTime: `
		Created EndDate Modified StartDate
	`,
	Int32: `
		Division LineNumber
	`,
	Double: `
		Percentage
	`,
	Int16: `
		Type
	`,
});
