import { isGuid } from '../../exact/values/guid';
import { quoted, type BinaryFile, type Field } from '../../kit/field';
import { choice, collection, fileField, requiredText, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { divisionReference } from '../../kit/reference';

/** The fields that errors about the file name. */
export const labels = { file: 'Input Data Field Name', name: 'Options > File Name' };

export type IfExists = 'add' | 'fail' | 'replace';

const ifExists = choice<IfExists>(
	{ label: 'If Attachment Exists', hint: 'What to do when the entry already has a file' },
	[
		{ name: 'Add', value: 'add', description: 'Keep what is there and add this file' },
		{
			name: 'Replace',
			value: 'replace',
			description: 'Attach this file, then delete the others of the entry',
		},
		{ name: 'Stop With an Error', value: 'fail', description: 'Send nothing' },
	],
	'fail',
);

export const fields = {
	division: divisionReference(lookUps.division),
	entryId: entryIdField(),
	file: requiredFile(),
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			fileName: textField({
				label: 'File Name',
				placeholder: 'e.g. invoice 2026-001.pdf',
				hint: 'Name of the file in Exact Online, when it is not its own',
			}),
			ifExists,
		},
	),
};

/** An invoice or any other entry, by its ID. */
export function entryIdField(): Field<string> {
	const field = requiredText({
		label: 'Invoice or Entry ID',
		placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
		hint: 'ID of a sales or purchase invoice, or of a bank, cash or general journal entry',
	});
	return {
		...field,
		read: (value, place) => {
			// Exact's own addresses write IDs in braces.
			const id = field.read(value, place).replace(/^\{(.*)\}$/, '$1');
			if (isGuid(id)) return id.toLowerCase();
			return place.refuse(
				'ID_FORMAT',
				`is ${quoted(value)}`,
				'Expected the ID of an invoice or entry, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. Its number is not enough: Invoice > Get Many shows both.',
			);
		},
	};
}

function requiredFile(): Field<BinaryFile> {
	const field = fileField({
		label: labels.file,
		initial: 'data',
		hint: 'Name of the binary field of the item that holds the file to attach',
	});
	return {
		...field,
		property: { ...field.property, required: true },
		read: (value, place) =>
			field.read(value, place) ??
			place.refuse('PARAM_REQUIRED', 'is empty', 'Enter the name of the binary field, often data.'),
	};
}
