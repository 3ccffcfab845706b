import { columns } from './columns';

/** Columns of `system/Divisions`. */
export const divisionColumns = columns({
	Int32: `
		Code BlockingStatus Status
	`,
	String: `
		AddressLine1 AddressLine2 AddressLine3 BusinessTypeCode BusinessTypeDescription
		ChamberOfCommerceEstablishment ChamberOfCommerceNumber City CompanySizeCode
		CompanySizeDescription Country CreatorFullName Currency CustomerCode CustomerName
		DatevAccountantNumber DatevClientNumber Description Email Fax Legislation ModifierFullName
		OBNumber Phone Postcode SbiCode SbiDescription SectorCode SectorDescription SiretNumber
		State SubsectorCode SubsectorDescription TaxOfficeNumber TaxReferenceNumber TemplateCode
		VATNumber Website
	`,
	DateTime: `
		ArchiveDate Created DivisionHRLinkUnlinkDate DivisionMoveDate Modified StartDate
	`,
	Guid: `
		Creator Customer Modifier
	`,
	Boolean: `
		Current IsDossierDivision IsHRDivision IsMainDivision IsPracticeDivision
	`,
	Int64: `
		Hid
	`,
	Double: `
		ShareCapital
	`,
});
