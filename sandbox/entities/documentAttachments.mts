import { attachmentRules } from '../rules/documentAttachments.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import { webAddress } from './documents.mjs';
import type { Entity } from './entity.mjs';

/** Files of documents. What was sent as base64 is never read back: the file is behind `Url`. */
export const documentAttachments: Entity = {
	name: 'DocumentAttachments',
	model: 'Exact.Web.Api.Models.DocumentAttachment',
	key: 'ID',
	title: { en: 'Attachment', nl: 'Bijlage' },
	labels: {
		Attachment: { en: 'Attachment', nl: 'Bijlage' },
		FileName: { en: 'File name', nl: 'Bestandsnaam' },
	},
	answersPosts: true,
	deletedType: 4,
	rules: attachmentRules,
	computed: {
		Attachment: () => null,
		Url: webAddress('SysAttachment'),
	},
	// In the order that was recorded in 2026.
	columns: columns(`
	ID                                  Guid        rw
	Attachment                          Binary      rw  mandatory
	FileName                            String      rw  mandatory
	FileSize                            Double
	Url                                 String
	Document                            Guid        rw  mandatory  -> Documents
	`),
};

export const documentAttachmentEndpoints = [
	ordinary('documents/DocumentAttachments', documentAttachments, {
		verbs: ['GET', 'POST', 'DELETE'],
	}),
	bulk('Documents/DocumentAttachments', documentAttachments, { closedFilter: ['Document', 'ID'] }),
	sync('Documents/DocumentAttachments', documentAttachments),
];
