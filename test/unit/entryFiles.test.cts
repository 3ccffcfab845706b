import type { Session } from '../../nodes/ExactOnline/exact/session.js';
import type { Row } from '../../nodes/ExactOnline/exact/source.js';
import { takeBack } from '../../nodes/ExactOnline/kit/attaching/entryDocument.js';
import { existingFiles, type AttachTo } from '../../nodes/ExactOnline/kit/attaching/entryFiles.js';

const entry = (n: number, documentId?: string): AttachTo => ({
	division: 1,
	entryId: `entry ${n}`,
	entryType: 30,
	number: String(n),
	day: '2026-03-05',
	documentId,
});

const document = (id: string, n: number, number: number): Row => ({
	ID: id,
	HID: number,
	Subject: id,
	FinancialTransactionEntryID: `entry ${n}`,
});

const file = (id: string, documentId: string): Row => ({
	ID: id,
	Document: documentId,
	FileName: `${id}.pdf`,
	FileSize: 7,
	Url: `https://exact.test/${id}`,
});

/** A company with these documents and files, and what it is asked. */
function company(documents: readonly Row[], files: readonly Row[]) {
	const asked: string[] = [];
	const removed: string[] = [];
	const listByValues: Session['listByValues'] = async function* ({ path }, { field, values }) {
		if (values.length === 0) return;
		asked.push(`${path} ${values.join(', ')}`);
		const rows = path === 'documents/Documents' ? documents : files;
		yield* rows.filter((row) => values.includes(String(row[field])));
	};
	const remove: Session['remove'] = async ({ key }) => void removed.push(key);
	return { session: { listByValues, remove } as unknown as Session, asked, removed };
}

describe('the files of entries', () => {
	it('are those of the documents that name them, and of their own', async () => {
		const { session, asked } = company(
			[document('a', 1, 11), document('b', 2, 12), document('c', 2, 13)],
			[file('f', 'a'), file('g', 'c'), file('h', 'own')],
		);
		const found = await existingFiles(session, 1, [entry(1, 'a'), entry(2, 'own'), entry(3)]);
		expect(asked).toEqual([
			'documents/Documents entry 1, entry 2, entry 3',
			'documents/DocumentAttachments a, own, b, c',
		]);
		expect([...found]).toEqual([
			[
				'entry 1',
				{
					documents: ['a'],
					files: [
						{
							id: 'f',
							documentId: 'a',
							documentNumber: 11,
							name: 'f.pdf',
							size: 7,
							url: 'https://exact.test/f',
						},
					],
				},
			],
			[
				'entry 2',
				{
					documents: ['own', 'b', 'c'],
					files: [
						{
							id: 'g',
							documentId: 'c',
							documentNumber: 13,
							name: 'g.pdf',
							size: 7,
							url: 'https://exact.test/g',
						},
						{
							id: 'h',
							documentId: 'own',
							documentNumber: undefined,
							name: 'h.pdf',
							size: 7,
							url: 'https://exact.test/h',
						},
					],
				},
			],
			['entry 3', { documents: [], files: [] }],
		]);
	});

	it('are not asked for where there are no documents, and no documents where there are no entries', async () => {
		const { session, asked } = company([], []);
		await existingFiles(session, 1, [entry(1)]);
		expect(asked).toEqual(['documents/Documents entry 1']);
		expect((await existingFiles(session, 1, [])).size).toBe(0);
		expect(asked).toHaveLength(1);
	});

	it('of a document that two entries share are files of both', async () => {
		const { session } = company([], [file('f', 'shared')]);
		const found = await existingFiles(session, 1, [entry(1, 'shared'), entry(2, 'shared')]);
		expect([...found.values()].map(({ files }) => files.length)).toEqual([1, 1]);
	});
});

describe('a document that was made for a refused file', () => {
	it.each([
		['is taken back when it is empty', [], ['d']],
		['stays when there is a file in it', [file('f', 'd')], []],
	])('%s', async (_, files, expected) => {
		const { session, removed } = company([document('d', 1, 11)], files);
		await takeBack(session, entry(1), 'd', new Error('refused'));
		expect(removed).toEqual(expected);
	});
});
