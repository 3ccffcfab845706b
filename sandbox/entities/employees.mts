import { ordinary, sync } from './endpoint.mjs';
import { columns, syncColumns } from './column.mjs';
import { audit, fullName } from './computed.mjs';
import type { Entity } from './entity.mjs';

const table = `
	ID                                  Guid
	ActiveEmployment                    Byte
	AddressLine2                        String
	AddressLine3                        String
	AddressStreet                       String
	AddressStreetNumber                 String
	AddressStreetNumberSuffix           String
	BirthDate                           Day
	BirthName                           String
	BirthNamePrefix                     String
	BirthPlace                          String
	BusinessEmail                       String
	BusinessFax                         String
	BusinessMobile                      String
	BusinessPhone                       String
	BusinessPhoneExtension              String
	CASONumber                          String
	City                                String
	Code                                String      left 18
	Country                             String      right 3
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Customer                            Guid
	CustomField                         String
	Division                            Int32
	Email                               String
	EmployeeHID                         Int32
	EndDate                             Day
	FirstName                           String
	FullName                            String
	Gender                              String
	HID                                 Int32
	Initials                            String
	IsActive                            Boolean
	IsAnonymised                        Byte
	Language                            String      right 10
	LastName                            String
	LocationDescription                 String
	Manager                             Guid
	MaritalDate                         Day
	MaritalStatus                       Int16
	MiddleName                          String
	Mobile                              String
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Municipality                        String
	NameComposition                     Int16
	Nationality                         String
	NickName                            String
	Notes                               String
	PartnerName                         String
	PartnerNamePrefix                   String
	Person                              Guid
	Phone                               String
	PhoneExtension                      String
	Picture                             Binary
	PictureFileName                     String
	PictureThumbnailUrl                 String
	PictureUrl                          String
	Postcode                            String
	PrivateEmail                        String
	SocialSecurityNumber                String
	StartDate                           Day
	State                               String
	Title                               String
	User                                Guid
	UserFullName                        String
`;

/** Employees belong to payroll; there is no list of them under hrm. */
export const employees: Entity = {
	name: 'Employees',
	model: 'Exact.Web.Api.Models.Payroll.Employee',
	key: 'ID',
	title: { en: 'Employee', nl: 'Medewerker' },
	deletedType: 42,
	computed: { ...audit, FullName: fullName, HID: (row) => row['EmployeeHID'] ?? null },
	columns: columns(table),
};

/** The sync twin lacks three columns. */
const twin = columns(table.replace(/^\s*(ActiveEmployment|CASONumber|Municipality)\b.*\n/gm, ''));

export const employeeEndpoints = [
	ordinary('payroll/Employees', employees, { verbs: ['GET'] }),
	sync('Payroll/Employees', employees, { columns: syncColumns(twin, 'ID') }),
];
