import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../exact/values/text';
import { fromMinor } from '../../../ledger/money';
import { filled } from '../draft/filled';
import type { FreeHeader } from '../free/header';
import type { FreeLine } from '../free/lines';
import type { GeneralInputs } from './draft';

/** Columns that have a field of their own, or that a booking may not choose. */
export const ownColumns: readonly string[] = [
	...['EntryID', 'JournalCode', 'Currency', 'ExchangeRate', 'EntryNumber', 'FinancialYear'],
	...['FinancialPeriod', 'Reversal', 'GeneralJournalEntryLines'],
];

/** The body of the POST. The header has neither date nor text: both stand on the lines. */
export function generalBody(
	{ date, additionalFields: more }: GeneralInputs,
	{ journal, currency, decimals, period, entryNumber }: FreeHeader,
	lines: readonly FreeLine[],
	notes: string | undefined,
): IDataObject {
	return filled({
		...more.additionalExactFields,
		JournalCode: textOf(journal?.Code),
		Currency: currency || undefined,
		ExchangeRate: more.exchangeRate,
		FinancialYear: period?.year,
		FinancialPeriod: period?.period,
		EntryNumber: entryNumber,
		Reversal: more.reversal === true ? true : undefined,
		GeneralJournalEntryLines: lines.map((line, index) => ({
			...freeLineBody(line, date, index === 0 ? notes : undefined),
			AmountFC: fromMinor(line.amount, decimals),
			...vatAmount(line, decimals),
		})),
	});
}

/** The columns that lines of all free entries share. */
export function freeLineBody(
	line: FreeLine,
	date: string | undefined,
	notes: string | undefined,
): IDataObject {
	return filled({
		GLAccount: line.ledgerAccount.ID,
		Account: line.relation?.ID,
		Date: date,
		Description: line.description,
		VATCode: textOf(line.vatCode?.Code) || undefined,
		CostCenter: line.costCenter,
		CostUnit: line.costUnit,
		Project: line.projectId,
		Notes: notes,
	});
}

function vatAmount({ vatAmount: given }: FreeLine, decimals: number): IDataObject {
	return given === undefined ? {} : { AmountVATFC: fromMinor(given, decimals) };
}
