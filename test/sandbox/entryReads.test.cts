import {
	START,
	account,
	begin,
	books,
	both,
	collection,
	day,
	keepBooks,
	lineOf,
	nobody,
	sandbox,
	simple,
} from './entryBooks.cjs';
import type { Row } from './odataClient.cjs';

/*
 * Sales and purchase entries: writing, numbers, validation, what hangs on them. Recorded from a French company
 * in 2026; rules from Exact's reference and from reports of users of client libraries.
 */

keepBooks();

describe('reading', () => {
	const query = (entry: Row) => ({
		$filter: `EntryID eq guid'${String(entry['EntryID'])}'`,
		$expand: 'PurchaseEntryLines',
		$select: 'EntryID,PurchaseEntryLines/AmountFC,PurchaseEntryLines/LineNumber',
	});

	test('lines come with $expand, in the profile that allows it', async () => {
		const entry = await books.book('purchases', {}, [lineOf('purchases'), lineOf('purchases')]);
		const [row] = (await books.api.get('purchaseentry/PurchaseEntries', query(entry))).rows;
		const { results } = row?.['PurchaseEntryLines'] as { results: Row[] };
		expect(Object.keys(row ?? {})).toEqual(['__metadata', 'EntryID', 'PurchaseEntryLines']);
		expect(results).toHaveLength(2);
		for (const line of results) {
			expect(Object.keys(line)).toEqual(['__metadata', 'AmountFC', 'LineNumber']);
			expect(line).toMatchObject({ AmountFC: 100 });
		}
	});

	test('else as links that can be followed', async () => {
		await begin('strict');
		const entry = await books.book('purchases', {}, [lineOf('purchases'), lineOf('purchases')]);
		const [row] = (await books.api.get('purchaseentry/PurchaseEntries', query(entry))).rows;
		const { __deferred: link } = row?.['PurchaseEntryLines'] as { __deferred: { uri: string } };
		expect((await books.api.follow(link.uri)).rows).toHaveLength(2);
	});

	test('the ledger wants a filter, the open items take certain ones only', async () => {
		await begin('strict');
		const ledger = 'financialtransaction/TransactionLines';
		const status = async (path: string, $filter?: string) =>
			(await books.api.get(path, { $select: 'ID', ...($filter ? { $filter } : {}) })).status;
		expect(await status(ledger)).toBe(400);
		expect(await status(ledger, 'LineNumber eq 0')).toBe(400);
		expect(await status(ledger, 'Type eq 20 and LineNumber eq 0')).toBe(200);
		expect(await status('bulk/Financial/TransactionLines')).toBe(400);
		expect(await status('bulk/Financial/TransactionLines', "JournalCode eq '70'")).toBe(200);
		for (const path of ['bulk/Cashflow/Receivables', 'bulk/Cashflow/Payments']) {
			expect(await status(path, "Journal eq '70'")).toBe(400);
			expect(await status(path, 'Status eq 20 or Status eq 30')).toBe(200);
		}
		expect(await status('bulk/Cashflow/Receivables', "EndToEndID eq 'x'")).toBe(200);
		expect(await status('bulk/Cashflow/Payments', "EndToEndID eq 'x'")).toBe(400);
	});

	test('sync shows ledger lines in the order of their change', async () => {
		const changes = (since: unknown) =>
			books.api.all('sync/Financial/TransactionLines', {
				...{ $select: 'ID,EntryID,Timestamp', $filter: `Timestamp gt ${String(since)}L` },
			});
		const cursor = (await changes(1)).at(-1)?.['Timestamp'];
		const entry = await simple('sales');
		const rows = await changes(cursor);
		expect(rows.map((row) => row['EntryID'])).toEqual(Array(3).fill(entry['EntryID']));
		await books.api.put(books.at('sales', entry), { Description: 'Again' });
		expect(await changes(rows.at(-1)?.['Timestamp'])).toHaveLength(3);
	});

	test('derived tables are read only', async () => {
		expect((await books.api.post('financialtransaction/TransactionLines', {})).status).toBe(405);
		expect((await books.api.post('cashflow/Payments', {})).status).toBe(405);
		expect((await books.api.post('bulk/Cashflow/Receivables', {})).status).toBe(405);
	});
});

describe('switches', () => {
	test.each([
		['strict', 30, 0],
		['lenient', 50, 121],
	] as const)('%s: length of YourRef, totals in the answer', async (profile, length, shown) => {
		await begin(profile);
		const YourRef = `T-${'x'.repeat(60)}`;
		for (const side of both) {
			const { row } = await books.post(side, { YourRef }, [lineOf(side)]);
			expect(row['YourRef']).toBe(YourRef.slice(0, length));
			expect(row).toMatchObject({ AmountFC: shown, AmountDC: shown });
			expect(row['VATAmountFC']).toBe(shown === 0 ? 0 : 21);
			expect(await books.again(side, row)).toMatchObject({ AmountFC: 121, VATAmountDC: 21 });
			const cut = await books.api.put(books.at(side, row), { YourRef });
			expect(cut.status).toBe(204);
			expect((await books.again(side, row))['YourRef']).toBe(YourRef.slice(0, length));
		}
	});

	test('an EntryID of the caller is honoured or not', async () => {
		expect(await simple('sales', { EntryID: nobody })).toMatchObject({ EntryID: nobody });
		expect(await books.refusal('sales', { EntryID: nobody }, [lineOf('sales')])).toBe(
			'500 Data already exists',
		);
		await sandbox.settings({ callerIds: false });
		const entry = await simple('sales', { EntryID: nobody });
		expect(entry['EntryID']).not.toBe(nobody);
		expect(await books.lines('sales', entry)).toHaveLength(1);
	});

	test('drop: columns that are lost on the way', async () => {
		await sandbox.settings({ drop: ['PurchaseEntryLines.CostCenter', 'PurchaseEntries.YourRef'] });
		const line = lineOf('purchases', { CostCenter: 'VERK', CostUnit: 'FIETS' });
		const entry = await books.book('purchases', { YourRef: 'T-1' }, [line]);
		expect(entry['YourRef']).toBeNull();
		expect((await books.lines('purchases', entry))[0]).toMatchObject({
			...{ CostCenter: null, CostUnit: 'FIETS' },
		});
	});

	test.each(both)('%s: drop: a lost ledger account is replaced', async (side) => {
		await sandbox.settings({ drop: [`${collection[side]}.GLAccount`] });
		const line = lineOf(side, { account: side === 'sales' ? '8020' : '4300' });
		const codes = async (entry: Row) =>
			(await books.lines(side, entry)).map((row) => row['GLAccountCode']);
		expect(await codes(await books.book(side, {}, [line]))).toEqual([account[side]]);
		const column = side === 'sales' ? 'GLAccountSales' : 'GLAccountPurchase';
		const relation = `crm/Accounts(guid'${String(books.partner[side])}')`;
		await books.api.put(relation, { [column]: books.gl('7000') });
		expect(await codes(await books.book(side, {}, [line]))).toEqual(['7000']);
	});

	test('tamper: what is stored is not what was sent', async () => {
		await sandbox.settings({
			tamper: [
				{ entity: 'SalesEntries', column: 'AmountFC', add: 0.01 },
				{ entity: 'SalesEntries', column: 'Type', set: 21 },
				{ entity: 'SalesEntryLines', column: 'Description', set: 'Else' },
				{ entity: 'Receivables', column: 'DueDate', add: 86_400_000 },
			],
		});
		const entry = await simple('sales');
		expect(entry).toMatchObject({ AmountFC: 121.01, AmountDC: 121, Type: 21 });
		expect((await books.lines('sales', entry))[0]).toMatchObject({ Description: 'Else' });
		expect((await books.terms('sales', entry))[0]).toMatchObject({ DueDate: day('2026-03-06') });
		expect(await simple('purchases')).toMatchObject({ AmountFC: 121, Type: 30 });
	});

	test.each([
		[{ drop: 'SalesEntries.YourRef' }, /takes a list/],
		[{ drop: ['SalesEntries.Nothing'] }, /no column SalesEntries.Nothing/],
		[{ drop: ['YourRef'] }, /no column YourRef/],
		[{ tamper: [{ entity: 'Nothing', column: 'YourRef', set: 1 }] }, /no column Nothing.YourRef/],
		[{ tamper: [{ entity: 'SalesEntries', column: 'YourRef' }] }, /add \(a number\) or set/],
		[{ tamper: [{ entity: 'SalesEntries', column: 'Type', add: '1' }] }, /add \(a number\) or set/],
		[{ tamper: ['SalesEntries.Type'] }, /add \(a number\) or set/],
		[{ rights: [] }, /takes a object, not a list/],
		[{ salesCredit: 'refund' }, /invoice, creditNote/],
	])('a mistake in a test is refused: %j', async (patch, message) => {
		await expect(sandbox.settings(patch)).rejects.toThrow(message);
		await expect(sandbox.reset({ settings: patch })).rejects.toThrow(message);
	});
});

describe('faults', () => {
	test('an entry can be booked although nobody hears of it', async () => {
		await sandbox.faults([
			{ match: { method: 'POST', path: 'SalesEntries' }, fault: { kind: 'reset', when: 'after' } },
		]);
		await expect(simple('sales', { YourRef: 'T-lost' })).rejects.toMatchObject({
			code: 'ECONNRESET',
		});
		const found = await books.api.all('salesentry/SalesEntries', {
			$filter: "YourRef eq 'T-lost'",
		});
		expect(found).toHaveLength(1);
	});

	test('an entry can be booked long after the client has given up', async () => {
		await sandbox.faults([
			{
				match: { method: 'POST', path: 'PurchaseEntries' },
				fault: { kind: 'timeout', when: 'before', commitAfterMs: 90_000 },
			},
		]);
		const lost = expect(simple('purchases', { YourRef: 'T-late' })).rejects.toThrow();
		while ((await sandbox.log()).every(({ fault }) => fault !== 'timeout')) await Promise.resolve();
		const found = () =>
			books.api.all('purchaseentry/PurchaseEntries', { $filter: "YourRef eq 'T-late'" });
		expect(await found()).toEqual([]);
		await sandbox.advance(89_999);
		expect(await found()).toEqual([]);
		await sandbox.advance(1);
		const [entry] = await found();
		expect(entry).toMatchObject({ AmountFC: 121, Created: `/Date(${START + 90_000})/` });
		if (entry) expect(await books.postings(entry)).toEqual(['1600 -121', '4000 100', '1510 21']);
		await sandbox.reset();
		await lost;
	});
});
