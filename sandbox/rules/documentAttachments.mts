import type { Rules } from '../entities/entity.mjs';

export const attachmentRules: Rules = {
	/** The size is that of the file, not of the base64 that it came in. */
	prepare(row) {
		row['FileSize'] = Buffer.byteLength(String(row['Attachment'] ?? ''), 'base64');
	},
};
