import { choice, percentField, requiredText, rows } from '../../fields';
import { lookUps } from '../../lookups';
import { optionalReference } from '../../reference';

const share = {
	plan: choice(
		{ label: 'Plan', section: 'lines' },
		[
			{ name: 'Cost Center', value: 'costCenter' },
			{ name: 'Cost Unit', value: 'costUnit' },
			{ name: 'Project', value: 'project' },
		],
		'costCenter',
	),
	account: requiredText({
		label: 'Code or ID',
		hint: 'Code of the cost center or cost unit; code or ID of the project',
		section: 'lines',
	}),
	percentage: percentField({ label: 'Percentage', section: 'lines' }),
};

/** One account of each plan for a line, or shares over several. */
export const analyticFields = {
	costCenter: optionalReference(lookUps.costCenter),
	costUnit: optionalReference(lookUps.costUnit),
	project: optionalReference(lookUps.project),
	distribution: rows(
		{
			label: 'Distribution',
			hint: 'Shares over several accounts of a plan; those of one plan add up to 100 %, and the line is split to the cent',
			row: 'Share',
			add: 'Add Share',
		},
		share,
	),
};
