import { costunitColumns } from './columns/costunit';
import { record } from './record';
import { day, derived, guid, isCurrent, moment, text } from './shows';

/** A cost unit. Lines refer to it by its code. */
export const costunit = record({
	noun: 'cost unit',
	path: 'hrm/Costunits',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: costcenters',
	columns: costunitColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		isActive: derived(['EndDate'], 'boolean', ({ EndDate }, context) =>
			isCurrent(EndDate, context),
		),
		endDate: day('EndDate'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
