import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	accrual,
	booksOf,
	credit,
	debit,
	general,
	generalWith,
	ledgerOf,
} from '../harness/generalEntries.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, posted, SUPPLIER, type Line } from '../harness/invoices.cjs';
import type { Fault, Row } from '../harness/sandbox.cjs';
import { binary } from './attaching.cjs';
import { bench, keepBalanced } from './refusals.cjs';

keepBalanced();

const profiles = ['strict', 'lenient'] as const;
const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const linesOf = ({ lines }: IDataObject) => lines as IDataObject[];
const operation = (name: string, more: INodeParameters) =>
	inDivision('miscellaneousOperation', name, more);
const byId = (id: unknown): INodeParameters => ({ getBy: 'id', entry: String(id) });
const bodyOfPost = async () => (await posted(bench))[0] as Row & { [lines: string]: Row[] };

describe.each(profiles)('Miscellaneous Operation: Create, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, readonly Line[], ReadonlyArray<[string, number]>]>([
		[
			'costs and a debt',
			accrual,
			[
				['4100', 100_00],
				['1700', -100_00],
			],
		],
		[
			'a receivable',
			[debit(0.1, '1300', { client: CLIENT }), credit(0.1, '8000')],
			[
				['1300', 10],
				['8000', -10],
			],
		],
		[
			'a receivable that is settled',
			[credit(0.3, '1300', { client: CLIENT }), debit(0.1, '9200'), debit(0.2, '1150')],
			[
				['1300', -30],
				['9200', 10],
				['1150', 20],
			],
		],
		[
			'a payable',
			[credit(1999.99, '1600', { supplier: SUPPLIER }), debit(1999.99, '4000')],
			[
				['1600', -1999_99],
				['4000', 1999_99],
			],
		],
		[
			'a payable that is settled',
			[debit(70.05, '1600', { supplier: SUPPLIER }), credit(70.05, '1100')],
			[
				['1600', 70_05],
				['1100', -70_05],
			],
		],
		[
			'a cost with a relation for analysis',
			[debit(5, '4300', { client: CLIENT }), credit(5, '1700')],
			[
				['4300', 500],
				['1700', -500],
			],
		],
	])('books %s with debit and credit as entered', async (_, lines, expected) => {
		const entry = await one(general(lines));
		expect(entry).toMatchObject({
			alreadyBooked: false,
			type: 'other',
			journal: '90',
			date: '2026-03-10',
			status: 'open',
			isBalanced: true,
		});
		expect(entry).not.toHaveProperty('_warnings');
		expect(await booksOf(bench, entry.id)).toEqual(expected);
		const sides = linesOf(entry).map(({ debit: left, credit: right }) => [left, right]);
		expect(sides).toEqual(lines.map((line) => [line.debit ?? 0, line.credit ?? 0]));
	});

	it('returns what Get returns, in every form of output', async () => {
		const forms: INodeParameters[] = [
			{},
			{ output: 'raw' },
			{ output: 'selected', fieldsToReturn: ['number', 'debit'] },
		];
		for (const form of forms) {
			const parameters = { ...generalWith({ bookingReference: 'G-1' }), ...form };
			const { alreadyBooked, ...entry } = await one(parameters);
			const got = await one(operation('get', { ...byId(entry.id ?? entry.EntryID), ...form }));
			expect(entry).toEqual(got);
			expect(alreadyBooked).toBe(form !== forms[0]);
		}
	});

	it('takes lines of the form as well', async () => {
		const row = [
			{
				ledgerAccount: by('code', '4100'),
				debit: 12.5,
				credit: 0,
				more: { costCenter: by('code', 'VERK') },
			},
			{ ledgerAccount: by('code', '1700'), debit: 0, credit: 12.5, more: {} },
		];
		const entry = await one({ ...general(), specifyLines: 'fields', lines: { row } });
		expect(await booksOf(bench, entry.id)).toEqual([
			['4100', 1250],
			['1700', -1250],
		]);
		expect((await ledgerOf(bench, entry.id))[0]).toMatchObject({ CostCenter: 'VERK' });
	});

	it('spreads a line over two plans, to the cent', async () => {
		const distribution = [
			{ plan: 'costCenter', account: 'VERK', percentage: 33.33 },
			{ plan: 'costCenter', account: 'WERKPL', percentage: 66.67 },
			{ plan: 'costUnit', account: 'FIETS', percentage: 50 },
			{ plan: 'costUnit', account: 'EBIKE', percentage: 50 },
		];
		const entry = await one(general([debit(100.01, '4100', { distribution }), credit(100.01)]));
		const rows = await ledgerOf(bench, entry.id);
		expect(rows.map((row) => [row.CostCenter, row.CostUnit, row.AmountFC])).toEqual([
			['VERK', 'FIETS', 16.67],
			['VERK', 'EBIKE', 16.66],
			['WERKPL', 'FIETS', 33.34],
			['WERKPL', 'EBIKE', 33.34],
			[undefined, undefined, -100.01],
		]);
		expect(entry).not.toHaveProperty('_warnings');
	});

	it.each<[string, INodeParameters, number, number]>([
		["with Exact's rate", {}, 0.9, 90],
		['with a rate', { exchangeRate: 0.8 }, 0.8, 80],
	])('books dollars %s', async (_, more, rate, home) => {
		const entry = await one(generalWith({ currency: by('code', 'USD'), ...more }));
		expect(entry).toMatchObject({ currency: 'USD', exchangeRate: rate, debit: home, credit: home });
		expect(await booksOf(bench, entry.id)).toEqual([
			['4100', 100_00],
			['1700', -100_00],
		]);
		expect(entry).not.toHaveProperty('_warnings');
	});

	it('books yen without decimals', async () => {
		const lines = [debit(1500), credit(1500)];
		const entry = await one(generalWith({ currency: by('code', 'JPY') }, lines));
		expect((await ledgerOf(bench, entry.id)).map(({ AmountFC }) => AmountFC)).toEqual([
			1500, -1500,
		]);
	});

	it('marks a reversal, and books it as it was entered', async () => {
		const entry = await one(generalWith({ reversal: true, bookingReference: 'S-1' }));
		expect(await bodyOfPost()).toMatchObject({ Reversal: true });
		expect(await booksOf(bench, entry.id)).toEqual([
			['4100', 100_00],
			['1700', -100_00],
		]);
		expect(entry).not.toHaveProperty('_warnings');
	});

	it('sends date, period, texts and its key where Exact has a place for them', async () => {
		const lines = [debit(1, '4100', { description: 'Rent' }), credit(1)];
		const more = { bookingReference: 'K-1', period: '02/2026' };
		const entry = await one(generalWith(more, lines));
		expect(entry).toMatchObject({ date: '2026-03-10', year: 2026, period: 2, description: 'Rent' });
		const { GeneralJournalEntryLines: sent, ...header } = await bodyOfPost();
		expect(header).toEqual({
			JournalCode: '90',
			Currency: 'EUR',
			FinancialYear: 2026,
			FinancialPeriod: 2,
		});
		expect(sent).toEqual([
			expect.objectContaining({
				AmountFC: 1,
				Date: '2026-03-10',
				Description: 'Rent',
				Notes: 'K-1',
			}),
			expect.objectContaining({ AmountFC: -1, Date: '2026-03-10' }),
		]);
		expect(sent?.[1]).not.toHaveProperty('Notes');
	});

	it('only shows what would be sent, without sending it, with Preview', async () => {
		const preview = { options: { preview: true } };
		const shown = await one({ ...generalWith({ bookingReference: 'P-1' }), ...preview });
		expect(shown).toMatchObject({
			preview: true,
			what: 'general journal entry',
			total: 100,
			path: 'generaljournalentry/GeneralJournalEntries',
		});
		expect((await bench.calls()).filter((call) => !call.startsWith('GET'))).toEqual([]);
		expect((await bench.calls()).filter((call) => call.includes('JournalEntr'))).toEqual([]);
		await one(generalWith({ bookingReference: 'P-1' }));
		expect(await bodyOfPost()).toEqual(shown.body);
	});

	it('attaches a file, once', async () => {
		const parameters = generalWith({ bookingReference: 'F-1', file: 'data' });
		const files = [binary({})];
		const [first] = (await bench.run(parameters, { files })).json;
		expect(first).toMatchObject({ attachment: { alreadyAttached: false } });
		const [again] = (await bench.run(parameters, { files })).json;
		expect(again).toMatchObject({ alreadyBooked: true, attachment: { alreadyAttached: true } });
		const documents = await bench.sandbox.records(NL, 'Documents');
		const mine = documents.filter((row) => row.FinancialTransactionEntryID === first?.id);
		expect(mine).toEqual([expect.objectContaining({ Type: 55 })]);
	});

	it('says that it is booked when the file fails; a rerun attaches it', async () => {
		await bench.sandbox.faults([
			{
				match: { method: 'POST', path: 'DocumentAttachments$' },
				fault: { kind: 'status', status: 500 },
			},
		]);
		const parameters = generalWith({ bookingReference: 'F-2', file: 'data' });
		const files = [binary({})];
		const error = await bench.fail(parameters, { files });
		expect(error.context.code).toBe('PARTIAL');
		expect(error.message).toMatch(
			/^The general journal entry is booked \(entry \d+ in journal 90\)/,
		);
		const [again] = (await bench.run(parameters, { files })).json;
		expect(again).toMatchObject({ alreadyBooked: true, attachment: { alreadyAttached: false } });
	});

	it('leaves what is right booked when another item is wrong, with Continue', async () => {
		const items = [100, 99].map((amount) => ({ amount }));
		const lines = `={{ JSON.stringify([{"ledgerAccount": "4100", "debit": 100}, {"ledgerAccount": "1700", "credit": $json.amount}]) }}`;
		const parameters = { ...general(), linesJson: lines };
		const { json } = await bench.run(parameters, { items, continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual([undefined, 'BALANCE']);
		await bench.sandbox.clearLog();
		await bench.fail(parameters, { items });
		expect(await posted(bench)).toEqual([]);
	});

	it.each<[string, Fault, boolean]>([
		['carried out', { kind: 'reset', when: 'after' }, true],
		['not carried out', { kind: 'reset', when: 'before' }, false],
	])('settles a deletion whose answer got lost: %s', async (_, fault, isDone) => {
		const { id } = await one(general());
		const path = 'generaljournalentry/GeneralJournalEntries';
		await bench.sandbox.faults([{ match: { method: 'DELETE', path }, fault }]);
		const { json } = await bench.run(operation('delete', byId(id)), { continueOnFail: true });
		const expected = isDone ? { id, deleted: true } : { code: 'UNKNOWN_OUTCOME' };
		expect(json).toEqual([expect.objectContaining(expected)]);
		const sent = (await bench.sandbox.log()).filter(({ method }) => method === 'DELETE');
		expect(sent).toHaveLength(1);
		expect((await ledgerOf(bench, id)).length).toBe(isDone ? 0 : 2);
	});

	it('deletes an open entry, and refuses a processed one and one of another kind', async () => {
		const { id, number } = await one(general());
		const deleted = await one(operation('delete', byId(id)));
		expect(deleted).toEqual({ division: NL, id, number, journal: '90', deleted: true });
		expect(await ledgerOf(bench, id)).toEqual([]);
		const gone = await bench.fail(operation('delete', byId(id)));
		expect(gone.context.code).toBe('NOT_FOUND');
		const lines = await bench.sandbox.records(NL, 'TransactionLines');
		const processed = lines.find(({ Type, Status }) => Type === 90 && Status === 50);
		const refused = await bench.fail(operation('delete', byId(processed?.EntryID)));
		expect(refused.context.code).toBe('CONFLICT');
		expect(refused.message).toMatch(/^Entry \d+ in journal 90 can not be changed: it is processed/);
		const sale = lines.find(({ Type, Status }) => Type === 20 && Status === 20);
		const other = await bench.fail(operation('delete', byId(sale?.EntryID)));
		expect(other.context.code).toBe('TYPE');
		const before = await one(general());
		const key = { getBy: 'number', entryNumber: String(before.number), journal: by('code', '90') };
		const byNumber = await one(operation('delete', { ...key, year: '2026' }));
		expect(byNumber).toMatchObject({ id: before.id, deleted: true });
	});
});
