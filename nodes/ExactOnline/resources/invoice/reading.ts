import type { Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import type { Fields, Inputs } from '../../kit/field';
import { collection, switchField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { only } from '../../kit/only';
import type { ItemOperation } from '../../kit/operation';
import { outputFields, presenter, type OutputInputs, type Presenter } from '../../kit/output';
import { limitOf, type PagingInputs } from '../../kit/paging';
import { completeParts, expanded } from '../../kit/parts';
import { divisionReference } from '../../kit/reference';
import { client, supplier } from '../../records/account';
import { payable, receivable } from '../../records/openItem';
import { purchaseEntry } from '../../records/purchaseEntry';
import { schemaOf } from '../../records/record';
import { transactionLine } from '../../records/transactionLine';
import { additionsOf, type Additions } from './additions';
import { sides, type SideName } from '../../kit/sides';
import type { StateQuery } from './state';

/** An invoice as it was found, and in which half of the books. */
export interface Found {
	side: SideName;
	row: Row;
}

/** The invoices of one division, in the columns that the chosen output needs. */
export interface Books {
	division: number;
	limit?: number;
	/** The rows that the condition leaves, without their lines where Exact does not send them along. */
	list(side: SideName, where: Condition, limit?: number, also?: readonly string[]): Promise<Row[]>;
	/** The rows of which the rest is wanted too; pages are read until there are enough. */
	listOnly(side: SideName, where: Condition, query: StateQuery, limit?: number): Promise<Row[]>;
	/** Adds the lines that Exact did not send along, if lines are wanted, and what else is returned on demand. */
	complete(side: SideName, rows: readonly Row[]): Promise<void>;
}

const own = {
	division: divisionReference(lookUps.division),
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			includeLines: switchField({
				label: 'Include Lines',
				hint: 'Whether to return the lines of each invoice',
				on: true,
			}),
			includePartner: switchField({
				label: 'Include Partner',
				hint: 'Whether to return the client or supplier of each invoice; costs a call for each 40 of them',
			}),
			includePayments: switchField({
				label: 'Include Payments',
				hint: 'Whether to return what each invoice was paid with, and what is open; costs up to 5 calls for each 40 invoices',
			}),
		},
	),
} satisfies Fields;

type OwnInputs = Inputs<typeof own> & OutputInputs & Partial<PagingInputs>;

/** A reading of invoices: adds *Division*, *Options* and *Output* to the fields. */
export function invoiceReading<F extends Fields>(
	{ fields, ...rest }: Omit<ItemOperation, 'fields' | 'run' | 'record' | 'schema'> & { fields: F },
	run: (inputs: Inputs<F>, books: Books, session: Session) => AsyncIterable<Found>,
): ItemOperation {
	const { division, options } = own;
	return {
		...rest,
		// Both sides show the same; only the lines of purchases say more.
		record: purchaseEntry,
		reads: [client.record, supplier.record, transactionLine, receivable, payable],
		schema: schemaOf(purchaseEntry),
		fields: { division, ...fields, options, ...outputFields(purchaseEntry) },
		run: async function* (inputs, session) {
			const given = inputs as Record<string, unknown> & OwnInputs;
			const present = presenters(given, session);
			const additions = additionsOf(given, session);
			const books = booksOf(given, present, additions, session);
			for await (const { side, row } of run(inputs as Inputs<F>, books, session)) {
				yield { ...(await present(side)).show(row), ...additions.of(row) };
			}
		},
	};
}

type Present = (side: SideName) => Promise<Presenter>;

/** Each side's output, prepared when it is first needed: until then the inputs may still be refused. */
function presenters(inputs: OwnInputs, session: Session): Present {
	const known: Partial<Record<SideName, Presenter>> = {};
	return async (side) => (known[side] ??= await presenter(sides[side].record, inputs, session));
}

function booksOf(
	inputs: OwnInputs,
	present: Present,
	additions: Additions,
	session: Session,
): Books {
	const { division, options } = inputs;
	const limit = limitOf(inputs);
	const parts = options.includeLines ? ['lines'] : [];
	const readingOf = async (side: SideName, where: Condition, also: readonly string[]) => {
		const { record, relationColumn } = sides[side];
		const { columns, columnsOf } = await present(side);
		const needed = parts.flatMap((name) => record.parts[name]?.ownerColumns ?? []);
		const ofPartner = options.includePartner ? [relationColumn] : [];
		const select = [...new Set([...columns, ...needed, ...ofPartner, ...also])];
		return { division, select, expand: expanded(record, parts, columnsOf), where };
	};
	return {
		division,
		limit,
		list: async (side, where, most, also = []) => {
			const reading = { ...(await readingOf(side, where, also)), limit: most };
			return await collected(session.list(sides[side].record, reading));
		},
		listOnly: async (side, where, { columns, isWanted }, most) => {
			const reading = await readingOf(side, where, columns);
			return await collected(only(session.list(sides[side].record, reading), isWanted, most));
		},
		complete: async (side, rows) => {
			const { columns: select, columnsOf } = await present(side);
			const ask = { division, select, limit, columnsOf };
			await completeParts(sides[side].record, rows, parts, ask, session);
			await additions.read(side, rows);
		},
	};
}

async function collected(found: AsyncIterable<Row>): Promise<Row[]> {
	const rows: Row[] = [];
	for await (const row of found) rows.push(row);
	return rows;
}
