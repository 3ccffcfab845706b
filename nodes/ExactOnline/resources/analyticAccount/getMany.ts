import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { attempt, codeOf } from '../../kit/booking/attempt';
import { changedAfter } from '../../kit/changedAfter';
import { choice, collection, momentField, switchField, textField } from '../../kit/fields';
import { pagingFields } from '../../kit/paging';
import { planNames, planOptions, plans, type PlanName } from './plans';
import { accountReading, type AccountAsk, type Found } from './reading';

const plan = choice(
	{
		label: 'Analytic Plan',
		hint: 'Which of the three to read: cost centers, cost units or projects',
		section: 'subject',
	},
	[{ name: 'All', value: 'all', description: 'One call or more for each plan' }, ...planOptions],
	'costCenter',
);

const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{
		search: textField({ label: 'Search', hint: 'Part of the name or code' }),
		updatedAfter: momentField({
			label: 'Updated After',
			hint: 'Only what was changed after this date and time',
		}),
	},
);

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeInactive: switchField({
			label: 'Include Inactive',
			hint: 'Whether to return accounts that have ended, or not begun yet, as well',
		}),
	},
);

/** Get Many: the accounts of one plan, or of all of them. */
export const getMany = accountReading(
	{
		value: 'getAll',
		words: {
			name: 'Get Many',
			action: 'Get many analytic accounts',
			description: 'Retrieve many cost centers, cost units or projects of a division',
		},
		rows: ['R08', 'R12'],
		cost: '1 call for each 60 of a plan',
		fields: { plan, ...pagingFields, filters, options },
	},
	async function* (inputs, ask, session) {
		const { search, updatedAfter } = inputs.filters;
		const narrowed = all(
			search === undefined
				? undefined
				: any(contains('Description', search), contains('Code', search)),
			updatedAfter === undefined ? undefined : await changedAfter(updatedAfter, session),
		);
		const read = async (name: PlanName, limit?: number) => {
			const active = inputs.options.includeInactive ? undefined : isActive(name, session);
			return await readPlan(name, all(narrowed, active), { ...ask, limit }, session);
		};
		if (inputs.plan === 'all') yield* await readAll(read, ask.limit);
		else yield* await read(inputs.plan, ask.limit);
	},
);

const contains = (field: string, text: string): Condition => ({ field, contains: text });

/** What has not ended; only projects have a day on which they begin. */
function isActive(name: PlanName, session: Session): Condition {
	const today = session.today();
	const goesOn = any(equals('EndDate', null), { field: 'EndDate', is: 'ge', value: today });
	if (name !== 'project') return goesOn;
	const hasBegun = any(equals('StartDate', null), { field: 'StartDate', is: 'le', value: today });
	return all(goesOn, hasBegun);
}

async function readPlan(
	name: PlanName,
	where: Condition,
	{ division, limit, columns }: AccountAsk,
	session: Session,
): Promise<Found[]> {
	const found: Found[] = [];
	const reading = { division, select: await columns(name), where, limit };
	for await (const row of session.list(plans[name].record, reading))
		found.push({ plan: name, row });
	return found;
}

/** A plan that this login may not read is left out, and the items say so; without items it is an error. */
async function readAll(
	read: (name: PlanName, left?: number) => Promise<Found[]>,
	limit?: number,
): Promise<Found[]> {
	const found: Found[] = [];
	const refused: Array<{ name: PlanName; error: unknown }> = [];
	for (const name of planNames) {
		const left = limit === undefined ? undefined : limit - found.length;
		if (left === 0) break;
		const outcome = await attempt(async () => await read(name, left));
		if ('value' in outcome) found.push(...outcome.value);
		else if (codeOf(outcome.error) === 'FORBIDDEN') refused.push({ name, error: outcome.error });
		else throw outcome.error;
	}
	if (found.length === 0 && refused.length > 0) throw refused[0]?.error;
	const warnings = refused.map(
		({ name, error }) => `${plans[name].many} were left out: ${(error as Error).message}`,
	);
	return found.map((one) => ({ ...one, warnings }));
}
