import {
	START,
	books,
	both,
	collection,
	day,
	keepBooks,
	lineAt,
	linePath,
	lineOf,
	nobody,
	sandbox,
	simple,
} from './entryBooks.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';

/*
 * Sales and purchase entries: writing, numbers, validation, what hangs on them. Recorded from a French company
 * in 2026; rules from Exact's reference and from reports of users of client libraries.
 */

keepBooks();

const stored = async (entity: string) => (await sandbox.records(companies.dutch, entity)).length;
const tables = ['SalesEntries', 'SalesEntryLines', 'TransactionLines', 'Receivables'];
const sizes = () =>
	Promise.all([...tables, 'PurchaseEntries', 'Payments', 'Documents'].map(stored));

describe('PUT', () => {
	test.each(both)('%s: changes the header and what was derived from it', async (side) => {
		const entry = await simple(side, { YourRef: 'T-1' });
		const document = await books.api.post('documents/Documents', { Subject: 'Scan', Type: 10 });
		await sandbox.advance(60_000);
		const change = {
			...{ Description: 'New', YourRef: 'T-2', DueDate: '2026-12-01', PaymentReference: 'RF99' },
			Document: document.row['ID'],
		};
		expect((await books.api.put(books.at(side, entry), change)).status).toBe(204);
		const shown = { ...change, DueDate: day('2026-12-01') };
		const Modified = `/Date(${START + 60_000})/`;
		expect(await books.again(side, entry)).toMatchObject({
			...{ ...shown, Modified, AmountFC: 121, EntryNumber: entry['EntryNumber'] },
			...{ DocumentSubject: 'Scan', Created: entry['Created'] },
		});
		const ledger = await books.ledger(entry);
		expect(ledger).toHaveLength(3);
		for (const row of ledger) {
			expect(row).toMatchObject({ YourRef: 'T-2', Document: change.Document, Modified });
		}
		expect(ledger[0]).toMatchObject({ Description: 'New', DueDate: shown.DueDate });
		expect(await books.terms(side, entry)).toEqual([expect.objectContaining(shown)]);
	});

	test('a new condition moves the due date, a new date moves the period', async () => {
		const entry = await simple('sales');
		await books.api.put(books.at('sales', entry), { PaymentCondition: '14' });
		expect(await books.again('sales', entry)).toMatchObject({ DueDate: day('2026-02-17') });
		const due = { PaymentCondition: '60', DueDate: '2026-07-01' };
		await books.api.put(books.at('sales', entry), due);
		expect(await books.again('sales', entry)).toMatchObject({ DueDate: day('2026-07-01') });
		await books.api.put(books.at('sales', entry), { EntryDate: '2026-04-04' });
		expect(await books.again('sales', entry)).toMatchObject({
			...{ ReportingPeriod: 4, EntryNumber: entry['EntryNumber'] },
		});
		expect((await books.ledger(entry))[0]).toMatchObject({ FinancialPeriod: 4 });
		const closed = await books.api.put(books.at('sales', entry), { EntryDate: '2024-04-04' });
		expect(closed.error).toBe('The financial year cannot be changed.');
	});

	test('amounts, journal and number stay', async () => {
		const entry = await simple('sales');
		const change = { Journal: '71', EntryNumber: 5, VATAmountFC: 1, Currency: 'USD', Rate: 3 };
		expect((await books.api.put(books.at('sales', entry), change)).status).toBe(204);
		expect(await books.again('sales', entry)).toEqual(entry);
	});

	test.each(both)('%s: lines inside are refused', async (side) => {
		const entry = await simple(side);
		const lines = [books.lineBody(lineOf(side))];
		const { status, error } = await books.api.put(books.at(side, entry), {
			[collection[side]]: lines,
		});
		expect(status).toBe(400);
		expect(error).toContain('Binding to new entities is not supported');
	});

	test('a processed entry is not touched any more', async () => {
		const [entry] = await books.api.all('salesentry/SalesEntries', { $filter: 'Status eq 50' });
		if (!entry) throw new Error('no processed entry');
		const refused = 'Not allowed: Entry (Processed)';
		expect((await books.api.put(books.at('sales', entry), { YourRef: 'x' })).error).toBe(refused);
		expect((await books.api.remove(books.at('sales', entry))).error).toBe(refused);
		const [line] = await books.lines('sales', entry);
		expect((await books.api.put(lineAt('sales', line), { AmountFC: 1 })).error).toBe(refused);
		expect((await books.api.remove(lineAt('sales', line))).error).toBe(refused);
		const more = { ...books.lineBody(lineOf('sales')), EntryID: entry['EntryID'] };
		expect((await books.api.post(linePath.sales, more)).error).toBe(refused);
		await sandbox.settings({ language: 'nl' });
		expect((await books.api.remove(books.at('sales', entry))).error).toBe(
			'Niet toegestaan: Boeking (Verwerkt)',
		);
	});
});

describe('lines by themselves', () => {
	test.each(both)('%s: come, change and go, and the entry follows', async (side) => {
		const entry = await simple(side);
		const body = { ...books.lineBody(lineOf(side, { AmountFC: 50 })), EntryID: entry['EntryID'] };
		const { status, row } = await books.api.post(linePath[side], body, {
			Prefer: 'return=representation',
		});
		expect(status).toBe(201);
		expect(row).toMatchObject({ LineNumber: 2, VATAmountFC: 10.5, AmountDC: 50 });
		const total = async () => (await books.again(side, entry))['AmountFC'];
		expect(await total()).toBe(181.5);
		await books.api.put(lineAt(side, row), { AmountFC: 60 });
		expect(await total()).toBe(193.6);
		await books.api.put(lineAt(side, row), { VATCode: '5' });
		expect(await total()).toBe(186.4);
		await books.api.put(lineAt(side, row), { VATAmountFC: 5 });
		await books.api.put(lineAt(side, row), { Description: 'Only words' });
		expect(await total()).toBe(186);
		const [own] = await books.terms(side, entry);
		expect(Math.abs(Number(own?.['AmountFC']))).toBe(186);
		expect((await books.api.remove(lineAt(side, row))).status).toBe(204);
		expect(await total()).toBe(121);
		expect(await books.ledger(entry)).toHaveLength(3);
		expect(await books.terms(side, entry)).toEqual([expect.objectContaining({ ID: own?.['ID'] })]);
		expect((await books.sum()).balanced).toBe(true);
	});

	test.each(both)('%s: with the last line the entry goes', async (side) => {
		const before = await sizes();
		const entry = await simple(side);
		const [line] = await books.lines(side, entry);
		expect((await books.api.remove(lineAt(side, line))).status).toBe(204);
		expect((await books.api.get(books.at(side, entry))).status).toBe(404);
		expect(await sizes()).toEqual(before);
	});

	test('need an entry, and an amount', async () => {
		const body = books.lineBody({ account: '8000', AmountFC: 5 });
		const refused = async (more: object) =>
			(await books.api.post(linePath.sales, { ...body, ...more })).error;
		expect(await refused({})).toBe('Mandatory: Entry');
		expect(await refused({ EntryID: nobody })).toBe('Invalid reference: Entry');
		const { EntryID } = await simple('sales');
		expect(await refused({ EntryID, AmountFC: undefined })).toBe('Mandatory: Amount');
	});

	test('cannot move to another entry', async () => {
		const [one, other] = [await simple('sales'), await simple('sales')];
		const [line] = await books.lines('sales', one);
		await books.api.put(lineAt('sales', line), { EntryID: other['EntryID'] });
		expect(await books.lines('sales', other)).toHaveLength(1);
	});

	test('ledger lines keep their keys; those that go are reported to sync clients', async () => {
		const entry = await books.book('sales', {}, [lineOf('sales'), lineOf('sales')]);
		const before = await books.ledger(entry);
		const [first] = await books.lines('sales', entry);
		const deleted = async () =>
			(
				await books.api.all('sync/Deleted', {
					$select: 'EntityKey,EntityType',
					$filter: 'Timestamp gt 1L',
				})
			).map(({ EntityKey, EntityType }) => [EntityKey, EntityType]);
		await books.api.remove(lineAt('sales', first));
		const after = await books.ledger(entry);
		const ids = (rows: Row[]) => rows.map((row) => row['ID']);
		expect(ids(after)).toEqual(ids(before).filter((id) => id !== first?.['ID']));
		expect(await deleted()).toEqual([[first?.['ID'], 1]]);
		await books.api.remove(books.at('sales', entry));
		expect((await deleted()).map(([, type]) => type).sort()).toEqual([1, 1, 1, 1, 10]);
	});
});

describe('DELETE', () => {
	test.each(both)('%s: takes everything along that it brought', async (side) => {
		const before = await sizes();
		const files = await stored('DocumentAttachments');
		const entry = await simple(side);
		if (side === 'purchases') {
			await books.api.post('documents/DocumentAttachments', {
				...{ Document: entry['Document'], FileName: 'a.txt', Attachment: 'YQ==' },
			});
		}
		expect((await books.api.remove(books.at(side, entry))).status).toBe(204);
		expect((await books.api.get(books.at(side, entry))).status).toBe(404);
		expect(await sizes()).toEqual(before);
		expect(await stored('DocumentAttachments')).toBe(files);
	});

	test('a document that somebody else made stays', async () => {
		const { row } = await books.api.post('documents/Documents', { Subject: 'Scan', Type: 20 });
		const entry = await simple('purchases', { Document: row['ID'] });
		await books.api.remove(books.at('purchases', entry));
		expect((await books.api.get(`documents/Documents(guid'${String(row['ID'])}')`)).status).toBe(
			200,
		);
	});

	test('not in a closed period', async () => {
		const [entry] = await sandbox.records(companies.dutch, 'SalesEntries');
		const row = { ...entry, EntryID: nobody, ReportingYear: 2024, Status: 20 };
		Reflect.deleteProperty(row, 'Timestamp');
		await sandbox.insert(companies.dutch, 'SalesEntries', [row]);
		const { error } = await books.api.remove(`salesentry/SalesEntries(guid'${nobody}')`);
		expect(error).toBe('The financial year cannot be changed.');
	});
});
