import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { accrual, booksOf, credit, debit, general, ledgerOf } from '../harness/generalEntries.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, posted, runAll, SUPPLIER, type Line } from '../harness/invoices.cjs';
import { bench, keepBalanced } from './refusals.cjs';

keepBalanced();

const profiles = ['strict', 'lenient'] as const;
const entry = (journal: string, lines: readonly Line[], more: INodeParameters = {}) =>
	general(lines, { journal: by('code', journal), date: '2026-04-10', ...more }, 'journalEntry');
const additional = (additionalFields: INodeParameters) => ({ additionalFields });
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const get = async (id: unknown) =>
	await one(inDivision('journalEntry', 'get', { getBy: 'id', entry: String(id) }));

const client = { client: CLIENT };
const supplier = { supplier: SUPPLIER };
const vat = { vatCode: '4' };

type Route = [
	what: string,
	journal: string,
	path: string,
	lines: readonly Line[],
	books: ReadonlyArray<readonly [string, number]>,
];

const routes: readonly Route[] = [
	[
		'a general journal',
		'90',
		'generaljournalentry/GeneralJournalEntries',
		accrual,
		[
			['4100', 100_00],
			['1700', -100_00],
		],
	],
	[
		'a sales journal',
		'70',
		'salesentry/SalesEntries',
		[debit(121, '1300', client), credit(100, '8000', vat)],
		[
			['8000', -100_00],
			['1500', -21_00],
		],
	],
	[
		'a sales journal for credit notes, the client in credit',
		'71',
		'salesentry/SalesEntries',
		[debit(100, '8000', vat), credit(121, '1300', client)],
		[
			['8000', 100_00],
			['1500', 21_00],
		],
	],
	[
		'a sales journal with a discount on the other side',
		'70',
		'salesentry/SalesEntries',
		[debit(108.9, '1300', client), credit(100, '8000', vat), debit(10, '8010', vat)],
		[
			['8000', -100_00],
			['8010', 10_00],
			['1500', -18_90],
		],
	],
	[
		'a purchase journal',
		'60',
		'purchaseentry/PurchaseEntries',
		[debit(100, '4100', vat), debit(9, '4200', { vatCode: '0' }), credit(130, '1600', supplier)],
		[
			['4100', 100_00],
			['4200', 9_00],
			['1510', 21_00],
		],
	],
	[
		'a purchase journal for credit notes, the supplier in debit',
		'61',
		'purchaseentry/PurchaseEntries',
		[credit(100, '4100', vat), debit(121, '1600', supplier)],
		[
			['4100', -100_00],
			['1510', -21_00],
		],
	],
	[
		'a bank journal',
		'20',
		'financialtransaction/BankEntries',
		[debit(80, '1100'), debit(20, '9200'), credit(100, '1300', client)],
		[
			['9200', 20_00],
			['1300', -100_00],
		],
	],
	[
		'a cash journal',
		'10',
		'financialtransaction/CashEntries',
		[credit(12.1, '1000'), debit(10, '4100', vat)],
		[
			['4100', 10_00],
			['1510', 2_10],
		],
	],
];

describe.each(profiles)('Journal Entry: Create, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(routes)(
		'books in %s what belongs there, once',
		async (_, journal, path, lines, books) => {
			const parameters = entry(journal, lines, additional({ bookingReference: 'J-1' }));
			const booked = await one(parameters);
			expect(booked).toMatchObject({ alreadyBooked: false, journal, date: '2026-04-10' });
			const posts = (await bench.calls()).filter((call) => call.startsWith('POST'));
			expect(new Set(posts)).toEqual(new Set([`POST ${path} 201`]));
			const ledger = new Map(await booksOf(bench, booked.id));
			expect([...ledger].sort()).toEqual([...books].sort());
			const { alreadyBooked, _warnings, ...shown } = booked;
			expect(alreadyBooked).toBe(false);
			expect(shown).toEqual(await get(booked.id));
			await bench.sandbox.clearLog();
			expect(await one(parameters)).toMatchObject({ id: booked.id, alreadyBooked: true });
			expect(await posted(bench)).toEqual([]);
			// An Exact of the strict kind turns the sign of credit notes, and the node finds that out.
			for (const warning of (_warnings ?? []) as string[]) {
				expect(warning).toMatch(/^Journal [67]1 takes credit notes with positive amounts/);
			}
		},
	);

	it('takes entries of all journals in one run, each in its place', async () => {
		const all = routes.map(([, journal, , lines], n) =>
			entry(journal, lines, additional({ bookingReference: `J-${n}` })),
		);
		const { json } = await runAll(bench, all);
		expect(json.map((item) => [item.journal, item.alreadyBooked])).toEqual(
			routes.map(([, journal]) => [journal, false]),
		);
	});

	it('gives an invoice its due date and reference; other entries say that they were left out', async () => {
		const more = additional({ dueDate: '2026-05-31', reference: 'F-9' });
		const lines = [debit(100, '4100', vat), credit(121, '1600', supplier)];
		const invoice = await one(entry('60', lines, more));
		expect(invoice).toMatchObject({ dueDate: '2026-05-31', reference: 'F-9' });
		expect(invoice).not.toHaveProperty('_warnings');
		expect(await one(entry('60', lines, more))).toMatchObject({ alreadyBooked: true });
		const other = await one(entry('90', accrual, more));
		expect(other._warnings).toEqual([
			"'Due Date' was left out: only sales and purchase entries have one",
			"'Your Reference' was left out: only sales and purchase entries have one",
		]);
	});

	it("books an employee's line on the relation of the employee, in general and bank journals", async () => {
		const employees = await bench.sandbox.records(NL, 'Employees');
		const linked = employees.find(({ Customer }) => Customer !== undefined && Customer !== null);
		const employee = { employee: linked?.ID };
		for (const [journal, own] of [
			['90', '1150'],
			['20', '1100'],
		] as const) {
			const lines = [debit(30, '1710', employee), credit(30, own)];
			const booked = await one(entry(journal, lines));
			const [row] = await ledgerOf(bench, booked.id);
			expect(row).toMatchObject({ Account: linked?.Customer, AmountFC: 30 });
		}
		const alone = employees.find(({ Customer }) => Customer === undefined || Customer === null);
		const error = await bench.fail(
			entry('90', [debit(30, '1710', { employee: alone?.ID }), credit(30)]),
		);
		expect(error.context.code).toBe('EMPLOYEE_ACCOUNT');
		expect(error.message).toMatch(/^'Line 1 > Employee' is .* who is linked to no relation$/);
	});

	it('books 40 entries of three kinds with 40 calls, 3 to look and 3 to compare', async () => {
		const all = routes
			.filter(([, journal]) => ['70', '60', '90'].includes(journal))
			.flatMap(([, journal, , lines], kind) =>
				[...Array(10).keys()].map((n) =>
					entry(journal, lines, additional({ bookingReference: `J-${kind}-${n}` })),
				),
			);
		const { json } = await runAll(bench, all);
		expect(json.every(({ alreadyBooked }) => alreadyBooked === false)).toBe(true);
		const counts: Record<string, number> = {};
		for (const call of await bench.calls()) counts[call] = (counts[call] ?? 0) + 1;
		expect(counts).toEqual({
			'GET current/Me 200': 1,
			'GET bulk/Financial/GLAccounts 200': 1,
			'GET bulk/CRM/Accounts 200': 2,
			'GET vat/VATCodes 200': 1,
			'GET financial/Journals 200': 1,
			'GET general/Currencies 200': 1,
			'GET financial/FinancialPeriods 200': 1,
			'GET read/financial/JournalStatusList 200': 1,
			'GET generaljournalentry/GeneralJournalEntryLines 200': 1,
			'GET salesentry/SalesEntries 200': 1,
			'GET purchaseentry/PurchaseEntries 200': 1,
			'POST generaljournalentry/GeneralJournalEntries 201': 10,
			'POST salesentry/SalesEntries 201': 20,
			'POST purchaseentry/PurchaseEntries 201': 10,
			// General entries, invoices as they were asked for, invoices as they are shown.
			'GET bulk/Financial/TransactionLines 200': 3,
		});
	});

	it('previews the entry that the journal takes', async () => {
		const preview = { options: { preview: true } };
		const lines = [debit(121, '1300', client), credit(100, '8000', vat)];
		expect(await one(entry('70', lines, preview))).toMatchObject({
			preview: true,
			what: 'sales invoice',
			total: 121,
			path: 'salesentry/SalesEntries',
		});
		expect(await posted(bench)).toEqual([]);
	});

	it('keeps two lines with VAT codes of one account apart, and shares', async () => {
		const distribution = [
			{ plan: 'costCenter', account: 'VERK', percentage: 50 },
			{ plan: 'costCenter', account: 'WERKPL', percentage: 50 },
		];
		const lines = [
			debit(0.01, '4100', { vatCode: '0' }),
			debit(10.01, '4100', { ...vat, distribution }),
			credit(12.12, '1600', supplier),
		];
		const booked = await one(entry('60', lines));
		const cost = (booked.lines as IDataObject[]).filter((line) => line.ledgerAccount === '4100');
		expect(cost.map((line) => [line.costCenter, line.debit])).toEqual([
			[null, 0.01],
			['VERK', 5.01],
			['WERKPL', 5],
		]);
	});
});

describe.each(profiles)('VAT in a general journal, %s sandbox', (profile) => {
	beforeEach(async () => {
		await bench.reset(profile);
		const journals = await bench.sandbox.records(NL, 'Journals');
		const row = journals.find(({ Code }) => Code === '90');
		await bench.sandbox.insert(NL, 'Journals', [{ ...row, AllowVAT: true }]);
	});

	it.each<[string, readonly Line[], ReadonlyArray<readonly [string, number]>]>([
		[
			'a cost with VAT on top',
			[debit(100, '4100', vat), credit(121)],
			[
				['4100', 100_00],
				['1700', -121_00],
				['1510', 21_00],
			],
		],
		[
			'a revenue with VAT on top',
			[credit(100, '8000', vat), debit(121, '1150')],
			[
				['8000', -100_00],
				['1150', 121_00],
				['1500', -21_00],
			],
		],
		[
			'a cost that includes VAT',
			[debit(121, '4100', { vatCode: '2' }), credit(121)],
			[
				['4100', 100_00],
				['1700', -121_00],
				['1510', 21_00],
			],
		],
		[
			'a reverse charge',
			[debit(100, '4100', { vatCode: '6' }), credit(100)],
			[
				['4100', 100_00],
				['1700', -100_00],
				['1510', 21_00],
				['1500', -21_00],
			],
		],
		[
			'VAT that was given',
			[debit(100, '4100', { ...vat, vatAmount: 20.5 }), credit(120.5)],
			[
				['4100', 100_00],
				['1700', -120_50],
				['1510', 20_50],
			],
		],
	])('books %s', async (_, lines, books) => {
		const parameters = entry('90', lines, additional({ bookingReference: 'V-1' }));
		const booked = await one(parameters);
		expect(booked).not.toHaveProperty('_warnings');
		expect(await booksOf(bench, booked.id)).toEqual(books);
		expect(await one(parameters)).toMatchObject({ id: booked.id, alreadyBooked: true });
	});
});
