import { journalColumns } from './columns/journal';
import { record } from './record';
import { flag, guid, moment, text, word } from './shows';

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
		iban: text('BankAccountIBAN'),
		bankAccount: text('BankAccountIncludingMask'),
		bic: text('BankAccountBICCode'),
		bankName: text('BankName'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
