import { columns } from './columns';

/** Columns of `crm/Addresses` and its bulk twin. */
export const addressColumns = columns({
	Guid: `
		ID Account Contact Creator Modifier Warehouse
	`,
	Boolean: `
		AccountIsSupplier FreeBoolField_01 FreeBoolField_02 FreeBoolField_03 FreeBoolField_04
		FreeBoolField_05 Main
	`,
	String: `
		AccountName AddressLine1 AddressLine2 AddressLine3 City ContactName Country CountryName
		CreatorFullName CustomField Fax FreeTextField_01 FreeTextField_02 FreeTextField_03
		FreeTextField_04 FreeTextField_05 Mailbox ModifierFullName NicNumber Notes Phone
		PhoneExtension Postcode State StateDescription WarehouseCode WarehouseDescription
	`,
	DateTime: `
		Created FreeDateField_01 FreeDateField_02 FreeDateField_03 FreeDateField_04
		FreeDateField_05 Modified
	`,
	Int32: `
		Division
	`,
	Double: `
		FreeNumberField_01 FreeNumberField_02 FreeNumberField_03 FreeNumberField_04
		FreeNumberField_05
	`,
	Byte: `
		Source
	`,
	Int16: `
		Type
	`,
});
