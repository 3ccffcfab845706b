import fc from 'fast-check';
import type { Side } from './bookkeeper.cjs';
import { begin, books, keepBooks, sandbox } from './entryBooks.cjs';
import { companies } from './exactApp.cjs';

/*
 * What entries become: ledger lines, VAT, open items. Signs and the shape of a sales entry as recorded in
 * 2026 from a French company; the rest from Exact's reference.
 */

keepBooks();

describe('open items', () => {
	test('a receivable is negative as long as it is open', async () => {
		const header = { YourRef: 'T-1', PaymentReference: 'RF', PaymentCondition: 'IN' };
		const entry = await books.book('sales', header, [{ account: '8000', AmountFC: 50 }]);
		const terms = await books.terms('sales', entry);
		const [control] = await books.ledger(entry);
		expect(terms).toHaveLength(1);
		expect(terms[0]).toMatchObject({
			...{ AmountFC: -50, AmountDC: -50, TransactionAmountFC: 50, TransactionAmountDC: 50 },
			...{ Status: 20, TransactionStatus: 20, TransactionType: 20, IsFullyPaid: false },
			...{ GLAccountCode: '1300', Journal: '70', YourRef: 'T-1', PaymentReference: 'RF' },
			...{ PaymentCondition: 'IN', PaymentMethod: 'I', PaymentDays: 7, EndDate: null },
			...{ InvoiceNumber: entry['EntryNumber'], DueDate: entry['DueDate'] },
			...{ Account: entry['Customer'], TransactionID: control?.['ID'] },
		});
	});

	test('a payable mirrors it', async () => {
		const entry = await books.book('purchases', {}, [{ account: '4000', AmountFC: 50 }]);
		expect(await books.terms('purchases', entry)).toEqual([
			expect.objectContaining({
				...{ AmountFC: 50, AmountDC: 50, TransactionAmountFC: -50, TransactionType: 30 },
				...{ GLAccountCode: '1600', Status: 20, Document: entry['Document'] },
			}),
		]);
	});

	test('nothing is open when the total is nothing', async () => {
		const lines = [10, -10].map((AmountFC) => ({ account: '8000', AmountFC }));
		const entry = await books.book('sales', {}, lines);
		expect(await books.terms('sales', entry)).toEqual([]);
		expect(await books.postings(entry)).toEqual(['1300 0', '8000 -10', '8000 10']);
	});

	test('how it is paid can be changed, and survives a change of the entry', async () => {
		const entry = await books.book('sales', {}, [{ account: '8000', AmountFC: 50 }]);
		const [term] = await books.terms('sales', entry);
		const path = `cashflow/Receivables(guid'${String(term?.['ID'])}')`;
		expect((await books.api.put(path, { PaymentMethod: 'Z' })).error).toBe(
			'Invalid: Payment method',
		);
		await books.api.put(path, { PaymentMethod: 'K' });
		await books.api.put(books.at('sales', entry), { Description: 'Changed' });
		expect((await books.api.get(path)).row).toMatchObject({
			...{ PaymentMethod: 'K', Description: 'Changed' },
		});
		await books.api.put(books.at('sales', entry), { PaymentCondition: 'IN' });
		expect((await books.api.get(path)).row).toMatchObject({ PaymentMethod: 'I', PaymentDays: 7 });
	});
});

describe('credit notes', () => {
	const sides = {
		sales: {
			normal: '70',
			returns: '71',
			account: '8000',
			control: '1300',
			types: [20, 21],
			side: 1,
		},
		purchases: {
			...{ normal: '60', returns: '61', account: '4000', control: '1600' },
			...{ types: [30, 31], side: -1 },
		},
	};
	const both: Side[] = ['sales', 'purchases'];

	async function booked(side: Side, journal: 'normal' | 'returns', AmountFC: number) {
		const { account, control, types, side: sign } = sides[side];
		const line = { account, AmountFC, VATCode: '4' };
		const entry = await books.book(side, { Journal: sides[side][journal] }, [line]);
		const [first] = await books.postings(entry);
		const [row] = await books.lines(side, entry);
		const [term] = await books.terms(side, entry);
		expect(row?.['Type']).toBe(entry['Type']);
		return {
			kind: entry['Type'] === types[1] ? 'credit note' : 'invoice',
			total: entry['AmountFC'],
			line: row?.['AmountFC'],
			vat: row?.['VATAmountFC'],
			// As it would be for sales: an invoice debits the relation.
			partner: sign * Number(first?.replace(`${control} `, '')),
			open: -sign * Number(term?.['AmountFC']),
		};
	}

	const invoice = { kind: 'invoice', total: 121, line: 100, vat: 21, partner: 121, open: 121 };
	const credit = {
		...{ kind: 'credit note', total: -121, line: -100, vat: -21, partner: -121, open: -121 },
	};

	test.each(both)('%s: the sign in a normal journal', async (side) => {
		expect(await booked(side, 'normal', 100)).toEqual(invoice);
		await sandbox.settings({ salesCredit: 'creditNote' });
		expect(await booked(side, 'normal', -100)).toEqual(credit);
		await sandbox.settings({ salesCredit: 'invoice' });
		expect(await booked(side, 'normal', -100)).toEqual({ ...credit, kind: 'invoice' });
	});

	test.each(both)('%s: the sign in a return journal', async (side) => {
		const opposite = { ...invoice, kind: 'credit note' };
		await sandbox.settings({ returnJournalSign: 'negative' });
		expect(await booked(side, 'returns', -100)).toEqual(credit);
		expect(await booked(side, 'returns', 100)).toEqual(opposite);
		await sandbox.settings({ returnJournalSign: 'positive' });
		expect(await booked(side, 'returns', 100)).toEqual(credit);
		expect(await booked(side, 'returns', -100)).toEqual(opposite);
	});

	test('VAT that is given turns with the amount, on lines and on the header', async () => {
		await sandbox.settings({ returnJournalSign: 'positive' });
		const line = { account: '8000', AmountFC: 100, VATCode: '4', VATAmountFC: 20 };
		expect(await books.book('sales', { Journal: '71' }, [line])).toMatchObject({ AmountFC: -120 });
		const whole = await books.book('sales', { Journal: '71', VATAmountFC: 19 }, [line]);
		expect(whole).toMatchObject({ AmountFC: -119, VATAmountFC: -19 });
		expect((await books.lines('sales', whole))[0]).toMatchObject({ VATAmountFC: -19 });
	});

	test('a line that changes turns too; one that does not stays', async () => {
		await sandbox.settings({ returnJournalSign: 'positive' });
		const entry = await books.book('sales', { Journal: '71' }, [
			{ account: '8000', AmountFC: 100, VATCode: '4' },
		]);
		const [row] = await books.lines('sales', entry);
		const path = `salesentry/SalesEntryLines(guid'${String(row?.['ID'])}')`;
		await books.api.put(path, { Description: 'Only words' });
		expect(await books.again('sales', entry)).toMatchObject({ AmountFC: -121 });
		await books.api.put(path, { AmountFC: 200 });
		expect(await books.again('sales', entry)).toMatchObject({ AmountFC: -242, VATAmountFC: -42 });
	});

	test('letters of VAT are those of credit notes', async () => {
		await sandbox.settings({ returnJournalSign: 'positive' });
		const types = async (side: Side, journal: string, VATCode: string) => {
			const line = { account: sides[side].account, AmountFC: 100, VATCode };
			const entry = await books.book(side, { Journal: journal }, [line]);
			return (await books.ledger(entry)).map((row) => row['VATType']).join('');
		};
		expect(await types('sales', '71', '4')).toBe('XZ');
		expect(await types('purchases', '61', '4')).toBe('WQ');
		expect(await types('purchases', '61', '6')).toBe('WQY');
	});
});

describe('any entry', () => {
	const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100);
	const share = fc.option(fc.constantFrom(0, 0.1, 1 / 3, 0.5, 1), { nil: undefined });
	const line = fc.record(
		{
			AmountFC: cents,
			VATCode: fc.constantFrom('0', '1', '2', '4', '5', '6', '7', '9'),
			VATAmountFC: fc.integer({ min: -9999, max: 9999 }).map((whole) => whole / 100),
			share,
			lost: share,
		},
		{ requiredKeys: ['AmountFC'] },
	);
	const entry = fc.record({
		side: fc.constantFrom<Side>('sales', 'purchases'),
		returns: fc.boolean(),
		Currency: fc.constantFrom('EUR', 'USD', 'GBP', 'JPY'),
		Rate: fc.option(fc.double({ min: 0.001, max: 20, noNaN: true }), { nil: undefined }),
		VATAmountFC: fc.option(cents, { nil: undefined }),
		lines: fc.array(line, { minLength: 1, maxLength: 5 }),
	});

	test.each(['strict', 'lenient'] as const)('balances to the cent: %s', async (profile) => {
		await begin(profile);
		await fc.assert(
			fc.asyncProperty(entry, async ({ side, returns, lines, ...header }) => {
				const journals = { sales: ['70', '71'], purchases: ['60', '61'] };
				const bodies = lines.map(({ share: personal, lost, ...given }, index) => ({
					account: side === 'sales' ? '8000' : (['4000', '4200'][index % 2] ?? '4000'),
					...given,
					...(side === 'sales'
						? {}
						: { PrivateUsePercentage: personal, VATNonDeductiblePercentage: lost }),
				}));
				const Journal = journals[side][returns ? 1 : 0];
				const row = await books.book(side, { ...header, Journal }, bodies);
				const ledger = await books.ledger(row);
				const stored = await books.lines(side, row);
				const sum = (column: string, rows = ledger) =>
					rows.reduce((total, one) => total + Math.round(Number(one[column]) * 100), 0);
				expect([sum('AmountFC'), sum('AmountDC')]).toEqual([0, 0]);
				const sign = side === 'sales' ? 1 : -1;
				expect(sign * Number(ledger[0]?.['AmountFC'])).toBeCloseTo(Number(row['AmountFC']), 9);
				expect(sign * Number(ledger[0]?.['AmountDC'])).toBeCloseTo(Number(row['AmountDC']), 9);
				const net = sum('AmountFC', stored);
				expect(net).toBe(sum('AmountFC', [row]) - sum('VATAmountFC', [row]));
				for (const term of await books.terms(side, row)) {
					expect(Number(term['AmountDC'])).toBeCloseTo(-Number(ledger[0]?.['AmountDC']), 9);
				}
			}),
			{ numRuns: 40 },
		);
		const { debit, credit, balanced } = await books.sum();
		expect(balanced).toBe(true);
		expect(debit).toBeCloseTo(credit, 6);
	});
});

describe('the books of the demo', () => {
	test.each([
		[companies.dutch, 32, '1300', '1600'],
		[companies.belgian, 24, '400000', '440000'],
	])('%i', async (division, count, receivable, payable) => {
		await begin('lenient', {}, division);
		const { debit, credit, balanced, perAccount } = await books.sum();
		expect(balanced).toBe(true);
		expect(debit).toBe(credit);
		expect(perAccount[receivable]).toBeGreaterThan(0);
		expect(perAccount[payable]).toBeLessThan(0);
		for (const entity of ['SalesEntries', 'PurchaseEntries']) {
			const rows = await sandbox.records(division, entity);
			expect(rows).toHaveLength(count);
			expect(rows.filter(({ Type }) => Type === 21 || Type === 31)).toHaveLength(3);
			for (const { Status, EntryDate, YourRef } of rows) {
				expect(Status).toBe(Number(EntryDate) < Date.UTC(2026, 0, 1) ? 50 : 20);
				expect(YourRef).not.toMatch(/^T-/);
			}
		}
		const sold = await sandbox.records(division, 'SalesEntries');
		expect(sold.filter((row) => row['Currency'] === 'USD')).toHaveLength(1);
		const bought = await sandbox.records(division, 'PurchaseEntryLines');
		expect(bought.some((row) => row['CostCenter'])).toBe(true);
	});
});
