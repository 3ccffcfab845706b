import type { Session } from '../../exact/session';
import { attempt, codeOf } from '../../kit/booking/attempt';
import type { Inputs } from '../../kit/field';
import { collection, switchField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { limitOf, pagingFields } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';
import { costcenter } from '../../records/costcenter';
import { project } from '../../records/project';
import { planNames, plans, type PlanName } from '../analyticAccount/plans';

const fields = {
	division: divisionReference(lookUps.division),
	...pagingFields,
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			checkAccess: switchField({
				label: 'Check Access',
				hint: 'Whether to ask Exact Online if this login may read the accounts of each plan; a refusal counts as a mistake',
			}),
		},
	),
};

/** Get Many: Exact has exactly these three, in every division. */
export const getMany: ItemOperation = {
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many analytic plans',
		description: 'Retrieve many analytic plans: cost centers, cost units and projects',
	},
	rows: ['R07'],
	cost: '0 calls; with Check Access 3',
	record: costcenter,
	reads: [project],
	schema: {
		type: 'object',
		properties: {
			division: { type: 'integer' },
			id: { type: 'string' },
			name: { type: 'string' },
			isActive: { type: 'boolean' },
			parentId: { type: 'string' },
		},
	},
	fields,
	run: async function* (inputs, session) {
		const given = inputs as Inputs<typeof fields>;
		const { division, options } = given;
		for (const name of planNames.slice(0, limitOf(given))) {
			const isActive = options.checkAccess ? await isOpen(name, division, session) : null;
			yield { division, id: name, name: plans[name].many, isActive, parentId: null };
		}
	},
};

/** Whether the accounts of a plan can be read; one is asked for. */
async function isOpen(name: PlanName, division: number, session: Session): Promise<boolean> {
	const rows = session.list(plans[name].record, { division, select: ['ID'], limit: 1 });
	const outcome = await attempt(async () => await rows.next());
	if ('value' in outcome) return true;
	if (codeOf(outcome.error) === 'FORBIDDEN') return false;
	throw outcome.error;
}
