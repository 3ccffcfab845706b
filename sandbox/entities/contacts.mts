import { contactRules } from '../rules/contacts.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, fullName, lookup } from './computed.mjs';

export const contacts: Entity = {
	name: 'Contacts',
	model: 'Exact.Web.Api.Models.Contact',
	key: 'ID',
	title: { en: 'Contact', nl: 'Contactpersoon' },
	labels: {
		Account: { en: 'Account', nl: 'Relatie' },
		FirstName: { en: 'First name', nl: 'Voornaam' },
		LastName: { en: 'Last name', nl: 'Achternaam' },
	},
	deletedType: 5,
	rules: contactRules,
	computed: {
		...audit,
		FullName: fullName,
		AccountName: lookup('Account', 'Accounts', 'Name'),
		AccountIsSupplier: lookup('Account', 'Accounts', 'IsSupplier', false),
		AccountIsCustomer: (row, scope) => {
			const account = scope.company.table('Accounts').get(String(row['Account']));
			return account?.['Status'] === 'C';
		},
		AccountMainContact: lookup('Account', 'Accounts', 'MainContact'),
		IsMainContact: (row, scope) => {
			const account = scope.company.table('Accounts').get(String(row['Account']));
			return account?.['MainContact'] === row['ID'];
		},
		// Both columns show the same address.
		BusinessEmail: (row) => row['Email'] ?? null,
	},
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid        rw  mandatory  -> Accounts
	AccountIsCustomer                   Boolean
	AccountIsSupplier                   Boolean
	AccountMainContact                  Guid
	AccountName                         String
	AddressLine2                        String
	AddressStreet                       String
	AddressStreetNumber                 String
	AddressStreetNumberSuffix           String
	AllowMailing                        Int32
	BirthDate                           Day         rw
	BirthName                           String      rw
	BirthNamePrefix                     String      rw
	BirthPlace                          String      rw
	BusinessEmail                       String      rw
	BusinessFax                         String      rw
	BusinessMobile                      String      rw
	BusinessPhone                       String      rw
	BusinessPhoneExtension              String      rw
	City                                String
	Code                                String      left 18
	Country                             String      right 3
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	Division                            Int32
	Email                               String      rw
	EndDate                             Day         rw
	FirstName                           String      rw  mandatory
	FullName                            String
	Gender                              String      rw
	HID                                 Int32       rw
	IdentificationDate                  Day         rw
	IdentificationDocument              Guid        rw
	IdentificationUser                  Guid        rw
	Initials                            String      rw
	IsAnonymised                        Byte
	IsMailingExcluded                   Boolean     rw
	IsMainContact                       Boolean
	JobTitleDescription                 String      rw
	Language                            String      rw  right 10
	LastName                            String      rw  mandatory
	LeadPurpose                         Guid        rw
	LeadSource                          Guid        rw
	MarketingNotes                      String      rw
	MiddleName                          String      rw
	Mobile                              String      rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Nationality                         String      rw
	Notes                               String      rw
	PartnerName                         String
	PartnerNamePrefix                   String
	Person                              Guid        rw
	Phone                               String      rw
	PhoneExtension                      String
	Picture                             Binary      rw
	PictureName                         String      rw
	PictureThumbnailUrl                 String
	PictureUrl                          String
	Postcode                            String
	SocialSecurityNumber                String      rw
	StartDate                           Day         rw
	State                               String
	Title                               String      rw
	TitleAbbreviation                   String
	TitleDescription                    String
	`),
};

export const contactEndpoints = [
	ordinary('crm/Contacts', contacts, { wide: true }),
	bulk('CRM/Contacts', contacts, {
		closedFilter: ['Account', 'ID', 'IdentificationDocument', 'IdentificationUser', 'Person'],
	}),
	sync('CRM/Contacts', contacts),
];
