import { all, any, equals, type Condition } from '../../exact/odata/filter';
import { kindsField } from '../../kit/kinds';
import { pagingFields } from '../../kit/paging';
import { invoiceKinds } from '../../ledger/kinds';
import { checkFilters, filters } from './filters';
import { narrowing, ofRelation } from './narrowing';
import { invoiceReading } from './reading';
import { sideNames, type SideName } from '../../kit/sides';
import { stateQuery } from './state';

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
		cost: '1 call for each 60 sales and each 60 purchase invoices; 1 more to check journals or to find a relation by its code; 1 for each 40 invoices whose lines Exact leaves out; payment status: 1 for each 1,000 open terms of a side, approval: 1 for each 60 open payables',
		fields: {
			kinds: kindsField('Which invoices to return; sales and purchases take separate calls'),
			...pagingFields,
			filters,
		},
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
			if (left === 0) return;
			const state = await stateQuery(inputs.filters, side, division, session);
			if (state === 'none') continue;
			const rows =
				state === undefined
					? await books.list(side, where, left)
					: await books.listOnly(side, where, state, left);
			await books.complete(side, rows);
			if (left !== undefined) left -= rows.length;
			for (const row of rows) yield { side, row };
		}
	},
);
