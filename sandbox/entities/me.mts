import { serverOffset, wallClock } from '../serverTime.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row, Scope } from './entity.mjs';

/** The signed-in user. `current/Me` is the only path without a company. */
export const me: Entity = {
	name: 'Me',
	model: 'Exact.Web.Api.Models.System.Me',
	key: 'UserID',
	title: { en: 'Me', nl: 'Me' },
	rows: (scope) => [meRow(scope)],
	columns: columns(`
	UserID                              Guid
	AccountingDivision                  Int32
	CurrentDivision                     Int32
	CustomerCode                        String      left 18
	DivisionCustomer                    Guid
	DivisionCustomerCode                String      left 18
	DivisionCustomerName                String
	DivisionCustomerSiretNumber         String
	DivisionCustomerVatNumber           String
	DossierDivision                     Int32
	Email                               String
	EmployeeID                          Guid
	FirstName                           String
	FullName                            String
	Gender                              String
	Initials                            String
	IsClientUser                        Boolean
	IsEmployeeSelfServiceUser           Boolean
	IsMyFirmLiteUser                    Boolean
	IsMyFirmPortalUser                  Boolean
	IsOEIMigrationMandatory             Boolean
	IsStarterUser                       Boolean
	Language                            String
	LanguageCode                        String
	LastName                            String
	Legislation                         Int64
	MiddleName                          String
	Mobile                              String
	Nationality                         String
	Phone                               String
	PhoneExtension                      String
	PictureUrl                          String
	ServerTime                          String
	ServerUtcOffset                     Double
	ThumbnailPicture                    Binary
	ThumbnailPictureFormat              String
	Title                               String
	UserName                            String
	PackageCode                         String
	`),
};

function meRow({ user, now, world }: Scope): Row {
	const [firstName = '', ...rest] = user.fullName.split(' ');
	const licensee = world.companies.get(user.currentDivision)?.division;
	return {
		UserID: user.id,
		AccountingDivision: user.currentDivision,
		CurrentDivision: user.currentDivision,
		DivisionCustomer: licensee?.['Customer'],
		DivisionCustomerCode: licensee?.['CustomerCode'],
		DivisionCustomerName: licensee?.['CustomerName'],
		DivisionCustomerVatNumber: licensee?.['VATNumber'],
		Email: user.email,
		FirstName: firstName,
		FullName: user.fullName,
		Gender: 'O',
		Initials: firstName.slice(0, 1),
		Language: 'EN',
		LanguageCode: 'en-GB',
		LastName: rest.join(' '),
		Legislation: 1,
		// The wall clock as text, without a zone; the zone stands beside it in seconds.
		ServerTime: new Date(wallClock(now)).toISOString().slice(0, 19),
		ServerUtcOffset: serverOffset(now) / 1000,
		UserName: user.email,
		PackageCode: 'EOLAPPCENTER',
	};
}

export const meEndpoint = ordinary('Me', me, { verbs: ['GET'], alwaysResults: true });
