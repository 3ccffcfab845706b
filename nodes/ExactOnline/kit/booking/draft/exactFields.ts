import { closest } from '../../../exact/values/closest';
import type { RecordType } from '../../../records/record';
import type { Problem } from '../problems';

/** Fields that the user writes under Exact's names: a name that Exact does not have would be a counted mistake. */
export function checkExactFields(
	given: Readonly<Record<string, unknown>> = {},
	{ columns }: RecordType,
	ownColumns: readonly string[],
	problems: Problem[],
): void {
	const where = ['Additional Fields', 'Additional Exact Fields'];
	const names = Object.keys(columns);
	for (const name of Object.keys(given).filter((one) => ownColumns.includes(one))) {
		const what = `contains "${name}", which this node fills itself`;
		const expected = 'Use the field of this node for it: only then is it checked and looked for.';
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
		const meant = closest(name, names);
		const expected = meant === undefined ? 'Use the names of Exact.' : `Did you mean ${meant}?`;
		const what = `contains "${name}", which Exact does not know`;
		problems.push({ code: 'PARAM_FORMAT', where, what, expected });
	}
}
