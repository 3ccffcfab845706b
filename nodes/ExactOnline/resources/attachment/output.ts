import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { plainText, type Field } from '../../kit/field';
import { property } from '../../kit/fields/property';
import type { OutputFile } from '../../kit/operation';
import { documentAttachment } from '../../records/documentAttachment';

/** n8n's own words for the name under which an item carries a file. */
export const outputField: Field<string> = {
	section: 'subject',
	property: property(
		{
			label: 'Put Output File in Field',
			hint: 'Name of the binary field that holds the file in the output',
		},
		{ default: 'data' },
	),
	read: (value) => plainText(value) || 'data',
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
	return { field, name: textOf(row.FileName), mimeType, content };
}
