import type { Row } from '../../exact/source';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { lookedUpTogether } from '../../kit/batch';
import type { Inputs } from '../../kit/field';
import { requiredIdField } from '../../kit/entryKey';
import { lookUps } from '../../kit/lookups';
import type { BatchOperation } from '../../kit/operation';
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
export const download: BatchOperation = {
	value: 'download',
	words: {
		name: 'Download',
		action: 'Download attachment',
		description: 'Retrieve the content of a file as binary data',
	},
	rows: [],
	cost: '1 call for each 40 items, and 1 for each file',
	record: documentAttachment,
	schema: schemaOf(documentAttachment),
	fields,
	runTogether: (batch, session) =>
		lookedUpTogether<Given, Map<string, Row>>(
			batch.tasks,
			async (group, division) => {
				const columns = group.map(async ({ inputs }) => (await showing(inputs, session)).columns);
				const select = [...new Set([...(await Promise.all(columns)).flat(), ...neededOfFiles])];
				const values = [...new Set(group.map(({ inputs }) => inputs.attachmentId))];
				const reading = { division, select, field: 'ID', values };
				const files = new Map<string, Row>();
				for await (const row of session.listByValues(documentAttachment, reading)) {
					files.set(textOf(row.ID).toLowerCase(), row);
				}
				return files;
			},
			async function* (inputs, files) {
				const { division, attachmentId: id, binaryField } = inputs;
				const row = files.get(id) ?? notFound(session, documentAttachment, { id }, division);
				const present = await showing(inputs, session);
				const file = await fetchFile(row, binaryField, division, session);
				yield { json: present.show(row), file };
			},
		),
};

type Given = Inputs<typeof fields> & OutputInputs;

const showing = async (inputs: Given, session: Session) =>
	await presenter(documentAttachment, inputs, session);
