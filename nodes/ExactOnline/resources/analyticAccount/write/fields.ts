import type { Inputs } from '../../../kit/field';
import { activeField, exactFields, ifAdded } from '../../../kit/booking/master';
import { choice, dayField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';

/** Exact's numbers of the kinds of projects, by the words that the record shows. */
export const projectTypes = {
	campaign: 1,
	fixedPrice: 2,
	nonBillable: 4,
	prepaid: 5,
	timeAndMaterial: 3,
} as const;
type ProjectType = keyof typeof projectTypes;

/** What analytic accounts have besides code and name; the fields of projects are said to be theirs. */
export const accountFields = {
	additionalExactFields: exactFields('account', '{"Notes": "From the CRM"}'),
	client: optionalReference(lookUps.client, {
		hint: 'Projects only: for whom; Exact wants one when the type is fixed price, prepaid, or time and material',
	}),
	currency: optionalReference(lookUps.currency, {
		hint: 'Exact keeps no currency for these accounts; any but that of the company only gives a warning',
	}),
	endDate: dayField({ label: 'End Date', hint: 'Last day on which it is in use' }),
	isActive: activeField('account', {
		yes: 'Without an end date',
		no: 'Ended yesterday, so that it is not in use from today',
	}),
	projectType: ifAdded(
		choice<ProjectType>(
			{ label: 'Project Type', hint: 'Projects only; when left out, a new one is non-billable' },
			[
				{ name: 'Campaign', value: 'campaign' },
				{ name: 'Fixed Price', value: 'fixedPrice' },
				{ name: 'Non-Billable', value: 'nonBillable' },
				{ name: 'Prepaid', value: 'prepaid' },
				{ name: 'Time and Material', value: 'timeAndMaterial' },
			],
			'nonBillable',
		),
	),
	startDate: dayField({
		label: 'Start Date',
		hint: 'Projects only: first day on which it is in use; when empty, a new one begins today',
	}),
};
export type AccountInputs = Inputs<typeof accountFields>;
