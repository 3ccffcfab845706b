import { inDivision, NL } from '../../harness/inputs.cjs';
import { pagesOf, rowsOf, type Scenario } from '../scenario.cjs';
import type { Row } from '../ways/exact.cjs';

const documents = 'documents/Documents';
const attachments = 'documents/DocumentAttachments';
const page = 'docs/SysAttachment.aspx';
const needed = [
	'bulk/Financial/TransactionLines',
	'bulk/Documents/Documents',
	'bulk/Documents/DocumentAttachments',
	page,
];

/** The PDFs of entries, one of 50 kB each; the IDs of the entries come in as items. */
export const files: Scenario = {
	key: 'attachments',
	name: 'Attachment: Get Many, with Download',
	count: 500,
	unit: 'files',
	prepare: async (sandbox, count) => {
		await sandbox.generate(NL, 'TransactionLines', count * 4);
		await sandbox.generate(NL, 'Documents', count);
		await sandbox.generate(NL, 'DocumentAttachments', count);
		const ids = (await sandbox.records(NL, 'Documents'))
			.filter(({ Subject }) => Subject === 'Generated')
			.map(({ FinancialTransactionEntryID }) => ({ id: String(FinancialTransactionEntryID) }));
		const parameters = inDivision('attachment', 'getAll', {
			entryId: '={{ $json.id }}',
			returnAll: true,
			options: { download: true },
		});
		// For 40 entries their lines, documents and lists of files; then each file.
		return { parameters, items: ids, records: count, calls: 3 * pagesOf(count, 40) + count };
	},
	isNeeded: ({ endpoint }) => needed.includes(endpoint),
	recordsOf: rowsOf(page),
	generic: async (exact, { items = [] }) => {
		const received: Array<{ json: Row; binary: string }> = [];
		for (const { id } of items) {
			const [document] = await exact.get(documents, {
				$select: 'ID',
				$filter: `FinancialTransactionEntryID eq guid'${String(id)}'`,
			});
			const list = await exact.get(attachments, {
				$select: 'ID,FileName,Url',
				$filter: `Document eq guid'${String(document?.ID)}'`,
			});
			for (const json of list) {
				const content = await exact.file(String(json.Url));
				// n8n keeps files as text where they are not on disk.
				received.push({ json, binary: content.toString('base64') });
			}
		}
		return received;
	},
};
