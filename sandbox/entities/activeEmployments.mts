import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import { audit, lookup } from './computed.mjs';
import type { Entity } from './entity.mjs';

/** What employees do now; who has left has none. */
export const activeEmployments: Entity = {
	name: 'ActiveEmployments',
	model: 'Exact.Web.Api.Models.Payroll.ActiveEmployment',
	key: 'ID',
	title: { en: 'Active employment', nl: 'Actief dienstverband' },
	computed: {
		...audit,
		EmployeeFullName: lookup('Employee', 'Employees', 'FullName'),
		EmployeeHID: lookup('Employee', 'Employees', 'EmployeeHID'),
	},
	columns: columns(`
	ID                                  Guid
	AverageDaysPerWeek                  Double
	AverageHoursPerWeek                 Double
	Contract                            Guid
	ContractDocument                    Guid
	ContractEndDate                     Day
	ContractProbationEndDate            Day
	ContractProbationPeriod             Int32
	ContractStartDate                   Day
	ContractType                        Int32
	ContractTypeDescription             String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Department                          Guid
	DepartmentCode                      String
	DepartmentDescription               String
	Division                            Int32
	Employee                            Guid
	EmployeeFullName                    String
	EmployeeHID                         Int32
	EmploymentOrganization              Guid
	EndDate                             Day
	HID                                 Int32
	HourlyWage                          Double
	InternalRate                        Double
	Jobtitle                            Guid
	JobtitleDescription                 String
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	ReasonEnd                           Int32
	ReasonEndDescription                String
	ReasonEndFlex                       Int32
	ReasonEndFlexDescription            String
	Salary                              Guid
	Schedule                            Guid
	ScheduleAverageHours                Double
	ScheduleCode                        String
	ScheduleDays                        Double
	ScheduleDescription                 String
	ScheduleHours                       Double
	StartDate                           Day
	StartDateOrganization               Day
	`),
};

export const activeEmploymentEndpoints = [
	ordinary('payroll/ActiveEmployments', activeEmployments, { verbs: ['GET'] }),
];
