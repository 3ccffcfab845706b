import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { journalColumns } from './columns/journal';
import { record } from './record';
import { added, derived, flag, guid, moment, text, word } from './shows';

/** Exact's numbers of the kinds of journals. Codes differ from company to company; the kind does not. */
export const journalTypes: Readonly<Record<string, string>> = {
	10: 'cash',
	12: 'bank',
	16: 'paymentService',
	20: 'sales',
	21: 'salesReturn',
	22: 'purchase',
	23: 'purchaseReturn',
	90: 'general',
};

/** Kinds of ledger accounts that a journal stands for: money, and what clients owe or suppliers are owed. */
const ownAccounts = [10, 12, 14, 16, 20, 22];

const isOwn = ({ GLAccountType }: Row): boolean => ownAccounts.includes(Number(GLAccountType));

/**
 * The account that stands against every line of the journal. Exact's documentation calls the account of a journal its
 * suspense account; by its kind it is one or the other. What the ledger says (`CounterpartAccountCode`) comes first.
 */
export const counterpartAccount = derived(['GLAccountCode', 'GLAccountType'], 'string', (row) => {
	const booked = textOf(row.CounterpartAccountCode);
	return booked || (isOwn(row) && textOf(row.GLAccountCode)) || null;
});

/** Where a journal books what it can not place yet. */
export const suspenseAccount = derived(['GLAccountCode', 'GLAccountType'], 'string', (row) =>
	isOwn(row) ? null : textOf(row.GLAccountCode) || null,
);

/** A journal (daybook). Entries refer to it by its code. */
export const journal = record({
	noun: 'journal',
	path: 'financial/Journals',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: generalledgers',
	columns: journalColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		type: word('Type', journalTypes),
		currency: text('Currency'),
		allowsOtherCurrencies: flag('AllowVariableCurrency'),
		allowsOtherExchangeRates: flag('AllowVariableExchangeRate'),
		allowsVat: flag('AllowVAT'),
		isBlocked: flag('IsBlocked'),
		ledgerAccount: text('GLAccountCode'),
		ledgerAccountId: guid('GLAccount'),
		ledgerAccountName: text('GLAccountDescription'),
		counterpartAccount,
		suspenseAccount,
		iban: text('BankAccountIBAN'),
		bankAccount: text('BankAccountIncludingMask'),
		bic: text('BankAccountBICCode'),
		bankName: text('BankName'),
		nextNumbers: added(
			{
				type: 'array',
				items: {
					type: 'object',
					properties: {
						year: { type: 'integer' },
						number: { type: 'integer' },
						startDate: { type: 'string' },
						endDate: { type: 'string' },
					},
				},
			},
			({ NextNumbers }) => (NextNumbers as GenericValue) ?? null,
		),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
