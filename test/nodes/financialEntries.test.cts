import type { IDataObject } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { endpoints, post } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const getMany = (filters = {}, options = {}) =>
	inDivision('financialEntry', 'getAll', { returnAll: true, filters, options });
const lines = 'bulk/Financial/TransactionLines';

describe.each(['strict', 'lenient'] as const)('bank and cash entries, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	test('are all that the ledger has, whole, with one look-up', async () => {
		const { json } = await bench.run(getMany());
		const ledger = await bench.sandbox.records(NL, 'TransactionLines');
		const booked = ledger.filter(({ Type }) => Type === 40);
		expect(new Set(json.map(({ id }) => id))).toEqual(
			new Set(booked.map(({ EntryID }) => EntryID)),
		);
		for (const one of json) expect(one).toMatchObject({ type: 'cashFlow', isBalanced: true });
		expect(await endpoints(bench)).toEqual(['current/Me', 'financial/Journals', lines]);
	});

	test.each(['bank', 'cash'])('can be those of a %s only', async (kind) => {
		const every = (await bench.run(getMany())).json;
		const { json } = await bench.run(getMany({ kinds: [kind] }));
		expect(json).toEqual(every.filter((one) => one.kind === kind));
		expect(json.length).toBeGreaterThan(0);
	});

	test('lead from one balance to the next', async () => {
		const { json } = await bench.run(getMany({}, { includeBalances: true }));
		for (const one of json) {
			const [own] = one.lines as IDataObject[];
			expect(own).toMatchObject({ number: 0, ledgerAccount: one.ownAccount });
			expect(Number(one.openingBalance) + Number(own?.amount)).toBeCloseTo(
				Number(one.closingBalance),
				2,
			);
		}
	});

	test('that were just booked are found by their number', async () => {
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const costs = accounts.find(({ Code }) => Code === '9200')?.ID;
		const entry = await post(bench, 'financialtransaction/CashEntries', {
			JournalCode: '10',
			OpeningBalanceFC: 100,
			ClosingBalanceFC: 94.5,
			CashEntryLines: [{ GLAccount: costs, AmountFC: -5.5, Date: '2026-03-03' }],
		});
		const [stored] = (await bench.sandbox.records(NL, 'CashEntries')).filter(
			({ EntryID }) => EntryID === entry.EntryID,
		);
		const byNumber = {
			getBy: 'number',
			entryNumber: String(stored?.EntryNumber),
			journal: by('code', '10'),
		};
		const { json } = await bench.run(inDivision('financialEntry', 'get', byNumber));
		expect(json[0]).toMatchObject({
			id: entry.EntryID,
			kind: 'cash',
			debit: 5.5,
			date: '2026-03-03',
		});
		expect((json[0]?.lines as IDataObject[]).map(({ amount }) => amount)).toEqual([-5.5, 5.5]);
	});
});

describe('general journal entries', () => {
	beforeAll(async () => await bench.reset());

	test('are all that the ledger has, with one call, and the same by ID', async () => {
		const all = inDivision('miscellaneousOperation', 'getAll', { returnAll: true });
		const { json } = await bench.run(all);
		const ledger = await bench.sandbox.records(NL, 'TransactionLines');
		const booked = ledger.filter(({ Type }) => Type === 90);
		expect(new Set(json.map(({ id }) => id))).toEqual(
			new Set(booked.map(({ EntryID }) => EntryID)),
		);
		expect((await endpoints(bench)).filter((one) => one === lines)).toHaveLength(1);
		const one = inDivision('miscellaneousOperation', 'get', { entry: String(json[0]?.id) });
		expect((await bench.run(one)).json).toEqual([json[0]]);
	});

	test.each([
		[
			'miscellaneousOperation',
			'getAll',
			{ filters: { dateFrom: '2026-02-01', dateTo: '2026-01-01' } },
			'PARAM_RANGE',
		],
		['miscellaneousOperation', 'get', { entry: '12' }, 'ID_FORMAT'],
		[
			'miscellaneousOperation',
			'get',
			{ entry: '44444444-3333-4333-8333-000000000009' },
			'NOT_FOUND',
		],
		['financialEntry', 'get', { entry: '12' }, 'ID_FORMAT'],
		['financialEntry', 'getAll', { filters: { kinds: ['card'] } }, 'PARAM_FORMAT'],
	])('%s: %s refuses %j', async (resource, operation, parameters, code) => {
		expect((await bench.fail(inDivision(resource, operation, parameters))).context.code).toBe(code);
	});
});
