import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../exact/values/text';
import { fromMinor } from '../../../ledger/money';
import { filled } from '../draft/filled';
import type { FreeHeader } from '../free/header';
import { freeLineBody } from '../general/body';
import type { MoneyInputs } from './draft';
import { moneyKindOf, moneyKinds } from './kinds';
import type { MoneyLine } from './lines';

/** Columns that have a field of their own, or that a booking may not choose. */
export const ownColumns: readonly string[] = [
	...['EntryID', 'JournalCode', 'Currency', 'EntryNumber', 'FinancialYear', 'FinancialPeriod'],
	...['OpeningBalanceFC', 'ClosingBalanceFC', 'BankEntryLines', 'CashEntryLines'],
];

/** The body of the POST, but for the balances. The header has neither date nor rate: both stand on the lines. */
export function moneyBody(
	{ date, additionalFields: more }: MoneyInputs,
	{ journal, currency, decimals, period, entryNumber }: FreeHeader,
	lines: readonly MoneyLine[],
	notes: string | undefined,
): IDataObject {
	const line = (one: MoneyLine, index: number) =>
		filled({
			...freeLineBody(one, date, index === 0 ? notes : undefined),
			AmountFC: fromMinor(one.amount, decimals),
			AmountVATFC: one.vatAmount === undefined ? undefined : fromMinor(one.vatAmount, decimals),
			ExchangeRate: more.exchangeRate,
			OurRef: one.ourReference,
		});
	return filled({
		...more.additionalExactFields,
		JournalCode: textOf(journal?.Code),
		Currency: currency || undefined,
		FinancialYear: period?.year,
		FinancialPeriod: period?.period,
		EntryNumber: entryNumber,
		[moneyKinds[moneyKindOf(journal)].lines]: lines.map(line),
	});
}
