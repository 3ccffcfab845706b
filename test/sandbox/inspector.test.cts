import axios from 'axios';
import { startSandbox, type Row, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient } from './odataClient.cjs';
import { xmlClient } from './xmlClient.cjs';

/* The page on which a person sees what the sandbox holds. */

let sandbox: Sandbox;
let customer: Row;
let supplier: Row;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	const accounts = await sandbox.records(companies.dutch, 'Accounts');
	const found = (column: string, value: unknown): Row =>
		accounts.find((row) => row[column] === value) ?? {};
	[customer, supplier] = [found('Status', 'C'), found('IsSupplier', true)];
});

/** The table below a heading of the Dutch company, which comes first: its cells, row by row. */
async function table(heading: string): Promise<string[][]> {
	const { data } = await axios.get<string>(sandbox.url);
	const [, below = ''] = data.split(new RegExp(`<h3>${heading}[^<]*</h3>`));
	const [markup = ''] = below.split('</table>');
	return [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) => {
		const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)];
		return cells.map(([, cell = '']) =>
			cell
				.replace(/<[^>]+>/g, ' ')
				.replace(/\s+/g, ' ')
				.replace(/&#39;/g, "'")
				.replace(/&amp;/g, '&')
				.trim(),
		);
	});
}

const day = (number: number) => Date.UTC(2026, 5, number);
const insert = (entity: string, rows: Row[]) => sandbox.insert(companies.dutch, entity, rows);

test('an empty company has nothing to show', async () => {
	await sandbox.reset({ data: 'empty' });
	expect(await table('Latest entries')).toEqual([['No entries']]);
	expect(await table('Open items')).toEqual([['Nothing open']]);
	expect(await table('Documents')).toEqual([['No documents']]);
});

test('entries: what was made last on top, sales and purchases together', async () => {
	const common = { Currency: 'EUR', EntryDate: day(24) };
	const entry = { ...common, Created: Date.UTC(2030, 0, 1), Customer: customer['ID'] };
	const purchase = { ...common, Created: Date.UTC(2030, 0, 2), Supplier: supplier['ID'] };
	await insert('SalesEntries', [
		{ ...entry, Journal: '70', EntryNumber: 26700001, AmountFC: 121, Type: 20 },
	]);
	await insert('PurchaseEntries', [
		{ ...purchase, Journal: '61', EntryNumber: 26610001, AmountFC: -60.5, Type: 31 },
	]);
	expect((await table('Latest entries')).slice(0, 2)).toEqual([
		['61', '26610001', '2026-06-24', supplier['Name'], '-60.50 EUR', 'Purchase credit note'],
		['70', '26700001', '2026-06-24', customer['Name'], '121.00 EUR', 'Sales invoice'],
	]);
});

test('open items: due first on top, twenty at most, none that is settled', async () => {
	const item = { Currency: 'EUR', Status: 20, AmountFC: -121, Account: customer['ID'] };
	await insert('Receivables', [
		{ ...item, InvoiceNumber: 1, DueDate: Date.UTC(2001, 0, 2) },
		{ ...item, InvoiceNumber: 2, DueDate: Date.UTC(2001, 0, 1), Status: 50 },
	]);
	const Account = supplier['ID'];
	await insert('Payments', [
		{ ...item, Account, InvoiceNumber: 3, AmountFC: 60.5, DueDate: Date.UTC(2001, 0, 1) },
	]);
	expect((await table('Open items')).slice(0, 2)).toEqual([
		['To pay', '3', '2001-01-01', supplier['Name'], '60.50 EUR'],
		['To receive', '1', '2001-01-02', customer['Name'], '-121.00 EUR'],
	]);
	const more = Array.from({ length: 30 }, () => ({ ...item, DueDate: day(1) }));
	await insert('Receivables', more);
	expect(await table('Open items')).toHaveLength(20);
});

test('documents: with the names of their files', async () => {
	const api = await odataClient(sandbox);
	const sent = { Subject: "Factuur <12> van 't Hof", Type: 20, DocumentDate: '2026-06-24' };
	const { row } = await api.post('documents/Documents', { ...sent, Account: supplier['ID'] });
	const file = { Document: row['ID'], Attachment: 'dGVzdA==' };
	for (const FileName of ['scan.pdf', 'ubl.xml']) {
		await api.post('documents/DocumentAttachments', { ...file, FileName });
	}
	const [first = []] = await table('Documents');
	expect(first.slice(0, 4)).toEqual([
		...[String(row['HID']), '2026-06-24', supplier['Name']],
		"Factuur &lt;12&gt; van 't Hof",
	]);
	expect([...(first[4] ?? '').matchAll(/\S+ \d+ bytes/g)].map(String).sort()).toEqual([
		'scan.pdf 4 bytes',
		'ubl.xml 4 bytes',
	]);
});

test('requests: a message of the XML API that refuses something stands out', async () => {
	const { upload } = await xmlClient(sandbox);
	await upload('<eExact/>');
	const { data } = await axios.get<string>(sandbox.url);
	expect(data).toMatch(/XMLUpload\.aspx.*<td class="bad">200 The element &#39;eExact&#39; has/s);
});
