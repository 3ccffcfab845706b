import { columns } from './columns';

/** Columns of `payroll/ActiveEmployments`. */
export const activeEmploymentColumns = columns({
	Guid: `
		ID Contract ContractDocument Creator Department Employee EmploymentOrganization Jobtitle
		Modifier Salary Schedule
	`,
	Double: `
		AverageDaysPerWeek AverageHoursPerWeek HourlyWage InternalRate ScheduleAverageHours
		ScheduleDays ScheduleHours
	`,
	DateTime: `
		ContractEndDate ContractProbationEndDate ContractStartDate Created EndDate Modified
		StartDate StartDateOrganization
	`,
	Int32: `
		ContractProbationPeriod ContractType Division EmployeeHID HID ReasonEnd ReasonEndFlex
	`,
	String: `
		ContractTypeDescription CreatorFullName DepartmentCode DepartmentDescription
		EmployeeFullName JobtitleDescription ModifierFullName ReasonEndDescription
		ReasonEndFlexDescription ScheduleCode ScheduleDescription
	`,
});
