import type { Inputs } from '../../kit/field';
import { collection, switchField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { FileOperation } from '../../kit/operation';
import { outputFields, presenter, type OutputInputs } from '../../kit/output';
import { limitOf, pagingFields } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';
import { document } from '../../records/document';
import { entryAttachment } from '../../records/documentAttachment';
import { schemaOf } from '../../records/record';
import { transactionLine } from '../../records/transactionLine';
import { entryIdField } from './fields';
import { filesOfEntry } from './files';
import { fetchFile, outputField } from './output';

const fields = {
	division: divisionReference(lookUps.division),
	entryId: entryIdField(),
	...pagingFields,
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			download: switchField({
				label: 'Download',
				hint: 'Whether to return the content of each file as binary data; costs a call for each',
			}),
			binaryField: outputField,
		},
	),
	...outputFields(entryAttachment),
};

/** Get Many: the files of an invoice or another entry. */
export const getMany: FileOperation = {
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many attachments',
		description: 'Retrieve many files of an invoice or another entry',
	},
	rows: ['R29'],
	cost: '2 calls, 1 more where there are documents or for a sales invoice without any; 1 for each file that is downloaded',
	record: entryAttachment,
	reads: [document, transactionLine],
	schema: schemaOf(entryAttachment),
	fields,
	runWithFiles: async function* (given, session) {
		const inputs = given as Record<string, unknown> & Inputs<typeof fields> & OutputInputs;
		const { division, entryId, options } = inputs;
		const present = await presenter(entryAttachment, inputs, session);
		const files = await filesOfEntry(entryId, { division, select: present.columns }, session);
		for (const row of files.slice(0, limitOf(inputs))) {
			const json = present.show(row);
			if (!options.download) yield { json };
			else yield { json, file: await fetchFile(row, options.binaryField, division, session) };
		}
	},
};
