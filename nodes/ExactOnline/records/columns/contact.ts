import { columns } from './columns';

/** Columns of `crm/Contacts` and its bulk twin. */
export const contactColumns = columns({
	Guid: `
		ID Account AccountMainContact Creator IdentificationDocument IdentificationUser
		LeadPurpose LeadSource Modifier Person
	`,
	Boolean: `
		AccountIsCustomer AccountIsSupplier IsMailingExcluded IsMainContact
	`,
	String: `
		AccountName AddressLine2 AddressStreet AddressStreetNumber AddressStreetNumberSuffix
		BirthName BirthNamePrefix BirthPlace BusinessEmail BusinessFax BusinessMobile
		BusinessPhone BusinessPhoneExtension City Code Country CreatorFullName CustomField Email
		FirstName FullName Gender Initials JobTitleDescription Language LastName MarketingNotes
		MiddleName Mobile ModifierFullName Nationality Notes PartnerName PartnerNamePrefix Phone
		PhoneExtension PictureName PictureThumbnailUrl PictureUrl Postcode SocialSecurityNumber
		State Title TitleAbbreviation TitleDescription
	`,
	Int32: `
		AllowMailing Division HID
	`,
	DateTime: `
		BirthDate Created EndDate IdentificationDate Modified StartDate
	`,
	Byte: `
		IsAnonymised
	`,
	Binary: `
		Picture
	`,
});
