import type { Session } from '../../exact/session';
import {
	attach,
	existingFiles,
	prepareFile,
	sameFile,
	type Attached,
	type AttachTo,
	type EntryFiles,
	type PreparedFile,
} from '../../kit/attaching';
import type { Inputs } from '../../kit/field';
import type { Operation } from '../../kit/operation';
import { documentAttachment } from '../../records/documentAttachment';
import type { JsonSchema } from '../../records/shows';
import { entryWith } from './entry';
import { fields, labels, type IfExists } from './fields';
import { replace } from './replace';

const properties = {
	division: { type: 'integer' },
	entryId: { type: 'string' },
	entryNumber: { type: 'integer' },
	documentId: { type: 'string' },
	attachmentId: { type: 'string' },
	fileName: { type: 'string' },
	size: { type: 'integer' },
	alreadyAttached: { type: 'boolean' },
} as const satisfies Record<string, JsonSchema>;

/** Attaches the item's file to an invoice, or to any other entry. */
export const upload: Operation = {
	value: 'upload',
	words: {
		name: 'Upload',
		action: 'Upload attachment',
		description: 'Attach a file to an invoice or another entry',
	},
	rows: ['R28'],
	cost: '2 calls to look, 1 more when there are documents, and 1 (purchase) or 2 to attach',
	record: documentAttachment,
	writes: [documentAttachment],
	schema: { type: 'object', properties },
	fields,
	run: async function* (inputs, session) {
		const { division, entryId, file, options } = inputs as Inputs<typeof fields>;
		const prepared = await prepareFile(session, file, options.fileName, labels);
		const to = await entryWith(session, division, entryId);
		const existing = (await existingFiles(session, division, [to])).get(entryId) ?? NOTHING;
		const attached = await put(session, to, prepared, existing, options.ifExists);
		yield { division, entryId, entryNumber: Number(to.number), ...attached };
	},
};

const NOTHING: EntryFiles = { documents: [], files: [] };

async function put(
	session: Session,
	to: AttachTo,
	file: PreparedFile,
	existing: EntryFiles,
	ifThere: IfExists,
): Promise<Attached> {
	if (ifThere === 'replace') return await replace(session, to, file, existing);
	const others = existing.files.length > 0 && sameFile(to, file, existing) === undefined;
	if (others && ifThere === 'fail') return refuseSecond(session, to, existing);
	return await attach(session, to, file, existing);
}

/** Stops when the entry has other files already. */
function refuseSecond(
	session: Session,
	{ division, number }: AttachTo,
	{ files }: EntryFiles,
): never {
	const named = files.map(({ documentNumber, name }) =>
		documentNumber === undefined ? `'${name}'` : `document ${documentNumber} '${name}'`,
	);
	const [first, ...more] = named;
	const others = more.length === 0 ? '' : ` and ${more.length} more`;
	return session.fail({
		code: 'ATTACHMENT_EXISTS',
		message: `Entry ${number} already has ${first}${others}`,
		description:
			"Nothing was sent. To attach this file as well, or in its place, choose Add or Replace under 'Options > If Attachment Exists'.",
		division,
		more: { files: files.map(({ id, documentId, name }) => ({ id, documentId, name })) },
	});
}
