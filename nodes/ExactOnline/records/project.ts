import { projectColumns } from './columns/project';
import { record } from './record';
import { day, derived, flag, guid, hasBegun, isCurrent, money, moment, text, word } from './shows';

/** A project. Lines refer to it by its ID. */
export const project = record({
	noun: 'project',
	path: 'project/Projects',
	key: 'ID',
	code: 'Code',
	scope: 'Projects: projects',
	columns: projectColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		type: word('Type', {
			1: 'campaign',
			2: 'fixedPrice',
			3: 'timeAndMaterial',
			4: 'nonBillable',
			5: 'prepaid',
		}),
		isActive: derived(
			['StartDate', 'EndDate'],
			'boolean',
			({ StartDate, EndDate }, context) =>
				hasBegun(StartDate, context) && isCurrent(EndDate, context),
		),
		isBlockedForEntries: flag('BlockEntry'),
		isBlockedForPurchases: flag('BlockPurchasing'),
		relationId: guid('Account'),
		relationCode: text('AccountCode'),
		relationName: text('AccountName'),
		budget: money('BudgetedAmount'),
		startDate: day('StartDate'),
		endDate: day('EndDate'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
