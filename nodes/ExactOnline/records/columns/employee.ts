import { columns } from './columns';

/** Columns of `payroll/Employees`. */
export const employeeColumns = columns({
	Guid: `
		ID Creator Customer Manager Modifier Person User
	`,
	Byte: `
		ActiveEmployment IsAnonymised
	`,
	String: `
		AddressLine2 AddressLine3 AddressStreet AddressStreetNumber AddressStreetNumberSuffix
		BirthName BirthNamePrefix BirthPlace BusinessEmail BusinessFax BusinessMobile
		BusinessPhone BusinessPhoneExtension CASONumber City Code Country CreatorFullName
		CustomField Email FirstName FullName Gender Initials Language LastName
		LocationDescription MiddleName Mobile ModifierFullName Municipality Nationality NickName
		Notes PartnerName PartnerNamePrefix Phone PhoneExtension PictureFileName
		PictureThumbnailUrl PictureUrl Postcode PrivateEmail SocialSecurityNumber State Title
		UserFullName
	`,
	DateTime: `
		BirthDate Created EndDate MaritalDate Modified StartDate
	`,
	Int32: `
		Division EmployeeHID HID
	`,
	Boolean: `
		IsActive
	`,
	Int16: `
		MaritalStatus NameComposition
	`,
	Binary: `
		Picture
	`,
});
