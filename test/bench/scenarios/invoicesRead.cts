import { inDivision, NL } from '../../harness/inputs.cjs';
import type { Sandbox } from '../../harness/sandbox.cjs';
import { pagesOf, rowsOf, type Scenario } from '../scenario.cjs';
import { queryOf, type Row } from '../ways/exact.cjs';

const headers = 'salesentry/SalesEntries';
const lines = 'salesentry/SalesEntryLines';

/** Invoices with their lines. The sandbox leaves the lines out of its pages, as Exact may. */
export const invoicesRead: Scenario = {
	key: 'invoices-read',
	name: 'Invoice: Get Many, with lines',
	count: 1000,
	unit: 'invoices',
	prepare: async (sandbox, count) => {
		const invoices = async () =>
			(await sandbox.records(NL, 'SalesEntries')).filter(({ Type }) => Type === 20);
		const more = Math.max(1, count - (await invoices()).length);
		await sandbox.generate(NL, 'SalesEntries', more);
		await sandbox.generate(NL, 'SalesEntryLines', more * 2);
		const parameters = inDivision('invoice', 'getAll', {
			kinds: ['customerInvoice'],
			returnAll: true,
			filters: {},
		});
		const ids = (await invoices()).map(({ EntryID }) => EntryID);
		// Pages of 60 for the invoices, and for the lines of 40 of them; the clock of Exact's server.
		const calls = pagesOf(ids.length, 60) + (await pagesOfLines(sandbox, ids)) + 1;
		return { parameters, records: ids.length, calls };
	},
	isNeeded: ({ endpoint }) => endpoint === headers || endpoint === lines,
	recordsOf: rowsOf(headers),
	generic: async (exact, { needed }) => {
		const { $select = '', $filter = '' } = queryOf(needed[0]?.url);
		const columns = $select.split(',').filter((name) => !name.includes('/'));
		const found = await exact.every(headers, { $select: columns.join(), $filter });
		const ofLines = queryOf(needed.find(({ url }) => url.includes(lines))?.url).$select ?? '';
		const items: Array<{ json: Row }> = [];
		for (const invoice of found) {
			const its = await exact.get(lines, {
				$select: ofLines,
				$filter: `EntryID eq guid'${String(invoice.EntryID)}'`,
			});
			items.push({ json: { ...invoice, SalesEntryLines: its } });
		}
		return items;
	},
};

/** Exact gives the lines 60 a page as well. */
async function pagesOfLines(sandbox: Sandbox, ids: readonly unknown[]): Promise<number> {
	const all = await sandbox.records(NL, 'SalesEntryLines');
	let pages = 0;
	for (let from = 0; from < ids.length; from += 40) {
		const some = new Set(ids.slice(from, from + 40));
		pages += pagesOf(all.filter(({ EntryID }) => some.has(EntryID)).length, 60);
	}
	return pages;
}
