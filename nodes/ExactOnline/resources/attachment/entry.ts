import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import type { AttachTo } from '../../kit/attaching';
import { transactionLine } from '../../records/transactionLine';
import { noEntry } from './noEntry';

/** Sales and purchase, invoices and credit notes: the entries that have a document as a whole. */
const INVOICES = [20, 21, 30, 31];

const select = ['LineNumber', 'Type', 'EntryNumber', 'Date', 'Account', 'Document'];

/** The entry with this ID, whatever journal it is in: its lines say all that a document needs. */
export async function entryWith(
	session: Session,
	division: number,
	entryId: string,
): Promise<AttachTo> {
	const where = equals('EntryID', entryId);
	const lines: Row[] = [];
	for await (const line of session.list(transactionLine, { division, select, where })) {
		lines.push(line);
	}
	lines.sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber));
	const [head] = lines;
	if (head === undefined) return noEntry(entryId, division, session);
	const entryType = Number(head.Type);
	const [documentId] = INVOICES.includes(entryType) ? distinct(lines, 'Document') : [];
	const [relationId, ...further] = distinct(lines, 'Account');
	return {
		division,
		entryId,
		entryType,
		number: textOf(head.EntryNumber),
		day: dayOf(exactMs(head.Date) ?? NaN),
		// The lines of a bank or general journal entry may be about several.
		relationId: further.length === 0 ? relationId : undefined,
		documentId,
	};
}

function distinct(lines: readonly Row[], column: string): string[] {
	return [...new Set(lines.map((line) => textOf(line[column])).filter((value) => value !== ''))];
}
