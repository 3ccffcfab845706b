import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { changeFilters, changes } from '../../kit/changes';
import { blockedField } from '../../kit/blocked';
import type { Inputs } from '../../kit/field';
import { choices, collection, textField } from '../../kit/fields';
import { only } from '../../kit/only';
import { readMany } from '../../kit/operation';
import { beginsWithOneOf, codePrefixes } from '../../kit/prefixes';
import {
	accountCategories,
	categoryOf,
	GENERAL,
	glAccount,
	type AccountCategory,
} from '../../records/glAccount';

const inner = {
	classes: codePrefixes({
		label: 'Classes',
		placeholder: 'e.g. 6,70',
		hint: 'What the code begins with, separated by commas',
	}),
	search: textField({ label: 'Search', hint: 'Part of the name, code or search code' }),
	types: choices({ label: 'Types', hint: 'Only accounts for one of these purposes' }, [
		{ name: 'Bank', value: 'bank' },
		{ name: 'Cash', value: 'cash' },
		{ name: 'Expense', value: 'expense' },
		{ name: 'Income', value: 'income' },
		{ name: 'Other', value: 'other' },
		{ name: 'Other Expense', value: 'otherExpense' },
		{ name: 'Other Financial', value: 'otherFinancial' },
		{ name: 'Payable', value: 'payable' },
		{ name: 'Receivable', value: 'receivable' },
		{ name: 'VAT', value: 'vat' },
	] satisfies Array<{ name: string; value: AccountCategory }>),
	...changeFilters(glAccount, "SearchCode eq 'ENERGY'"),
};

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ includeBlocked: blockedField('accounts that are blocked') },
);

/** What a row has to tell of itself for the filters that Exact's bulk list does not know. */
const looksAt = ['Code', 'Description', 'SearchCode', 'IsBlocked'];
const looksAtType = ['Type', 'BalanceType', 'BalanceSide'];

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many ledger accounts',
		description: 'Retrieve many accounts of the chart of accounts of a division',
	},
	rows: ['R05'],
	cost: '1 call for each 1,000 of the chart; with an additional filter that only the ordinary list knows, 1 for each 60',
	record: glAccount,
	fields: {
		filters: collection({ label: 'Filters', section: 'filters', add: 'Add Filter' }, inner),
		options,
	},
	run: async function* (inputs, ask, session) {
		const { division, limit } = ask;
		const { filters } = inputs;
		const select = [...new Set([...ask.select, ...looksAt, ...looksAtType])];
		const where = all(ofTypes(filters.types), await changes(filters, session));
		const rows = session.list(glAccount, { division, select, where });
		const isWanted = (row: Row) =>
			(inputs.options.includeBlocked || row.IsBlocked !== true) && fits(row, filters);
		yield* only(rows, isWanted, limit);
	},
});

/** As much of the types as Exact's numbers say. The rest of its accounts is `other`, so that there all are read. */
function ofTypes(types: readonly AccountCategory[]): Condition | undefined {
	if (types.length === 0 || types.includes('other')) return undefined;
	const numbers = types.flatMap((type) =>
		type === 'other' ? [] : [...accountCategories[type]],
	) as number[];
	const general = types.includes('income') || types.includes('expense') ? [GENERAL] : [];
	return any(...[...numbers, ...general].map((number) => equals('Type', number)));
}

function fits(row: Row, { classes, search, types }: Inputs<typeof inner>): boolean {
	if (types.length > 0 && !types.includes(categoryOf(row))) return false;
	if (!beginsWithOneOf(textOf(row.Code), classes)) return false;
	if (search === undefined) return true;
	const texts = [row.Code, row.Description, row.SearchCode].map(textOf);
	return texts.some((text) => text.toLowerCase().includes(search.toLowerCase()));
}
