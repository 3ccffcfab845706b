import type { Side } from './bookkeeper.cjs';
import { begin, books, both, day, free, keepBooks, sandbox } from './entryBooks.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';
import { xmlClient, type XmlClient, type XmlLine, type XmlSet } from './xmlClient.cjs';

/*
 * The topic MatchSets of the XML API. Exact's XML schema: a set names a ledger account, a relation and lines,
 * which find open items by year, period, journal, number and amount in ledger sign; they add up to 0, or a
 * write-off says what becomes of the rest. Texts from reports of users where they are known.
 */

keepBooks();

const nl = companies.dutch;
const control = { sales: '1300', purchases: '1600' };
const account = { sales: '8000', purchases: '4000' };
/** The sign of an invoice in the ledger: a debit of customers, a credit of suppliers. */
const sign = { sales: 1, purchases: -1 };

let xml: XmlClient;
let code: Record<Side, string>;

async function start(profile: 'strict' | 'lenient', settings: object = {}): Promise<void> {
	await begin(profile, { xmlPause: 0, ...settings });
	xml = await xmlClient(sandbox);
	const relations = await sandbox.records(nl, 'Accounts');
	const codeOf = (side: Side) =>
		String(relations.find((row) => row['ID'] === books.partner[side])?.['Code']);
	code = { sales: codeOf('sales'), purchases: codeOf('purchases') };
}
beforeEach(() => start('lenient'));

const invoice = (side: Side, amount = 100, header: object = {}) =>
	books.book(side, header, [{ account: account[side], AmountFC: amount, VATCode: '0' }]);
const payment = (side: Side, amount = 100, Date = '2026-03-20', header: object = {}) => {
	const flow = sign[side] * amount;
	return free.book('bank', { OpeningBalanceFC: 0, ClosingBalanceFC: flow, ...header }, [
		{ account: control[side], Account: books.partner[side], AmountFC: flow, Date },
	]);
};
const controlLine = async (side: Side, entry: Row) => {
	const found = (await books.ledger(entry)).find((row) => row['GLAccountCode'] === control[side]);
	if (!found) throw new Error('No line on the control account');
	return found;
};
/** The line of a match set that stands for an entry. */
const line = async (side: Side, entry: Row, more: Partial<XmlLine> = {}): Promise<XmlLine> => {
	const row = await controlLine(side, entry);
	return {
		...{ finyear: row['FinancialYear'], finperiod: row['FinancialPeriod'] },
		...{ journal: row['JournalCode'], entry: row['EntryNumber'], amountdc: row['AmountDC'] },
		...more,
	};
};
const setOf = async (side: Side, entries: Row[], writeOff?: string): Promise<XmlSet> => ({
	...{ glAccount: control[side], account: code[side], writeOff },
	lines: await Promise.all(entries.map((entry) => line(side, entry))),
});
const shown = async (side: Side, entry: Row) => {
	const rows = (await books.terms(side, entry)).map((row) => [row['Status'], row['AmountDC']]);
	return rows.sort(([a], [b]) => Number(a) - Number(b));
};
const writeOffXml = (type: number, gl: string, more = '') =>
	`<WriteOff type="${type}"><GLAccount code="${gl}"/>${more}</WriteOff>`;
const openList = {
	sales: 'read/financial/ReceivablesList',
	purchases: 'read/financial/PayablesList',
};
const listed = async (side: Side, entry: Row) =>
	(
		await books.api.all(openList[side], {
			$filter: `EntryNumber eq ${String(entry['EntryNumber'])}`,
		})
	).length;

describe.each(['strict', 'lenient'] as const)('%s', (profile) => {
	test.each(both)('%s: an invoice and what pays it are ended', async (side) => {
		await start(profile);
		const [sold, paid] = [await invoice(side), await payment(side)];
		const before = await books.sum();
		expect(await listed(side, sold)).toBe(1);
		const said = await xml.match(await setOf(side, [sold, paid]));
		const [first] = await books.terms(side, sold);
		// One message a record, type 2: done. Its data are the keys of the record.
		expect(said).toEqual([
			{
				...{ type: '2', text: 'Matched', node: 'MatchSet', date: '2026-06-25T12:00:00' },
				...{ key: first?.['ID'], keyAlt: `${control[side]} ${code[side]}` },
			},
		]);
		expect(await shown(side, sold)).toEqual([[50, -sign[side] * 100]]);
		expect(await shown(side, paid)).toEqual([[50, sign[side] * 100]]);
		expect(first).toMatchObject({ EndDate: day('2026-03-20'), EndYear: 2026, EndPeriod: 3 });
		const [one, other] = [await controlLine(side, sold), await controlLine(side, paid)];
		expect([one['OffsetID'], other['OffsetID']]).toEqual([other['ID'], one['ID']]);
		expect(await listed(side, sold)).toBe(0);
		expect(await books.sum()).toEqual(before);
	});

	test.each(both)('%s: part of an invoice is paid, and the rest stays open', async (side) => {
		await start(profile);
		const [sold, paid] = [await invoice(side), await payment(side, 40)];
		const [said] = await xml.match(await setOf(side, [sold, paid], '<WriteOff type="0"/>'));
		expect(said?.type).toBe('2');
		expect(await shown(side, sold)).toEqual([
			[20, -sign[side] * 60],
			[50, -sign[side] * 40],
		]);
		expect(await shown(side, paid)).toEqual([[50, sign[side] * 40]]);
		// From now on the open amount finds it, and no longer the amount of the invoice.
		const rest = await payment(side, 60);
		const again = await setOf(side, [sold, rest]);
		expect((await xml.match(again))[0]?.text).toContain('Not found!');
		const lines = [await line(side, sold, { amountdc: sign[side] * 60 }), again.lines[1]];
		const [last] = await xml.match({ ...again, lines: lines.flatMap((one) => one ?? []) });
		expect(last?.type).toBe('2');
		expect(await listed(side, sold)).toBe(0);
	});

	test.each(
		both.flatMap((side) =>
			[
				['1', 83, -2.5],
				['3', 83, 1],
				['4', 82, -0.01],
			].map(([type, booked, rest]) => ({ side, type, booked, rest: Number(rest) })),
		),
	)('$side: a write-off of type $type is booked', async ({ side, type, booked, rest }) => {
		await start(profile);
		// The rest is what the lines leave: an invoice that is paid too much, or too little.
		const [sold, paid] = [await invoice(side), await payment(side, 100 - sign[side] * rest)];
		const more =
			'<Description>Afronding</Description><FinYear number="2026"/><FinPeriod number="6"/><Date>2026-05-04</Date><VATCorrection>false</VATCorrection>';
		const [said] = await xml.match(
			await setOf(side, [sold, paid], writeOffXml(Number(type), '9110', more)),
		);
		expect(said).toMatchObject({ type: '2' });
		expect(await shown(side, sold)).toEqual([[50, -sign[side] * 100]]);
		expect((await shown(side, paid)).map(([status]) => status)).toEqual([50]);
		const [entry] = await books.api.all('generaljournalentry/GeneralJournalEntries', {
			...{ $select: '*', $filter: `Type eq ${booked}` },
		});
		expect(entry).toMatchObject({ JournalCode: '90', FinancialYear: 2026, FinancialPeriod: 6 });
		if (!entry) throw new Error('Nothing was booked');
		expect((await books.postings(entry)).slice(1)).toEqual([
			`${control[side]} ${-rest}`,
			`9110 ${rest}`,
		]);
		const [, first, second] = await books.ledger(entry);
		const common = { Type: booked, Description: 'Afronding', Date: day('2026-05-04') };
		expect([first, second]).toEqual([
			expect.objectContaining({ ...common, Account: books.partner[side] }),
			expect.objectContaining({ ...common, Account: null }),
		]);
		expect(await shown(side, entry)).toEqual([[50, rest]]);
		expect((await books.sum()).balanced).toBe(true);
	});

	test('each set is taken by itself, and has a message in its place', async () => {
		await start(profile);
		const entries = [await invoice('sales'), await payment('sales')];
		const bought = await invoice('purchases');
		const done = await setOf('sales', entries);
		const last = await setOf('purchases', [bought, await payment('purchases')]);
		const said = await xml.match(done, done, last);
		expect(said.map(({ type }) => type)).toEqual(['2', '0', '2']);
		expect(await shown('purchases', bought)).toEqual([[50, 100]]);
	});
});

describe('a write-off', () => {
	const short = async () => [await invoice('sales'), await payment('sales', 99)];

	test('lies on the last day of the lines unless it says otherwise', async () => {
		await xml.match(await setOf('sales', await short(), writeOffXml(3, '9110')));
		const rows = await sandbox.records(nl, 'TransactionLines');
		const own = rows.filter((row) => row['Type'] === 83 && row['GLAccount']);
		expect(own.map((row) => row['Date'])).toEqual(Array(2).fill(Date.UTC(2026, 2, 20)));
		expect(own.map((row) => row['FinancialPeriod'])).toEqual([3, 3]);
	});

	// Recorded of a French company: journal 93 is for matching differences.
	test('goes to journal 93 where there is one', async () => {
		const journal = { Code: '93', Description: 'Lettrage', Type: 90 };
		expect((await books.api.post('financial/Journals', journal)).status).toBe(201);
		await xml.match(await setOf('sales', await short(), writeOffXml(3, '9110')));
		const rows = await sandbox.records(nl, 'GeneralJournalEntries');
		expect(rows.find((row) => row['Type'] === 83)).toMatchObject({ JournalCode: '93' });
	});

	test('is matched itself, and so cannot be deleted', async () => {
		await xml.match(await setOf('sales', await short(), writeOffXml(3, '9110')));
		const rows = await sandbox.records(nl, 'GeneralJournalEntries');
		const at = `generaljournalentry/GeneralJournalEntries(guid'${String(rows.find((row) => row['Type'] === 83)?.['EntryID'])}')`;
		expect((await books.api.remove(at)).error).toBe('Not allowed: Entry (Matched)');
	});

	test('of a rate: an invoice in dollars, paid at another one', async () => {
		const sold = await invoice('sales', 100, { Currency: 'USD' });
		const paid = await payment('sales', 100, '2026-03-20', { Currency: 'USD' });
		const lines = [await line('sales', sold), await line('sales', paid)];
		expect(lines.map(({ amountdc }) => amountdc)).toEqual([90, -90]);
		const other = await free.book('bank', { OpeningBalanceFC: 0, ClosingBalanceFC: 100 }, [
			{ account: '1300', Account: books.partner.sales, AmountFC: 100, ExchangeRate: 1 },
		]);
		const set = { ...(await setOf('sales', [sold, other])), writeOff: writeOffXml(4, '9100') };
		expect((await xml.match(set))[0]?.type).toBe('2');
		expect((await books.sum()).perAccount['9100']).toBe(-10);
		expect(await shown('sales', sold)).toEqual([[50, -90]]);
	});

	test('of nothing changes nothing', async () => {
		const entries = [await invoice('sales'), await payment('sales')];
		const before = await books.sum();
		await xml.match(await setOf('sales', entries, writeOffXml(3, '9110')));
		expect(await books.sum()).toEqual(before);
	});

	test.each([
		['<WriteOff type="3"/>', 'Mandatory: G/L account'],
		[writeOffXml(3, '9999'), 'Invalid reference: G/L account'],
		[writeOffXml(3, '4900'), 'Blocked: G/L account'],
		[writeOffXml(3, '4400'), 'Mandatory: Cost center'],
		[writeOffXml(3, '9110', '<Date>2024-12-31</Date>'), 'The financial year cannot be changed.'],
		[writeOffXml(3, '9110', '<Date>2031-01-01</Date>'), 'Mandatory: Financial year'],
		[writeOffXml(1, '9110', '<VATCorrection>true</VATCorrection>'), 'Not allowed: VAT correction'],
		['', 'The amounts of the match set add up to 1.00 instead of 0.'],
	])('%s: %s, and nothing has happened', async (writeOff, text) => {
		const entries = await short();
		const before = await books.sum();
		const said = await xml.match(await setOf('sales', entries, writeOff));
		expect(said).toMatchObject([{ type: '0', text, keyAlt: `1300 ${code.sales}` }]);
		for (const entry of entries) expect((await shown('sales', entry))[0]?.[0]).toBe(20);
		expect(await books.sum()).toEqual(before);
	});
});

describe('what is not there', () => {
	const notFound = (more: Partial<XmlLine> = {}, gl = '1300') =>
		`GLAccount=${gl} Account=${code.sales} finyear=${String(more.finyear ?? 2026)} finperiod=${String(more.finperiod ?? 2)}`;

	// The Dutch text as a user reports it, for a wrong period or entry.
	test.each([
		[{ finperiod: 3 }],
		[{ finyear: 2025 }],
		[{ entry: 26709999 }],
		[{ journal: '71' }],
		[{ amountdc: 100.01 }],
		[{ amountdc: -100 }],
	])('%j', async (more) => {
		await sandbox.settings({ language: 'nl' });
		const [sold, paid] = [await invoice('sales'), await payment('sales')];
		const set = await setOf('sales', [sold, paid], writeOffXml(3, '9110'));
		const lines = [await line('sales', sold, more), ...set.lines.slice(1)];
		const [said] = await xml.match({ ...set, lines });
		expect(said).toMatchObject({
			type: '0',
			text: `Betalingstermijn: ${notFound(more)} Niet gevonden!`,
		});
		expect(await shown('sales', sold)).toEqual([[20, -100]]);
	});

	test('what is matched already', async () => {
		const set = await setOf('sales', [await invoice('sales'), await payment('sales')]);
		await xml.match(set);
		expect((await xml.match(set))[0]?.text).toBe(
			`Payment term: ${notFound()} Not found!\nPayment term: ${notFound({ finperiod: 3 })} Not found!`,
		);
	});

	test('an item of a closed period, though it is open', async () => {
		const terms = await sandbox.records(nl, 'Receivables');
		const old = terms.find(
			(row) => row['Status'] === 20 && row['TransactionReportingYear'] === 2024,
		);
		const relations = await sandbox.records(nl, 'Accounts');
		const of = String(relations.find((row) => row['ID'] === old?.['Account'])?.['Code']);
		const [said] = await xml.match({
			...{ glAccount: '1300', account: of, writeOff: writeOffXml(3, '9110') },
			lines: [
				{
					...{ finyear: 2024, finperiod: old?.['TransactionReportingPeriod'] },
					...{ journal: old?.['Journal'], entry: old?.['EntryNumber'] },
					amountdc: -Number(old?.['AmountDC']),
				},
			],
		});
		expect(said?.text).toMatch(/^Payment term: GLAccount=1300 .* finyear=2024 .* Not found!$/);
	});

	test('one item for two lines', async () => {
		const set = await setOf('sales', [await invoice('sales'), await payment('sales', 200)]);
		const [sold, paid] = set.lines;
		if (!sold || !paid) throw new Error('Two lines were expected');
		expect(await xml.match({ ...set, lines: [sold, sold, paid] })).toMatchObject([{ type: '0' }]);
	});

	test('a single item can be written off, but not left open', async () => {
		const sold = await invoice('sales', 0.03);
		const [left] = await xml.match(await setOf('sales', [sold], '<WriteOff type="0"/>'));
		expect(left?.text).toBe('There is nothing to match these amounts with.');
		const [said] = await xml.match(await setOf('sales', [sold], writeOffXml(3, '9110')));
		expect(said?.type).toBe('2');
		expect(await shown('sales', sold)).toEqual([[50, -0.03]]);
	});
});

describe('account and relation', () => {
	// The schema: ledger account of type 20 or 22, then the relation is mandatory; else its Matching is on.
	test.each([
		[{ glAccount: '9999' }, 'Invalid reference: G/L account'],
		[{ glAccount: '1700' }, 'Not allowed: G/L account'],
		[{ account: undefined }, 'Mandatory: Account'],
		[{ account: '99999999' }, 'Invalid reference: Account'],
		[{ glAccount: '1301' }, 'GLAccount=1301'],
		[{ glAccount: '1600' }, 'GLAccount=1600'],
	])('%j: %s', async (more, text) => {
		const set = await setOf('sales', [await invoice('sales'), await payment('sales')]);
		const [said] = await xml.match({ ...set, ...more });
		expect(said?.type).toBe('0');
		expect(said?.text).toContain(text);
	});

	test('an account that is set up for matching keeps no open items here', async () => {
		const at = `financial/GLAccounts(guid'${String(books.gl('1700'))}')`;
		expect((await books.api.put(at, { Matching: true })).status).toBe(204);
		const set = await setOf('sales', [await invoice('sales'), await payment('sales')]);
		const said = await xml.match({ ...set, glAccount: '1700', account: undefined });
		expect(said[0]?.text).toContain('GLAccount=1700 Account= finyear=2026');
	});

	// Codes are unpadded in XML, padded in OData.
	test('a padded code is another one', async () => {
		const set = await setOf('sales', [await invoice('sales'), await payment('sales')]);
		const said = await xml.match({ ...set, account: code.sales.padStart(18) });
		expect(said[0]?.text).toBe('Invalid reference: Account');
	});
});
