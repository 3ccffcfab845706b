import { connectedCredential } from '../harness/credential.cjs';
import { NL } from '../harness/inputs.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';

/** A Monday in May: all that the demo companies have booked is older. */
export const MAY = Date.UTC(2026, 4, 4, 9, 0, 20);
export const MINUTE = 60_000;

/** Watches the sales invoices of the Dutch company. */
export const salesInvoices = {
	event: 'newInvoice',
	divisions: [NL],
	kinds: ['customerInvoice'],
};

/** The same in few calls: the records need neither lines nor the clock of Exact's server. */
export const few = {
	options: { includeLines: false },
	output: 'selected',
	fieldsToReturn: ['number'],
};

/** Companies without any record, as a new customer has them. */
export async function emptyCompanies(
	bench: Bench,
	profile: ProfileName,
	start: number,
): Promise<void> {
	await bench.reset(profile, start);
	await bench.sandbox.reset({ profile, data: 'empty' });
	await bench.world.set(start);
	bench.credential = await connectedCredential(bench.sandbox, start);
	await bench.sandbox.clearLog();
}

let serial = 0;

/** An ID that no other test uses. */
export function newId(): string {
	return `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
}

interface Entry {
	division?: number;
	entity?: 'SalesEntries' | 'PurchaseEntries';
	/** When it was entered (epoch ms); now when left out. */
	created?: number;
	type?: number;
	journal?: string;
}

/** Puts entries into the books, as they become visible; answers their IDs in order. */
export async function enter(bench: Bench, entries: readonly Entry[]): Promise<string[]> {
	const tables = new Map<string, object[]>();
	const ids = entries.map(({ division = NL, entity = 'SalesEntries', ...entry }) => {
		const { created = bench.world.now(), type = 20, journal = '70' } = entry;
		const EntryID = newId();
		const table = `${division} ${entity}`;
		const row = { EntryID, Created: created, Type: type, Journal: journal, EntryNumber: serial };
		tables.set(table, [...(tables.get(table) ?? []), row]);
		return EntryID;
	});
	for (const [table, rows] of tables) {
		const [division = '', entity = ''] = table.split(' ');
		await bench.sandbox.insert(Number(division), entity, rows);
	}
	return ids;
}

/** One sales invoice that is entered now. */
export async function enterOne(bench: Bench, entry: Entry = {}): Promise<string> {
	const [id = ''] = await enter(bench, [entry]);
	return id;
}

/** The IDs of what a workflow received. */
export const idsOf = (items: readonly object[]): unknown[] =>
	items.map((item) => (item as { id?: unknown }).id);

/** A poll that brought nothing, and did not fail. */
export const nothing = { json: [], items: [] };
