import { equals } from '../../exact/odata/filter';
import type { Inputs } from '../../kit/field';
import { requiredIdField } from '../../kit/entryKey';
import { lookUps } from '../../kit/lookups';
import type { FileOperation } from '../../kit/operation';
import { outputFields, presenter, type OutputInputs } from '../../kit/output';
import { divisionReference } from '../../kit/reference';
import { notFound } from '../../kit/referred';
import { documentAttachment } from '../../records/documentAttachment';
import { schemaOf } from '../../records/record';
import { neededOfFiles } from './files';
import { fetchFile, outputField } from './output';

const fields = {
	division: divisionReference(lookUps.division),
	attachmentId: requiredIdField(
		{
			label: 'Attachment ID',
			placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
			hint: 'ID of the file, as Get Many returns it',
		},
		'the ID of an attachment, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77: Attachment > Get Many returns it.',
	),
	binaryField: outputField,
	...outputFields(documentAttachment),
};

/** Download: one file, as binary data of the item. */
export const download: FileOperation = {
	value: 'download',
	words: {
		name: 'Download',
		action: 'Download attachment',
		description: 'Retrieve the content of a file as binary data',
	},
	rows: [],
	cost: '2 calls',
	record: documentAttachment,
	schema: schemaOf(documentAttachment),
	fields,
	runWithFiles: async function* (given, session) {
		const inputs = given as Record<string, unknown> & Inputs<typeof fields> & OutputInputs;
		const { division, attachmentId, binaryField } = inputs;
		const present = await presenter(documentAttachment, inputs, session);
		const select = [...new Set([...present.columns, ...neededOfFiles])];
		const where = equals('ID', attachmentId);
		const reading = { division, select, where, limit: 1 };
		for await (const row of session.list(documentAttachment, reading)) {
			const file = await fetchFile(row, binaryField, division, session);
			yield { json: present.show(row), file };
			return;
		}
		notFound(session, documentAttachment, { id: attachmentId }, division);
	},
};
