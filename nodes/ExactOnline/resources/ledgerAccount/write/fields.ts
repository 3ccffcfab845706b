import type { Inputs } from '../../../kit/field';
import { activeField, exactFields, ifAdded } from '../../../kit/booking/master';
import { choice, switchField, textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';
import { exactTypeOptions, typeOptions } from './types';

const useOf = (label: string, noun: string) =>
	ifAdded(
		choice<'mandatory' | 'no' | 'optional'>(
			{ label, hint: `Whether lines of the account take a ${noun}` },
			[
				{ name: 'Mandatory', value: 'mandatory' },
				{ name: 'No', value: 'no' },
				{ name: 'Optional', value: 'optional' },
			],
			'optional',
		),
	);

export const typeField = choice(
	{ label: 'Type', hint: 'What the account is for', section: 'subject' },
	typeOptions,
	'expense',
);

/** What ledger accounts have besides code, name and type. */
export const accountFields = {
	additionalExactFields: exactFields('account', '{"ReportingCode": "A10"}'),
	balanceSide: ifAdded(
		choice<'credit' | 'debit'>(
			{
				label: 'Debit/Credit',
				hint: 'The side on which the account grows; when left out, the side of its type',
			},
			[
				{ name: 'Credit', value: 'credit' },
				{ name: 'Debit', value: 'debit' },
			],
			'debit',
		),
	),
	balanceType: ifAdded(
		choice<'balanceSheet' | 'profitAndLoss'>(
			{
				label: 'Balance/Profit and Loss',
				hint: 'Where the account stands; when left out, where its type stands',
			},
			[
				{ name: 'Balance Sheet', value: 'balanceSheet' },
				{ name: 'Profit and Loss', value: 'profitAndLoss' },
			],
			'balanceSheet',
		),
	),
	costCenter: optionalReference(lookUps.costCenter, { hint: 'Proposed for lines' }),
	costCenterUse: useOf('Use of Cost Centers', 'cost center'),
	costUnit: optionalReference(lookUps.costUnit, { hint: 'Proposed for lines' }),
	costUnitUse: useOf('Use of Cost Units', 'cost unit'),
	exactType: ifAdded(
		choice(
			{
				label: 'Exact Type',
				hint: "Exact's own type, where those of 'Type' are too wide",
			},
			exactTypeOptions,
			'general',
		),
	),
	isActive: activeField('account', { yes: 'Not blocked', no: 'Blocked' }),
	isMatched: ifAdded(
		switchField({ label: 'Matching', hint: 'Whether lines of the account are matched' }),
	),
	searchCode: textField({ label: 'Search Code' }),
	vatCode: optionalReference(lookUps.vatCode, { hint: 'Proposed for lines' }),
};
export type AccountInputs = Inputs<typeof accountFields>;
