import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';
import { slug } from './slug.mjs';

export type EmployeePlan = readonly [
	code: string,
	firstName: string,
	lastName: string,
	job: string,
	department: string,
	more?: { middleName?: string; left?: number; relation?: true },
];

/** Who works there. One has a relation as well, which expenses are paid to. */
export const dutchStaff: readonly EmployeePlan[] = [
	['1', 'Hendrik', 'Dam', 'Directeur', 'DIR', { middleName: 'van', relation: true }],
	['2', 'Saskia', 'Bouwman', 'Boekhouder', 'ADM'],
	['3', 'Youssef', 'Amrani', 'Fietsenmaker', 'WERK'],
	['4', 'Noor', "in 't Veld", 'Verkoper', 'VERK'],
	['5', 'Joost', 'Kramer', 'Fietsenmaker', 'WERK', { left: Date.UTC(2025, 7, 31) }],
];

export const belgianStaff: readonly EmployeePlan[] = [
	['1', 'Lieve', 'Peeters', 'Brouwmeester', 'BROUW'],
	['2', 'Benoît', 'Lefèvre', 'Vertegenwoordiger', 'VERK'],
	['3', 'Amina', 'Haddad', 'Cafébaas', 'CAFE'],
	['4', 'Wouter', 'Claes', 'Magazijnier', 'MAG', { left: Date.UTC(2026, 0, 31) }],
];

const hired = Date.UTC(2021, 2, 1);
const dayLength = 86_400_000;

export function fillEmployees(company: Company, staff: readonly EmployeePlan[]): void {
	const key = (kind: string, index: number) => guidOf(spaceOf(`${company.code} ${kind}`), index);
	const rows = staff.map((plan, index) =>
		employeeRow(company, plan, key('Employees', index), index),
	);
	company.store('Employees', rows);
	const employed = staff.flatMap(([, , , job, department, more], index) => {
		const row = rows[index];
		if (!row || more?.left !== undefined) return [];
		return [
			{
				...{ ID: key('ActiveEmployments', index), Employee: row['ID'], HID: index + 1 },
				...{ StartDate: row['StartDate'], Jobtitle: key(`Jobtitles ${job}`, 0) },
				...{ JobtitleDescription: job, Department: key(`Departments ${department}`, 0) },
				...{ DepartmentCode: department, Created: row['Created'], Modified: row['Created'] },
				...{ AverageHoursPerWeek: 38, AverageDaysPerWeek: 5 },
			},
		];
	});
	company.store('ActiveEmployments', employed);
}

function employeeRow(
	company: Company,
	[Code, FirstName, LastName, , , more]: EmployeePlan,
	ID: string,
	index: number,
): Row {
	const StartDate = hired + index * 97 * dayLength;
	const address = `${slug(FirstName)}.${slug(LastName)}@${slug(String(company.division['Description']))}.example`;
	return {
		...{ ID, Code, FirstName, LastName, MiddleName: more?.middleName, StartDate },
		...{ EmployeeHID: index + 1, EndDate: more?.left, IsActive: more?.left === undefined },
		...{ ActiveEmployment: more?.left === undefined ? 1 : 0, BusinessEmail: address },
		Customer: more?.relation ? privateRelation(company) : undefined,
		...{ Country: company.division['Country'], Created: StartDate, Modified: StartDate },
	};
}

/** The first relation that is neither customer nor supplier. */
function privateRelation(company: Company): Row[string] {
	const codes = company
		.table('Accounts')
		.rows()
		.filter((row) => row['Status'] !== 'C' && !row['IsSupplier'] && !row['Blocked'])
		.sort((a, b) => Number(a['Code']) - Number(b['Code']));
	return codes[0]?.['ID'];
}
