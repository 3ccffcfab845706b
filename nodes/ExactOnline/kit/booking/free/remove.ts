import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import type { RecordType } from '../../../records/record';
import { entryKeyFields, findEntry } from '../../entries/findEntry';
import type { Inputs } from '../../field';
import { lookUps } from '../../lookups';
import type { ItemOperation, OperationWords } from '../../operation';
import { divisionReference } from '../../reference';
import { removedSchema, removeOnce } from '../removeOnce';

const fields = { division: divisionReference(lookUps.division), ...entryKeyFields };

interface Deletion {
	words: OperationWords;
	cost: string;
	/** `TransactionLines.Type` of what may be deleted. */
	types: readonly number[];
	/** All entities that entries may be deleted from, and the one of an entry. */
	writes: readonly RecordType[];
	recordOf(entry: Row, division: number, session: Session): Promise<RecordType> | RecordType;
}

/** Delete: takes a general, bank or cash entry out of the books that is still open, with its lines. */
export function removeFree({ types, recordOf, ...declaration }: Deletion): ItemOperation {
	return {
		...declaration,
		value: 'delete',
		rows: [],
		fields,
		schema: removedSchema,
		run: async function* (inputs, session) {
			const key = inputs as Inputs<typeof fields>;
			const { division } = key;
			const ask = { division, select: ['EntryNumber', 'JournalCode'], columnsOf: () => [] };
			const row = await findEntry(key, types, ask, session);
			const record = await recordOf(row, division, session);
			yield await removeOnce({ record, division, row, noun: 'Entry' }, session);
		},
	};
}
