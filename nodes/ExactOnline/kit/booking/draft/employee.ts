import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';
import { finder } from './finder';

/** An employee's items stand under the relation that the employee is in Exact. */
export function employeeRelation(
	reference: Reference | undefined,
	where: Where,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const place = [...where, lookUps.employee.label];
	const row = finder(facts, problems)(lookUps.employee, reference, place);
	if (row === undefined) return undefined;
	const relation = textOf(row.Customer);
	if (relation !== '') return { ID: relation };
	problems.push({
		code: 'EMPLOYEE_ACCOUNT',
		where: place,
		what: `is ${textOf(row.Code)} ${textOf(row.FullName)}, who is linked to no relation`,
		expected:
			'Link the employee to a relation in Exact Online, or book the line on a ledger account.',
	});
	return undefined;
}
