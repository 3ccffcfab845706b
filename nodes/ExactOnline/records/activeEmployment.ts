import { activeEmploymentColumns } from './columns/activeEmployment';
import { record } from './record';
import { day, decimal, guid, text } from './shows';

/** What an employee is employed as at present. */
export const activeEmployment = record({
	noun: 'employment',
	path: 'payroll/ActiveEmployments',
	key: 'ID',
	scope: 'HRM: payroll',
	columns: activeEmploymentColumns,
	shows: {
		id: guid('ID'),
		jobTitle: text('JobtitleDescription'),
		departmentCode: text('DepartmentCode'),
		department: text('DepartmentDescription'),
		contractType: text('ContractTypeDescription'),
		hoursPerWeek: decimal('AverageHoursPerWeek'),
		startDate: day('StartDate'),
		endDate: day('EndDate'),
	},
});
