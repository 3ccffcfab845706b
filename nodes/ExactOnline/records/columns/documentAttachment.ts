import { columns } from './columns';

/** Columns of `documents/DocumentAttachments` and its bulk twin. */
export const documentAttachmentColumns = columns({
	Guid: `
		ID Document
	`,
	Binary: `
		Attachment
	`,
	String: `
		FileName Url
	`,
	Double: `
		FileSize
	`,
});
