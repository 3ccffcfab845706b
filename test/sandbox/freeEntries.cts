import type { Bookkeeper } from './bookkeeper.cjs';
import type { Row } from './odataClient.cjs';

/** Entries whose lines name the account themselves. */
export type Free = 'general' | 'bank' | 'cash';

export const freePlaces = {
	general: {
		path: 'generaljournalentry/GeneralJournalEntries',
		lines: 'GeneralJournalEntryLines',
		journal: '90',
	},
	bank: { path: 'financialtransaction/BankEntries', lines: 'BankEntryLines', journal: '20' },
	cash: { path: 'financialtransaction/CashEntries', lines: 'CashEntryLines', journal: '10' },
};

/** A line by the code of its ledger account. */
export interface FreeLine {
	account: string;
	[column: string]: unknown;
}

/** Posts general, bank and cash entries by the codes of the demo data. */
export function freeEntries(books: Bookkeeper) {
	const { api } = books;
	const body = (free: Free, header: object, lines: readonly FreeLine[]) => ({
		JournalCode: freePlaces[free].journal,
		...header,
		[freePlaces[free].lines]: lines.map((line) => books.lineBody({ Date: '2026-02-03', ...line })),
	});
	const post = (free: Free, header: object, lines: readonly FreeLine[]) =>
		api.post(freePlaces[free].path, body(free, header, lines));
	const at = (free: Free, { EntryID: id }: Row) => `${freePlaces[free].path}(guid'${String(id)}')`;
	return {
		post,
		at,
		linePath: (free: Free) => freePlaces[free].path.replace(/[^/]+$/, freePlaces[free].lines),
		async book(free: Free, header: object, lines: readonly FreeLine[]): Promise<Row> {
			const { status, row, error } = await post(free, header, lines);
			if (status !== 201) throw new Error(`${status} ${error}`);
			return (await api.get(at(free, row))).row;
		},
		refusal: async (free: Free, header: object, lines: readonly FreeLine[]) => {
			const { status, error } = await post(free, header, lines);
			return `${status} ${error}`;
		},
		again: async (free: Free, entry: Row) => (await api.get(at(free, entry))).row,
		lines: async (free: Free, entry: Row) =>
			(await api.all(`${at(free, entry)}/${freePlaces[free].lines}`)).sort(
				(a, b) => Number(a['LineNumber']) - Number(b['LineNumber']),
			),
	};
}

export type FreeEntries = ReturnType<typeof freeEntries>;
