import type { Company } from '../rows/company.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row, Scope } from './entity.mjs';
import { audit, countryName } from './computed.mjs';

const systemColumns = columns(`
	Code                                Int32
	AddressLine1                        String
	AddressLine2                        String
	AddressLine3                        String
	ArchiveDate                         Day
	BlockingStatus                      Int32
	BusinessTypeCode                    String
	BusinessTypeDescription             String
	ChamberOfCommerceEstablishment      String
	ChamberOfCommerceNumber             String
	City                                String
	Class_01                            Complex
	Class_02                            Complex
	Class_03                            Complex
	Class_04                            Complex
	Class_05                            Complex
	CompanySizeCode                     String
	CompanySizeDescription              String
	Country                             String      right 3
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String
	Current                             Boolean
	Customer                            Guid
	CustomerCode                        String      left 18
	CustomerName                        String
	DatevAccountantNumber               String
	DatevClientNumber                   String
	Description                         String
	DivisionHRLinkUnlinkDate            Day
	DivisionMoveDate                    Day
	Email                               String
	Fax                                 String
	Hid                                 Int64
	IsDossierDivision                   Boolean
	IsHRDivision                        Boolean
	IsMainDivision                      Boolean
	IsPracticeDivision                  Boolean
	Legislation                         String      right 3
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	OBNumber                            String
	Phone                               String
	Postcode                            String
	SbiCode                             String
	SbiDescription                      String
	SectorCode                          String
	SectorDescription                   String
	ShareCapital                        Double
	SiretNumber                         String
	StartDate                           Day
	State                               String
	Status                              Int32
	SubsectorCode                       String
	SubsectorDescription                String
	TaxOfficeNumber                     String
	TaxReferenceNumber                  String
	TemplateCode                        String
	VATNumber                           String
	Website                             String
`);

const hrmColumns = columns(`
	Code                                Int32
	ArchiveDate                         Day
	BlockingStatus                      Int32
	Class_01                            Complex
	Class_02                            Complex
	Class_03                            Complex
	Class_04                            Complex
	Class_05                            Complex
	Country                             String      right 3
	CountryDescription                  String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String
	CurrencyDescription                 String
	Customer                            Guid
	CustomerCode                        String      left 18
	CustomerName                        String
	Description                         String
	HID                                 Int64
	Main                                Boolean
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	OBNumber                            String
	SiretNumber                         String
	StartDate                           Day
	Status                              Int16
	TaxOfficeNumber                     String
	TaxReferenceNumber                  String
	TemplateCode                        String
	VATNumber                           String
	Website                             String
`);

const title = { en: 'Company', nl: 'Administratie' };
const current = {
	...audit,
	Current: (row: Row, scope: Scope) => row['Code'] === scope.user.currentDivision,
};

/** Companies of the user, whatever licence they belong to. */
export const divisions: Entity = {
	name: 'Divisions',
	model: 'Exact.Web.Api.Models.System.Division',
	key: 'Code',
	title,
	columns: systemColumns,
	computed: current,
	rows: (scope) => listed(scope, (company) => open(scope, company)),
};

/** Companies of the licence that the company in the URL belongs to, also those of other users. */
export const allDivisions: Entity = {
	...divisions,
	name: 'AllDivisions',
	rows: (scope) => listed(scope, (company) => company.licence === scope.company.licence),
};

/** Companies of the user within one licence. Its Status counts otherwise: 0 regular, 1 archived. */
export const hrmDivisions: Entity = {
	name: 'HrmDivisions',
	model: 'Exact.Web.Api.Models.HRM.Division',
	key: 'Code',
	title,
	columns: hrmColumns,
	computed: {
		...audit,
		CountryDescription: countryName,
		HID: (row) => row['Hid'] ?? null,
		Main: (row) => row['IsMainDivision'] ?? false,
		Status: (row) => (row['Status'] === 2 ? 1 : 0),
	},
	rows: (scope) =>
		listed(scope, (company) => company.licence === scope.company.licence && open(scope, company)),
};

function open({ world, settings }: Scope, company: Company): boolean {
	return !settings.onlyCurrentUserDivisions || world.granted.has(company.code);
}

function listed({ world }: Scope, wanted: (company: Company) => boolean): Row[] {
	const found = [...world.companies.values()].filter(wanted);
	return found.sort((a, b) => a.code - b.code).map((company) => company.division);
}

/** `system/Divisions?$top=100` came as a bare array, so that its page is larger than 60. */
const more = { verbs: ['GET'] as const, pageSize: 1000 };

export const divisionEndpoints = [
	ordinary('system/Divisions', divisions, more),
	ordinary('system/AllDivisions', allDivisions, more),
	ordinary('hrm/Divisions', hrmDivisions, { verbs: ['GET'] }),
];
