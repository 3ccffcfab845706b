import { addressRules } from '../rules/addresses.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, countryName, lookup } from './computed.mjs';

/** Type: 1 visit, 2 postal, 3 invoice, 4 delivery. */
export const addresses: Entity = {
	name: 'Addresses',
	model: 'Exact.Web.Api.Models.Address',
	key: 'ID',
	title: { en: 'Address', nl: 'Adres' },
	labels: {
		Account: { en: 'Account', nl: 'Relatie' },
		Type: { en: 'Type', nl: 'Type' },
		Contact: { en: 'Contact', nl: 'Contactpersoon' },
		Country: { en: 'Country', nl: 'Land' },
	},
	deletedType: 3,
	rules: addressRules,
	computed: {
		...audit,
		CountryName: countryName,
		AccountName: lookup('Account', 'Accounts', 'Name'),
		AccountIsSupplier: lookup('Account', 'Accounts', 'IsSupplier', false),
		ContactName: lookup('Contact', 'Contacts', 'FullName'),
	},
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid        rw  -> Accounts
	AccountIsSupplier                   Boolean
	AccountName                         String
	AddressLine1                        String      rw
	AddressLine2                        String      rw
	AddressLine3                        String      rw
	City                                String      rw
	Contact                             Guid        rw  -> Contacts
	ContactName                         String
	Country                             String      rw  right 3
	CountryName                         String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	Division                            Int32
	Fax                                 String      rw
	FreeBoolField_01                    Boolean     rw
	FreeBoolField_02                    Boolean     rw
	FreeBoolField_03                    Boolean     rw
	FreeBoolField_04                    Boolean     rw
	FreeBoolField_05                    Boolean     rw
	FreeDateField_01                    Day         rw
	FreeDateField_02                    Day         rw
	FreeDateField_03                    Day         rw
	FreeDateField_04                    Day         rw
	FreeDateField_05                    Day         rw
	FreeNumberField_01                  Double      rw
	FreeNumberField_02                  Double      rw
	FreeNumberField_03                  Double      rw
	FreeNumberField_04                  Double      rw
	FreeNumberField_05                  Double      rw
	FreeTextField_01                    String      rw
	FreeTextField_02                    String      rw
	FreeTextField_03                    String      rw
	FreeTextField_04                    String      rw
	FreeTextField_05                    String      rw
	Mailbox                             String      rw
	Main                                Boolean     rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	NicNumber                           String      rw
	Notes                               String      rw
	Phone                               String      rw
	PhoneExtension                      String      rw
	Postcode                            String      rw
	Source                              Byte
	State                               String      rw
	StateDescription                    String
	Type                                Int16       rw
	Warehouse                           Guid        rw
	WarehouseCode                       String
	WarehouseDescription                String
	`),
};

export const addressEndpoints = [
	ordinary('crm/Addresses', addresses, { wide: true }),
	bulk('CRM/Addresses', addresses, {
		closedFilter: ['Account', 'Contact', 'ID', 'Main', 'Type', 'Warehouse'],
	}),
	sync('CRM/Addresses', addresses),
];
