import { all } from '../../exact/odata/filter';
import {
	entryFilters,
	entryQuery,
	oneOf,
	refuseWithoutDates,
	withoutYearEnd,
} from '../../kit/entries/filters';
import { readEntries } from '../../kit/entries/readEntries';
import { choices, collection, switchField } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { ledgerEntry } from '../../records/ledgerEntry';

/** The kinds of entries that people ask for, by `TransactionLines.Type`. */
const types = {
	bankOrCash: [40],
	general: [90],
	openingBalance: [10],
	purchaseCreditNote: [31],
	purchaseInvoice: [30],
	salesCreditNote: [21],
	salesInvoice: [20],
	vatReturn: [50],
	yearEnd: [310, 320, 321, 322, 323, 324, 325, 326, 327, 328],
} as const;

const filters = entryFilters({
	types: choices({ label: 'Types', hint: 'Only entries of one of these kinds' }, [
		{ name: 'Bank or Cash', value: 'bankOrCash' },
		{ name: 'General', value: 'general' },
		{ name: 'Opening Balance', value: 'openingBalance' },
		{ name: 'Purchase Credit Note', value: 'purchaseCreditNote' },
		{ name: 'Purchase Invoice', value: 'purchaseInvoice' },
		{ name: 'Sales Credit Note', value: 'salesCreditNote' },
		{ name: 'Sales Invoice', value: 'salesInvoice' },
		{ name: 'VAT Return', value: 'vatReturn' },
		{ name: 'Year End', value: 'yearEnd' },
	] satisfies Array<{ name: string; value: keyof typeof types }>),
});

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeYearEnd: switchField({
			label: 'Include Year-End Entries',
			hint: 'Whether to return what Exact Online booked by itself to close periods and years',
			on: true,
		}),
	},
);

/** Get Many: whole entries of the ledger, each with all of its lines. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many journal entries',
		description: 'Retrieve many entries of the ledger, each with its lines',
	},
	rows: ['R32', 'O06', 'O07'],
	cost: 'All: 1 call for each 1,000 lines; with a limit, a relation, a change or an additional filter: 1 for each 1,000 lines that fit, and 1 for each 40 entries; 1 more to check journals, and for a relation by its code',
	record: ledgerEntry,
	fields: { filters, options },
	run: async function* (inputs, ask, session) {
		refuseWithoutDates(inputs.filters, ask.limit, session);
		const query = await entryQuery(inputs.filters, ask.division, session);
		const wanted = inputs.filters.types.flatMap((name): readonly number[] => types[name]);
		const where = all(
			query.where,
			oneOf('Type', wanted),
			inputs.options.includeYearEnd ? undefined : withoutYearEnd,
		);
		yield* readEntries({ ...query, where }, ask, session);
	},
});
