import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper, type Bookkeeper, type LineBody, type Side } from './bookkeeper.cjs';
import { freeEntries, type FreeEntries } from './freeEntries.cjs';
import type { Row } from './odataClient.cjs';

export const START = Date.UTC(2026, 5, 25, 10, 0, 0);
export const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
export const both: Side[] = ['sales', 'purchases'];
export const collection = { sales: 'SalesEntryLines', purchases: 'PurchaseEntryLines' };
export const account = { sales: '8000', purchases: '4000' };
export const linePath = {
	sales: 'salesentry/SalesEntryLines',
	purchases: 'purchaseentry/PurchaseEntryLines',
};

/** The sandbox of the file that has called `keepBooks`, and somebody who books in it: invoices, and entries of other kinds. */
export let sandbox: Sandbox;
export let books: Bookkeeper;
export let free: FreeEntries;

/** Starts a sandbox for the tests of a file; each of them begins with the demo's books. */
export function keepBooks(): void {
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.stop());
	beforeEach(() => begin('lenient'));
}

/** Begins again. The clock stands still, and properties make hundreds of calls: nothing is limited. */
export async function begin(
	profile: 'strict' | 'lenient',
	settings: object = {},
	division?: number,
): Promise<void> {
	const unlimited = { minuteLimit: 1e6, dayLimit: 1e6, errorLimit: 1e6 };
	await sandbox.reset({ profile, settings: { ...unlimited, moments: 'utc', ...settings } });
	await sandbox.setClock(START);
	books = await bookkeeper(sandbox, division);
	free = freeEntries(books);
}

export const day = (text: string): string => `/Date(${Date.parse(`${text}T00:00:00Z`)})/`;

export const lineOf = (side: Side, more: object = {}): LineBody => ({
	account: account[side],
	AmountFC: 100,
	VATCode: '4',
	...more,
});

export const simple = (side: Side, header: object = {}): Promise<Row> =>
	books.book(side, header, [lineOf(side)]);

export const lineAt = (side: Side, row: Row | undefined): string =>
	`${linePath[side]}(guid'${String(row?.['ID'])}')`;
