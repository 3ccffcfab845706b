import type { INodeParameters } from 'n8n-workflow';

import { BE, by, inDivision, NL } from './inputs.cjs';
import type { Bench } from './n8n.cjs';
import type { Row } from './sandbox.cjs';

/** Relations that both demo companies have, neither blocked nor ended. */
export const SUPPLIER = '5084';
export const OTHER_SUPPLIER = '5091';
export const CLIENT = '1022';
export const OTHER_CLIENT = '1042';

/** A line in Lines (JSON). */
export type Line = Record<string, unknown>;

/** Costs of the Dutch company: 100.00 and 21 % VAT. */
export const cost = (amount = 100, more: Line = {}): Line => ({
	ledgerAccount: '4100',
	amount,
	vatCode: '4',
	...more,
});

/** Revenue of the Dutch company: 100.00 and 21 % VAT. */
export const revenue = (amount = 100, more: Line = {}): Line => ({
	...cost(amount),
	ledgerAccount: '8000',
	...more,
});

/** Parameters of a purchase invoice in the Dutch company; `more` are other parameters of the node. */
export function purchase(
	reference = '',
	lines: readonly Line[] = [cost()],
	more: INodeParameters = {},
): INodeParameters {
	const supplier = by('code', SUPPLIER);
	return create({ kind: 'supplierInvoice', supplier, reference }, lines, more);
}

/** Parameters of a sales invoice in the Dutch company; `more` are other parameters of the node. */
export function sale(
	reference = '',
	lines: readonly Line[] = [revenue()],
	more: INodeParameters = {},
): INodeParameters {
	return create({ kind: 'customerInvoice', client: by('code', CLIENT), reference }, lines, more);
}

/** What makes them credit notes, or moves them to the Belgian company. */
export const purchaseCredit = { kind: 'supplierRefund' };
export const salesCredit = { kind: 'customerRefund' };
export const inBelgium = { division: by('id', BE) };

function create(
	fields: INodeParameters,
	lines: readonly Line[],
	more: INodeParameters,
): INodeParameters {
	return inDivision('invoice', 'create', {
		...fields,
		invoiceDate: '2026-03-10',
		specifyLines: 'json',
		linesJson: JSON.stringify(lines),
		...more,
	});
}

/** One node whose items differ: what is not the same for all of them becomes an expression. */
export function perItem(all: readonly INodeParameters[]): {
	parameters: INodeParameters;
	items: INodeParameters[];
} {
	return { parameters: shared(all, '$json') as INodeParameters, items: [...all] };
}

/** n8n resolves expressions inside of collections and locators, but none that stands for a whole collection. */
function shared(values: readonly unknown[], path: string): unknown {
	const given = values.filter((value) => value !== undefined);
	const texts = new Set(given.map((value) => JSON.stringify(value)));
	const isAsBefore = texts.size === 1 && given.length === values.length;
	if (isAsBefore || /__rl$|mode$/.test(path)) return given[0];
	if (!given.every(isObject)) return `={{ ${path} }}`;
	const keys = [...new Set(given.flatMap((value) => Object.keys(value)))];
	const inside = (key: string) => values.map((value) => (isObject(value) ? value[key] : undefined));
	return Object.fromEntries(keys.map((key) => [key, shared(inside(key), `${path}?.${key}`)]));
}

function isObject(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Runs one node over items that differ. */
export async function runAll(
	bench: Bench,
	all: readonly INodeParameters[],
	options: Parameters<Bench['run']>[1] = {},
): ReturnType<Bench['run']> {
	const { parameters, items } = perItem(all);
	return await bench.run(parameters, { ...options, items: items as Row[] as never });
}

/** What Exact was sent to book, in order. */
export async function posted(bench: Bench): Promise<Row[]> {
	const log = await bench.sandbox.log();
	return log
		.filter(({ method, endpoint }) => method === 'POST' && /Entries$/.test(endpoint))
		.map(({ body }) => body as Row);
}

/** An entry as Exact stores it. */
export interface Stored {
	entry: Row;
	/** In the order of their numbers. */
	lines: Row[];
	/** What the ledger has of it; the first is the receivable or payable. */
	ledger: Row[];
}

/** Everything that Exact stored of the entry with this ID. */
export async function stored(bench: Bench, id: unknown, division = NL): Promise<Stored> {
	const read = async (entity: string) => await bench.sandbox.records(division, entity);
	const mine = (row: Row) => row.EntryID === id;
	const inOrder = (a: Row, b: Row) => Number(a.LineNumber) - Number(b.LineNumber);
	for (const [entries, lines] of [
		['PurchaseEntries', 'PurchaseEntryLines'],
		['SalesEntries', 'SalesEntryLines'],
	] as const) {
		const entry = (await read(entries)).find(mine);
		if (entry === undefined) continue;
		return {
			entry,
			lines: (await read(lines)).filter(mine).sort(inOrder),
			ledger: (await read('TransactionLines')).filter(mine).sort(inOrder),
		};
	}
	throw new Error(`Exact has no entry ${String(id)}`);
}

/** How many entries of this kind there are under this reference. */
export async function countOf(bench: Bench, reference: string, division = NL): Promise<number> {
	const both = ['PurchaseEntries', 'SalesEntries'];
	const rows = await Promise.all(both.map((entity) => bench.sandbox.records(division, entity)));
	return rows.flat().filter(({ YourRef }) => YourRef === reference).length;
}

/** Whatever a test did: every entry of both companies has as much debit as credit. */
export async function expectBalanced(bench: Bench): Promise<void> {
	for (const division of [NL, BE]) {
		expect(await bench.sandbox.ledger(division)).toMatchObject({ balanced: true });
	}
}
