import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import { schemaOf, type RecordType } from '../records/record';
import type { JsonSchema } from '../records/shows';
import type { Field, Fields, Inputs } from './field';
import { lookUps } from './lookups';
import { outputFields, presenter, type OutputInputs } from './output';
import { limitOf, pagingFields, type PagingInputs } from './paging';
import { divisionReference } from './reference';

/** How an operation reads in n8n. `action` stands in the node panel: "Get many clients". */
export interface OperationWords {
	name: string;
	action: string;
	description: string;
}

/** What every operation says of itself. */
interface OperationFacts {
	/** n8n's value of the drop-down; kept for ever. */
	value: string;
	words: OperationWords;
	/** Rows of the coverage list that it serves. */
	rows: readonly string[];
	/** What it costs, for people who watch Exact's limits. */
	cost: string;
	fields: Fields;
	/** Scope that the app needs, and the shape of an output item; absent where both depend on the user. */
	record?: RecordType;
	schema?: JsonSchema;
	/** Entities that it reads besides that one and what fields point at. */
	reads?: readonly RecordType[];
	/** Entities that it changes; it may only read all others. */
	writes?: readonly RecordType[];
}

/** An operation that takes each item on its own. */
export interface ItemOperation extends OperationFacts {
	run(inputs: Record<string, unknown>, session: Session): AsyncIterable<IDataObject>;
}

/** An operation that takes all items together: what they point at is looked up once for all of them. */
export interface BatchOperation extends OperationFacts {
	runTogether(batch: Batch, session: Session): AsyncIterable<Result>;
}

/** A file as it was fetched; without a MIME type n8n tells it by name and content. */
export interface OutputFile {
	/** Under which name the item carries it. */
	field: string;
	name: string;
	mimeType?: string;
	content: Buffer;
}

/** An operation as the kit sees it, whatever it does. */
export type Operation = ItemOperation | BatchOperation;

/** The items of an execution, their inputs read and checked. */
export interface Batch {
	tasks: readonly Task[];
	/** Whether the other items go on when one fails. */
	goesOn: boolean;
}

export interface Task {
	item: number;
	inputs: Record<string, unknown>;
}

/** What came of one item: an output item, one of several, or the error that ended it. */
export type Result =
	{ item: number; json: IDataObject; file?: OutputFile } | { item: number; error: unknown };

/** A resource: a drop-down entry with its operations. */
export interface Resource {
	value: string;
	name: string;
	/** Other words under which people look for it, said in the drop-down. */
	description?: string;
	operations: readonly Operation[];
}

interface Declaration<F extends Fields> {
	value: string;
	words: OperationWords;
	rows: readonly string[];
	cost: string;
	fields: F;
	record: RecordType;
	reads?: readonly RecordType[];
	/** Refuses inputs that do not fit each other; nothing has been sent yet. */
	check?(inputs: Inputs<F>, session: Session): void;
	/** Set for the list of divisions itself: the only reading that needs none. */
	withoutDivision?: boolean;
}

/** What a reading operation is asked besides its own inputs. */
export interface Ask {
	division: number;
	/** The columns that the chosen output needs. */
	select: string[];
	limit?: number;
	/** The columns of a part (addresses of a client) that the chosen output needs. */
	columnsOf(part: RecordType): string[];
}

const divisionField: Field<number> = divisionReference(lookUps.division);

/** Reads many records of one division: adds *Division*, *Return All*, *Limit* and *Output*. */
export function readMany<F extends Fields>(
	declaration: Declaration<F> & {
		run(inputs: Inputs<F>, ask: Ask, session: Session): AsyncIterable<Row>;
	},
): Operation {
	return reading(declaration, pagingFields, declaration.run);
}

/** Reads one record of one division: adds *Division* and *Output*. */
export function readOne<F extends Fields>(
	declaration: Declaration<F> & {
		run(inputs: Inputs<F>, ask: Ask, session: Session): Promise<Row>;
	},
): Operation {
	return reading(declaration, {}, async function* (inputs, ask, session) {
		yield await declaration.run(inputs, ask, session);
	});
}

function reading<F extends Fields>(
	{ fields, record, check, withoutDivision, ...rest }: Declaration<F>,
	paging: Fields,
	run: (inputs: Inputs<F>, ask: Ask, session: Session) => AsyncIterable<Row>,
): Operation {
	const division: Fields = withoutDivision === true ? {} : { division: divisionField };
	return {
		...rest,
		record,
		schema: schemaOf(record),
		fields: { ...division, ...fields, ...paging, ...outputFields(record) },
		run: async function* (inputs, session) {
			const given = inputs as Record<string, unknown> & CommonInputs;
			check?.(inputs as Inputs<F>, session);
			const present = await presenter(record, { division: 0, ...given }, session);
			const ask: Ask = {
				division: given.division ?? 0,
				select: present.columns,
				limit: limitOf(given),
				columnsOf: present.columnsOf,
			};
			for await (const row of run(inputs as Inputs<F>, ask, session)) yield present.show(row);
		},
	};
}

type CommonInputs = OutputInputs & Partial<PagingInputs> & { division?: number };
