import type { EdmType } from '../exact/source';
import { purchaseEntryLineColumns } from './columns/purchaseEntryLine';
import { salesEntryLineColumns } from './columns/salesEntryLine';
import { record, type PartOf } from './record';
import { day, decimal, guid, money, percent, text, whole, type Shown, type Sign } from './shows';

/**
 * A credit note is shown with negative amounts, whichever sign Exact stores: return journals may hold it with
 * positive ones. Its total decides for the whole entry, since single lines of a credit note can go the other way.
 */
export const entrySign: Sign = {
	columns: ['Type', 'AmountFC'],
	of: ({ Type, AmountFC }) => ([21, 31].includes(Number(Type)) && Number(AmountFC) > 0 ? -1 : 1),
};

const lineSign: Sign = {
	columns: [],
	of: (_, context) => entrySign.of(context.owner ?? {}, context),
};

export const salesEntryLine = entryLine('salesentry/SalesEntryLines', salesEntryLineColumns, {});

export const purchaseEntryLine = entryLine(
	'purchaseentry/PurchaseEntryLines',
	purchaseEntryLineColumns,
	{
		nonDeductiblePercentage: percent('VATNonDeductiblePercentage'),
		privateUsePercentage: percent('PrivateUsePercentage'),
	},
);

/** The lines as a part of their entry. */
export function linesOf(name: string, line: PartOf['record']): PartOf {
	return {
		name,
		record: line,
		parent: 'EntryID',
		orderBy: 'LineNumber',
		ownerColumns: entrySign.columns,
	};
}

function entryLine(
	path: string,
	columns: Readonly<Record<string, EdmType>>,
	ofThisSide: Readonly<Record<string, Shown>>,
) {
	return record({
		noun: 'entry line',
		path,
		key: 'ID',
		scope: 'Financial: accounting',
		columns,
		shows: {
			id: guid('ID'),
			number: whole('LineNumber'),
			ledgerAccount: text('GLAccountCode'),
			ledgerAccountId: guid('GLAccount'),
			ledgerAccountName: text('GLAccountDescription'),
			description: text('Description'),
			quantity: decimal('Quantity'),
			amount: money('AmountFC', lineSign),
			vatAmount: money('VATAmountFC', lineSign),
			vatCode: text('VATCode'),
			vatPercentage: percent('VATPercentage'),
			...ofThisSide,
			costCenter: text('CostCenter'),
			costUnit: text('CostUnit'),
			projectId: guid('Project'),
			projectName: text('ProjectDescription'),
			from: day('From'),
			to: day('To'),
		},
	});
}
