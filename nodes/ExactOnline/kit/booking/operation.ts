import type { Session } from '../../exact/session';
import { schemaOf, type RecordType } from '../../records/record';
import type { JsonSchema } from '../../records/shows';
import type { Fields, Inputs } from '../field';
import { lookUps } from '../lookups';
import type { BatchOperation, OperationWords } from '../operation';
import { outputFields, type OutputInputs } from '../output';
import { divisionReference } from '../reference';
import { loadFile } from './entryFile';
import type { OnceDraft } from './once';
import { runBooking, type Booking, type Draft } from './pipeline';

interface Declaration<F extends Fields> {
	value: string;
	words: OperationWords;
	rows: readonly string[];
	cost: string;
	/** The entity that the output shows, and those that are changed where it is not that one alone. */
	record: RecordType;
	writes?: readonly RecordType[];
	fields: F;
}

/** What the fields of a declaration give, with those that every writing operation has. */
type Given<F extends Fields> = Inputs<F> & OutputInputs & { division: number };

const division = divisionReference(lookUps.division);

/** What every output of a writing operation says besides the record. */
const saying: Record<string, JsonSchema> = {
	_warnings: { type: 'array', items: { type: 'string' } },
};

/** Writes records of one division: adds *Division* and *Output*, and takes all items together. */
export function writing<F extends Fields, D extends Draft>(
	declaration: Declaration<F>,
	also: Readonly<Record<string, JsonSchema>>,
	booking: Booking<Given<F>, D>,
): BatchOperation {
	const { fields, record } = declaration;
	const schema = schemaOf(record);
	return {
		writes: [record],
		...declaration,
		schema: { ...schema, properties: { ...schema.properties, ...also, ...saying } },
		fields: { division, ...fields, ...outputFields(record) },
		runTogether: (batch, session) => runBooking(booking, batch, session),
	};
}

/** Books entries: each once, checked before and after. The draft is a pure function of what was entered and looked up. */
export function bookOnce<F extends Fields, D extends OnceDraft>({
	needs,
	draft,
	writer,
	check: further,
	...declaration
}: Declaration<F> & Booking<Given<F>, D>): BatchOperation {
	const also: Record<string, JsonSchema> = {
		alreadyBooked: { type: 'boolean' },
		attachment: { type: 'object' },
	};
	const check = async (entry: D, session: Session) => {
		await loadFile(entry, session);
		await further?.(entry, session);
	};
	return writing(declaration, also, { needs, draft, check, writer });
}
