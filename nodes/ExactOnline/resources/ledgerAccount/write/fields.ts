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
			{ label: 'Debit/Credit', hint: 'The side on which it grows; without it, that of its type' },
			[
				{ name: 'Credit', value: 'credit' },
				{ name: 'Debit', value: 'debit' },
			],
			'debit',
		),
	),
	balanceType: ifAdded(
		choice<'balanceSheet' | 'profitAndLoss'>(
			{ label: 'Balance/Profit and Loss', hint: 'Where it stands; without it, that of its type' },
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
				hint: 'The type in the words of Exact, where those of Type are too wide',
			},
			exactTypeOptions,
			'general',
		),
	),
	isActive: activeField('account', { yes: 'Unblocks it', no: 'Blocks it' }),
	isMatched: ifAdded(
		switchField({ label: 'Matching', hint: 'Whether lines of the account are matched' }),
	),
	searchCode: textField({ label: 'Search Code' }),
	vatCode: optionalReference(lookUps.vatCode, { hint: 'Proposed for lines' }),
};
export type AccountInputs = Inputs<typeof accountFields>;
