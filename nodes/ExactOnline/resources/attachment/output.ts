import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { cleanName, endingOf, named } from '../../kit/attaching/fileName';
import type { Field } from '../../kit/field';
import { textField } from '../../kit/fields';
import type { OutputFile } from '../../kit/operation';
import { documentAttachment } from '../../records/documentAttachment';

const fieldName = textField({
	label: 'Put Output File in Field',
	hint: 'Name of the binary field that holds the file in the output',
});

/** n8n's own words for the name under which an item carries a file. */
export const outputField: Field<string> = {
	...fieldName,
	property: { ...fieldName.property, default: 'data' },
	read: (value, place) => fieldName.read(value, place) ?? 'data',
};

/** The content of a file, given its row. */
export async function fetchFile(
	row: Row,
	field: string,
	division: number,
	session: Session,
): Promise<OutputFile> {
	const url = textOf(row.Url);
	if (url === '') {
		return session.fail({
			code: 'DOWNLOAD',
			message: `Exact Online gives no address for the file '${textOf(row.FileName)}'`,
			description: 'Try again in a while; if it stays so, open the document in Exact Online.',
			endpoint: documentAttachment.path,
			division,
		});
	}
	const { content, mimeType } = await session.download(url, division);
	return { field, name: nameOf(row), mimeType, content };
}

/** Somebody else named the file, and nodes that write files to a disk take the name as it is. */
function nameOf(row: Row): string {
	const name = cleanName(textOf(row.FileName));
	const ending = endingOf(name) ?? '';
	return named(name.slice(0, name.length - ending.length), ending);
}
