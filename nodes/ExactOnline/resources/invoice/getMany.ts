import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Field } from '../../kit/field';
import { choices } from '../../kit/fields';
import { pagingFields } from '../../kit/paging';
import { invoiceKinds, type InvoiceKind } from '../../ledger/kinds';
import { checkFilters, filters } from './filters';
import { narrowing, ofRelation } from './narrowing';
import { invoiceReading } from './reading';
import { kindOptions, sideNames, type SideName } from './sides';

/** Get Many: invoices and credit notes of either side or of both. */
export const getMany = invoiceReading(
	{
		value: 'getAll',
		words: {
			name: 'Get Many',
			action: 'Get many invoices',
			description: 'Retrieve many invoices and credit notes of a division',
		},
		rows: ['R26', 'O02', 'O04'],
		cost: '1 call for each 60 sales and each 60 purchase invoices; 1 more to check journals or to find a relation by its code; 1 for each 40 invoices whose lines Exact leaves out',
		fields: { kinds: kindsField(), ...pagingFields, filters },
	},
	async function* (inputs, books, session) {
		const { division } = books;
		const kinds = inputs.kinds.map((kind) => invoiceKinds[kind]);
		const asked = sideNames.filter((name) => kinds.some(({ side }) => side === name));
		checkFilters(inputs.filters, asked, session);
		const narrowed = await narrowing(inputs.filters, division, session);
		const wanted: Array<[SideName, Condition]> = [];
		for (const side of asked) {
			const types = kinds.filter((kind) => kind.side === side).map((kind) => kind.entryType);
			const kind = any(...types.map((type) => equals('Type', type)));
			const relation = await ofRelation(inputs.filters, side, division, session);
			wanted.push([side, all(kind, narrowed, relation)]);
		}
		let left = books.limit;
		for (const [side, where] of wanted) {
			const rows = await books.list(side, where, left);
			await books.complete(side, rows);
			if (left !== undefined) left -= rows.length;
			for (const row of rows) yield { side, row };
		}
	},
);

function kindsField(): Field<InvoiceKind[]> {
	const field = choices(
		{
			label: 'Kinds',
			hint: 'What to read; sales and purchases are read with calls of their own',
			section: 'subject',
		},
		kindOptions,
	);
	return {
		...field,
		property: { ...field.property, required: true, default: ['customerInvoice'] },
		read: (value, place) => {
			const kinds = field.read(value, place);
			if (kinds.length > 0) return kinds;
			return place.refuse('PARAM_REQUIRED', 'is empty', 'Choose at least one kind of invoice.');
		},
	};
}
