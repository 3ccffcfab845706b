import type { Resource } from '../../kit/operation';
import { download } from './download';
import { getMany } from './getMany';
import { upload } from './upload';

export const attachment: Resource = {
	value: 'attachment',
	name: 'Attachment',
	description: 'Document, PDF or file of an invoice or another entry',
	operations: [upload, getMany, download],
};
