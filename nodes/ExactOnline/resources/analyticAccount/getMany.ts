import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { attempt, codeOf } from '../../kit/booking/attempt';
import { changedAfter } from '../../kit/changedAfter';
import { choice, collection, momentField, switchField, textField } from '../../kit/fields';
import { only } from '../../kit/only';
import { pagingFields } from '../../kit/paging';
import { readable } from '../../records/record';
import { planNames, planOptions, plans, type PlanName } from './plans';
import { accountReading, type AccountAsk, type Found } from './reading';

const plan = choice(
	{ label: 'Analytic Plan', hint: 'Which accounts to read', section: 'subject' },
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
		const { includeInactive } = inputs.options;
		const where = all(
			search === undefined
				? undefined
				: any(contains('Description', search), contains('Code', search)),
			updatedAfter === undefined ? undefined : await changedAfter(updatedAfter, session),
			includeInactive ? undefined : notEnded(session),
		);
		const read = (name: PlanName, left?: number) =>
			readPlan(name, where, includeInactive, { ...ask, limit: left }, session);
		if (inputs.plan !== 'all') yield* await read(inputs.plan, ask.limit);
		else yield* await readAll(read, ask.limit);
	},
);

const contains = (field: string, text: string): Condition => ({ field, contains: text });

function notEnded(session: Session): Condition {
	return any(equals('EndDate', null), { field: 'EndDate', is: 'ge', value: session.today() });
}

/** What else makes an account inactive, no filter is known to say: projects that begin later, an old flag. */
async function readPlan(
	name: PlanName,
	where: Condition,
	includeInactive: boolean,
	{ division, limit, columns }: AccountAsk,
	session: Session,
): Promise<Found[]> {
	const { record } = plans[name];
	const active = record.shows.isActive?.columns ?? [];
	const select = [...new Set([...(await columns(name)), ...active])];
	const context = { division, zone: { offsetMs: 0 }, today: session.today() };
	const isWanted = (row: Row) =>
		includeInactive || readable(record, row, context, ['isActive']).isActive === true;
	const found: Found[] = [];
	const rows = session.list(record, { division, select, where });
	for await (const row of only(rows, isWanted, limit)) found.push({ plan: name, row });
	return found;
}

/** A plan that this login may not read is left out, and the items say so; unless there is no other. */
async function readAll(
	read: (name: PlanName, left?: number) => Promise<Found[]>,
	limit = Infinity,
): Promise<Found[]> {
	const found: Found[] = [];
	const refused: Array<{ name: PlanName; error: unknown }> = [];
	for (const name of planNames) {
		const left = limit - found.length;
		if (left <= 0) break;
		const outcome = await attempt(async () => await read(name, left));
		if ('value' in outcome) found.push(...outcome.value);
		else if (codeOf(outcome.error) === 'FORBIDDEN') refused.push({ name, error: outcome.error });
		else throw outcome.error;
	}
	if (refused.length === planNames.length) throw refused[0]?.error;
	const warnings = refused.map(
		({ name, error }) => `${plans[name].many} were left out: ${(error as Error).message}`,
	);
	return found.map((one) => ({ ...one, warnings }));
}
