import { textOf } from '../exact/values/text';
import type { Row } from '../exact/source';
import { activeEmployment } from './activeEmployment';
import { employeeColumns } from './columns/employee';
import { record } from './record';
import { added, day, derived, firstText, flag, guid, moment, text } from './shows';

/** An employee. Private numbers and addresses are empty for users without a role in HR. */
export const employee = record({
	noun: 'employee',
	path: 'payroll/Employees',
	key: 'ID',
	code: 'Code',
	scope: 'HRM: payroll',
	columns: employeeColumns,
	padded: { Code: 18 },
	parts: {
		employments: { name: 'ActiveEmployments', record: activeEmployment, parent: 'Employee' },
	},
	shows: {
		id: guid('ID'),
		number: firstText('Code', 'EmployeeHID'),
		name: text('FullName'),
		firstName: text('FirstName'),
		lastName: derived(
			['MiddleName', 'LastName'],
			'string',
			({ MiddleName, LastName }) =>
				[MiddleName, LastName].map(textOf).filter(Boolean).join(' ') || null,
		),
		jobTitle: added({ type: 'string' }, ({ ActiveEmployments }) => {
			const [first] = Array.isArray(ActiveEmployments) ? (ActiveEmployments as Row[]) : [];
			return textOf(first?.JobtitleDescription) || null;
		}),
		email: firstText('BusinessEmail', 'Email'),
		phone: firstText('BusinessPhone', 'Phone'),
		mobile: firstText('BusinessMobile', 'Mobile'),
		language: text('Language'),
		isActive: flag('IsActive'),
		startDate: day('StartDate'),
		endDate: day('EndDate'),
		managerId: guid('Manager'),
		userId: guid('User'),
		userName: text('UserFullName'),
		relationId: guid('Customer'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
