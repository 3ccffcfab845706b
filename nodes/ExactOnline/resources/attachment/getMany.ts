import { lookedUpTogether } from '../../kit/batch';
import type { Session } from '../../exact/session';
import type { Inputs } from '../../kit/field';
import { collection, switchField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { BatchOperation } from '../../kit/operation';
import { outputFields, presenter, type OutputInputs } from '../../kit/output';
import { limitOf, pagingFields } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';
import { document } from '../../records/document';
import { entryAttachment } from '../../records/documentAttachment';
import { schemaOf } from '../../records/record';
import { transactionLine } from '../../records/transactionLine';
import { entryIdField } from './fields';
import { filesOfEntries, type FilesOfEntries } from './files';
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
export const getMany: BatchOperation = {
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many attachments',
		description: 'Retrieve many files of an invoice or another entry',
	},
	rows: ['R29'],
	cost: 'For each 40 items 2 calls, 1 more where there are documents and 1 for sales invoices without any; 1 for each file that is downloaded',
	record: entryAttachment,
	reads: [document, transactionLine],
	schema: schemaOf(entryAttachment),
	fields,
	runTogether: (batch, session) =>
		lookedUpTogether<Given, FilesOfEntries>(
			batch.tasks,
			async (group, division) => {
				const columns = group.map(async ({ inputs }) => (await showing(inputs, session)).columns);
				const select = (await Promise.all(columns)).flat();
				const ids = group.map(({ inputs }) => inputs.entryId);
				return await filesOfEntries(ids, { division, select }, session);
			},
			async function* (inputs, filesOf) {
				const { division, entryId, options } = inputs;
				const present = await showing(inputs, session);
				for (const row of filesOf(entryId).slice(0, limitOf(inputs))) {
					const json = present.show(row);
					if (!options.download) yield { json };
					else yield { json, file: await fetchFile(row, options.binaryField, division, session) };
				}
			},
		),
};

type Given = Inputs<typeof fields> & OutputInputs;

const showing = async (inputs: Given, session: Session) =>
	await presenter(entryAttachment, inputs, session);
