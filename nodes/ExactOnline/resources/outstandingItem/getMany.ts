import type { Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { termRecords } from '../../kit/openTerms';
import { outputFields, presenter, type OutputInputs } from '../../kit/output';
import { limitOf, pagingFields } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';
import { payable, receivable } from '../../records/openItem';
import { schemaOf } from '../../records/record';
import { fields } from './fields';
import { itemsOf } from './items';
import { readTerms, relationOf } from './terms';

const all = {
	division: divisionReference(lookUps.division),
	...fields,
	...pagingFields,
	...outputFields(receivable),
};

/** Get Many: what is open, invoice by invoice. An open invoice is positive on either side. */
export const getMany: ItemOperation = {
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many outstanding items',
		description: 'Retrieve many open receivables or payables of a division',
	},
	rows: ['R30'],
	cost: '1 call for each 1,000 open terms; with a limit 1, and 1 for each 40 invoices where there are more than 1,000 terms; 1 more for a relation by its code',
	record: receivable,
	reads: [payable],
	schema: schemaOf(receivable),
	fields: all,
	run: async function* (given, session) {
		const inputs = given as Record<string, unknown> & Inputs<typeof all> & OutputInputs;
		const { side, options, filters, division } = inputs;
		const record = termRecords[side];
		const relation = await relationOf(inputs, division, session);
		const present = await presenter(record, inputs, session);
		const terms = await readTerms(
			{ inputs, relation, select: present.columns, limit: limitOf(inputs) },
			session,
		);
		const grouped = options.groupByInvoice;
		const items = itemsOf(terms, { side, grouped, today: session.today() });
		const { ageing } = filters;
		const fitting = items.filter(
			(item) => ageing.length === 0 || ageing.some((one) => one === item.Ageing),
		);
		for (const item of fitting.slice(0, limitOf(inputs))) yield present.show(item);
	},
};
