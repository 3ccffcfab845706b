import { costcenterColumns } from './columns/costcenter';
import { record } from './record';
import { day, derived, guid, isCurrent, moment, text } from './shows';

/** A cost center. Lines refer to it by its code. */
export const costcenter = record({
	noun: 'cost center',
	path: 'hrm/Costcenters',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: costcenters',
	columns: costcenterColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		// The column Active is obsolete: nobody keeps it.
		isActive: derived(['EndDate'], 'boolean', ({ EndDate }, context) =>
			isCurrent(EndDate, context),
		),
		endDate: day('EndDate'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
