import { begin, books, keepBooks } from './entryBooks.cjs';
import { companies } from './exactApp.cjs';

/*
 * What entries become: ledger lines, VAT, open items. Signs and the shape of a sales entry as recorded in
 * 2026 from a French company; the rest from Exact's reference.
 */

keepBooks();

const amounts = (row: object | undefined) =>
	Object.fromEntries(
		Object.entries(row ?? {}).filter(([name]) => /^(VAT)?(Base)?Amount[DF]C$/.test(name)),
	);

describe('the ledger of an entry', () => {
	test('sales: the receivable is debited, revenue and VAT are credited', async () => {
		const entry = await books.book('sales', {}, [
			{ account: '8000', AmountFC: 300, VATCode: '5' },
			{ account: '8010', AmountFC: 100, VATCode: '4' },
		]);
		expect(await books.postings(entry)).toEqual([
			'1300 448',
			'8000 -300',
			'8010 -100',
			'1500 -27',
			'1500 -21',
		]);
		expect(entry).toMatchObject({ AmountFC: 448, AmountDC: 448, VATAmountFC: 48, Type: 20 });
	});

	test('purchase: costs and VAT are debited, the payable is credited', async () => {
		const entry = await books.book('purchases', {}, [
			{ account: '4000', AmountFC: 80, VATCode: '4' },
			{ account: '4100', AmountFC: 20, VATCode: '4' },
		]);
		// One line of VAT for each code.
		expect(await books.postings(entry)).toEqual(['1600 -121', '4000 80', '4100 20', '1510 21']);
		expect(entry).toMatchObject({ AmountFC: 121, VATAmountFC: 21, Type: 30 });
	});

	test('lines carry what the entry and its lines say', async () => {
		const header = {
			YourRef: 'T-9',
			Description: 'Whole',
			PaymentReference: 'RF18',
			OrderNumber: 7,
		};
		const line = { VATCode: '4', CostCenter: 'VERK', CostUnit: 'FIETS', Quantity: 2, Notes: 'n' };
		const entry = await books.book('sales', header, [
			{ account: '8000', AmountFC: 100, ...line, Description: 'Part' },
		]);
		const [control, revenue, vat] = await books.ledger(entry);
		const common = {
			EntryNumber: entry['EntryNumber'],
			InvoiceNumber: entry['EntryNumber'],
			Account: entry['Customer'],
			AccountName: entry['CustomerName'],
			JournalCode: '70',
			FinancialYear: 2026,
			FinancialPeriod: 2,
			Date: entry['EntryDate'],
			Type: 20,
			Status: 20,
			Currency: 'EUR',
			ExchangeRate: 1,
			YourRef: 'T-9',
			PaymentReference: 'RF18',
			OrderNumber: 7,
		};
		expect(control).toMatchObject({
			...common,
			LineNumber: 0,
			Description: 'Whole',
			DueDate: entry['DueDate'],
			VATCode: null,
		});
		expect(revenue).toMatchObject({
			...{ ...common, ...line, LineNumber: 1, Description: 'Part' },
			...{ VATCode: '4  ', VATType: 'V', VATPercentage: 0.21 },
			...{ AmountVATFC: -21, AmountVATBaseFC: -100, CostCenterDescription: 'Verkoop' },
		});
		expect(vat).toMatchObject({ ...common, LineNumber: 2, VATType: 'A', AmountVATBaseFC: -100 });
		expect(vat?.['CostCenter']).toBeNull();
		// The line of the ledger is the line of the entry.
		expect(revenue?.['ID']).toBe((await books.lines('sales', entry))[0]?.['ID']);
	});

	test("the relation's own control account goes before that of the journal", async () => {
		const account = `crm/Accounts(guid'${String(books.partner.purchases)}')`;
		await books.api.put(account, { GLAP: books.gl('1601') });
		const entry = await books.book('purchases', {}, [{ account: '4000', AmountFC: 10 }]);
		expect(await books.postings(entry)).toEqual(['1601 -10', '4000 10']);
	});
});

describe('VAT', () => {
	test.each([
		// Type E: the amount is without VAT.
		[
			{ AmountFC: 100, VATCode: '4' },
			{ AmountFC: 100, VATAmountFC: 21 },
		],
		[
			{ AmountFC: 10.05, VATCode: '5' },
			{ AmountFC: 10.05, VATAmountFC: 0.9 },
		],
		// Type I: the amount is with VAT, the line is stored without.
		[
			{ AmountFC: 121, VATCode: '2' },
			{ AmountFC: 100, VATAmountFC: 21 },
		],
		[
			{ AmountFC: 99.99, VATCode: '2' },
			{ AmountFC: 82.64, VATAmountFC: 17.35 },
		],
		// Types N and B: no VAT.
		[
			{ AmountFC: 100, VATCode: '0' },
			{ AmountFC: 100, VATAmountFC: 0 },
		],
		[
			{ AmountFC: 100, VATCode: '7' },
			{ AmountFC: 100, VATAmountFC: 0 },
		],
		[{ AmountFC: 100 }, { AmountFC: 100, VATAmountFC: 0 }],
		// What is given on the line wins.
		[
			{ AmountFC: 100, VATCode: '4', VATAmountFC: 20.99 },
			{ AmountFC: 100, VATAmountFC: 20.99 },
		],
		[
			{ AmountFC: 121, VATCode: '2', VATAmountFC: 20.5 },
			{ AmountFC: 100.5, VATAmountFC: 20.5 },
		],
		// Recorded: AmountDC is passed over, and the line is worth nothing.
		[
			{ AmountDC: 100, VATCode: '4' },
			{ AmountFC: 0, VATAmountFC: 0 },
		],
	])('line %j is stored as %j', async (line, stored) => {
		const entry = await books.book('sales', {}, [{ account: '8000', ...line }]);
		const [row] = await books.lines('sales', entry);
		expect(row).toMatchObject({ ...stored, VATBaseAmountFC: stored.AmountFC });
		expect(Number(entry['AmountFC'])).toBeCloseTo(stored.AmountFC + stored.VATAmountFC, 9);
		expect(entry['VATAmountFC']).toBe(stored.VATAmountFC);
	});

	test('on the header: the total is what it says, and one line takes the difference', async () => {
		const lines = [
			{ account: '4000', AmountFC: 100, VATCode: '4' },
			{ account: '4100', AmountFC: 10, VATCode: '4' },
		];
		const entry = await books.book('purchases', { VATAmountFC: 23 }, lines);
		expect(entry).toMatchObject({ AmountFC: 133, VATAmountFC: 23 });
		expect((await books.lines('purchases', entry)).map((row) => row['VATAmountFC'])).toEqual([
			20.9, 2.1,
		]);
		expect(await books.postings(entry)).toEqual(['1600 -133', '4000 100', '4100 10', '1510 23']);
	});

	test('rounding is line by line', async () => {
		const lines = [1, 2, 3].map(() => ({ account: '8000', AmountFC: 0.02, VATCode: '4' }));
		expect(await books.book('sales', {}, lines)).toMatchObject({ AmountFC: 0.06, VATAmountFC: 0 });
	});

	test('reverse charge: to claim and to pay, and nothing in the total', async () => {
		const entry = await books.book('purchases', {}, [
			{ account: '7000', AmountFC: 1000, VATCode: '6' },
		]);
		expect(entry).toMatchObject({ AmountFC: 1000, VATAmountFC: 0 });
		expect((await books.lines('purchases', entry))[0]).toMatchObject({ VATAmountFC: 210 });
		expect(await books.postings(entry)).toEqual([
			'1600 -1000',
			'7000 1000',
			'1510 210',
			'1500 -210',
		]);
		expect((await books.ledger(entry)).map((row) => row['VATType'])).toEqual([null, 'I', 'O', 'P']);
	});

	test('what cannot be deducted is a cost, what is private is the owner’s', async () => {
		const line = { account: '4200', AmountFC: 100, VATCode: '4' };
		const lost = await books.book('purchases', {}, [{ ...line, VATNonDeductiblePercentage: 0.5 }]);
		expect(await books.postings(lost)).toEqual(['1600 -121', '4200 110.5', '1510 10.5']);
		const personal = await books.book('purchases', {}, [{ ...line, PrivateUsePercentage: 0.25 }]);
		expect(await books.postings(personal)).toEqual([
			'1600 -121',
			'4200 75',
			'0900 30.25',
			'1510 15.75',
		]);
		expect(personal).toMatchObject({ AmountFC: 121, VATAmountFC: 21 });
	});
});

describe('currencies', () => {
	const line = { account: '8000', AmountFC: 100.05, VATCode: '4' };

	test('the rate of the table, or the one that is given', async () => {
		const dollars = await books.book('sales', { Currency: 'USD' }, [line]);
		expect(dollars).toMatchObject({ Rate: 0.9, AmountFC: 121.06, AmountDC: 108.95 });
		expect(dollars).toMatchObject({ VATAmountFC: 21.01, VATAmountDC: 18.91 });
		const given = await books.book('sales', { Currency: 'USD', Rate: 0.5 }, [line]);
		expect(given).toMatchObject({ Rate: 0.5, AmountDC: 60.53 });
		expect(await books.book('sales', { Rate: 7 }, [line])).toMatchObject({ Rate: 1 });
	});

	test('the rate of the table is the last that had begun', async () => {
		for (const [StartDate, Rate] of [
			['2026-02-01', 0.8],
			['2026-02-04', 0.7],
		]) {
			await books.api.post('financial/ExchangeRates', { SourceCurrency: 'USD', Rate, StartDate });
		}
		const dollars = await books.book('sales', { Currency: 'USD', EntryDate: '2026-02-03' }, [line]);
		expect(dollars).toMatchObject({ Rate: 0.8 });
	});

	test('a journal may allow the rate of the table only', async () => {
		const { rows } = await books.api.get('financial/Journals', { $filter: "Code eq '70'" });
		const path = `financial/Journals(guid'${String(rows[0]?.['ID'])}')`;
		await books.api.put(path, { AllowVariableExchangeRate: false });
		const given = { Currency: 'USD', Rate: 0.5 };
		expect(await books.book('sales', given, [line])).toMatchObject({ Rate: 0.9 });
	});

	test('without decimals where the currency has none', async () => {
		const entry = await books.book('sales', { Currency: 'JPY' }, [{ ...line, AmountFC: 1003 }]);
		expect(entry).toMatchObject({ AmountFC: 1214, VATAmountFC: 211, AmountDC: 7.28 });
		const [row] = await books.lines('sales', entry);
		expect(amounts(row)).toMatchObject({ AmountDC: 6.02, VATAmountDC: 1.27 });
		// Rounding leaves a cent, which the largest line takes.
		expect(await books.postings(entry)).toEqual(['1300 7.28', '8000 -6.01', '1500 -1.27']);
	});

	test('a journal may allow its own currency only', async () => {
		await begin('lenient', {}, companies.belgian);
		const bill = { account: '600000', AmountFC: 10 };
		expect(await books.refusal('purchases', { Journal: '62', Currency: 'USD' }, [bill])).toBe(
			'500 Not allowed: Currency',
		);
		expect(await books.refusal('purchases', { Currency: 'XXX' }, [bill])).toBe(
			'500 Invalid reference: Currency',
		);
	});
});
