import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { NL } from '../harness/inputs.cjs';
import { expectBalanced, OTHER_CLIENT, SUPPLIER } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import { change } from './ledgerBooks.cjs';
import { areMatched, bank, invoice, multiple, ofClient, pairs, uploads } from './matchingBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());
let undo = () => {};
afterEach(async () => {
	undo();
	undo = () => {};
	await expectBalanced(bench);
});

const stop = { stopOnFirstError: true };

describe.each(['strict', 'lenient'] as const)('Match Multiple, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	test('each matching has its own outcome, in their order', async () => {
		const [a, b, c] = await pairs(bench, 3);
		const bought = [
			await invoice(bench, 'supplier', 50),
			await bank(bench, [{ side: 'supplier', amount: 48 }]),
		];
		const { json, items } = await bench.run(
			multiple([
				ofClient(a ?? []),
				ofClient([...(b ?? []), ...(c ?? []).slice(1)]),
				ofClient(c ?? [], { client: OTHER_CLIENT }),
				{ supplier: SUPPLIER, entries: bought, difference: 'leaveOpen' },
				{ supplier: SUPPLIER, client: OTHER_CLIENT, entries: bought },
				{ entries: bought },
				ofClient((c ?? []).join(',').split(',')),
			]),
		);
		const short = ({ matching, matched, code }: (typeof json)[0]) => [matching, matched, code];
		expect(json.map(short)).toEqual([
			[1, true, undefined],
			[2, false, 'MATCH_BALANCE'],
			[3, false, 'MATCH_LINE'],
			[4, true, undefined],
			[5, false, 'PARAM_PAIR'],
			[6, false, 'PARAM_REQUIRED'],
			[7, true, undefined],
		]);
		expect(items.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
		expect(json[1]).toEqual({
			division: NL,
			matching: 2,
			matched: false,
			matchingNumber: null,
			code: 'MATCH_BALANCE',
			error: expect.stringMatching(/^'Matching 2 > Entries' adds up to -0\.75/),
			description: expect.stringContaining('Nothing was sent'),
		});
		expect(await uploads(bench)).toHaveLength(1);
	});

	test('120 matchings are three uploads, a second apart', async () => {
		const all = await pairs(bench, 120);
		await bench.sandbox.clearLog();
		const { json } = await bench.run(multiple(all.map((entries) => ofClient(entries))));
		expect(json.map(({ matched }) => matched)).toEqual(all.map(() => true));
		expect(await areMatched(bench, all)).toEqual(all.map(() => true));
		const sent = await uploads(bench);
		expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
		const apart = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
		for (const ms of apart) expect(ms).toBeGreaterThanOrEqual(1000);
		const calls = (await bench.calls()).map((call) => call.replace(/ \d+$/, ''));
		const count = (name: string) => calls.filter((call) => call.includes(name)).length;
		// 240 lines by 40 a call: as entries, as terms, as lines; their terms before, and after each of 50, 50 and 20.
		expect([count('TransactionLines'), count('Receivables'), calls.length]).toEqual([12, 19, 36]);
	});

	test('the same list again sends nothing', async () => {
		const all = await pairs(bench, 5);
		const rows = all.map((entries) => ofClient(entries));
		const [first, again] = [await bench.run(multiple(rows)), await bench.run(multiple(rows))];
		expect(again.json).toEqual(
			first.json.map(
				({ matching, matchingNumber }) =>
					expect.objectContaining({ matching, matchingNumber, alreadyMatched: true }) as unknown,
			),
		);
		expect(await uploads(bench)).toHaveLength(1);
	});
});

describe('Match Multiple', () => {
	beforeEach(async () => await bench.reset());

	test('of nothing is nothing', async () => {
		expect((await bench.run(multiple([]))).json).toEqual([]);
	});

	test.each([
		['no list', '{"a": 1}', 'PARAM_FORMAT'],
		['no JSON', '[{', 'PARAM_FORMAT'],
		['a name that is none', '[{"klant": "1022"}]', 'PARAM_FORMAT'],
		['an entry that is no ID', '[{"client": "1022", "entries": ["26700001"]}]', 'ID_FORMAT'],
		['a difference that is none', '[{"client": "1022", "difference": "no"}]', 'PARAM_FORMAT'],
	])('refuses %s as a whole', async (_, matchings, code) => {
		const refused = await bench.fail({ ...multiple([]), matchings });
		expect(refused.context.code).toBe(code);
	});

	test('can stop before anything is sent', async () => {
		const all = await pairs(bench, 3);
		const rows = all.map((entries) => ofClient(entries));
		const refused = await bench.fail(multiple([...rows, ofClient([])], stop));
		expect(refused).toMatchObject({
			message: expect.stringMatching(/^Matching 4: 'Matching 4 > Entries' is empty/),
			context: { code: 'PARAM_REQUIRED', details: { matching: 4, matched: [] } },
		});
		expect(await uploads(bench)).toEqual([]);
	});

	test('can stop after the upload in which Exact has refused one', async () => {
		const all = await pairs(bench, 60);
		undo = beforeEachCall(async (url) => {
			if (!url.includes('XMLUpload')) return;
			undo();
			const terms = await bench.sandbox.records(NL, 'Receivables');
			const paid = terms.filter((term) => term.TransactionID === all[7]?.[0]);
			await change(bench.sandbox, 'Receivables', paid, () => ({ AmountDC: -1, AmountFC: -1 }));
		});
		const rows = all.map((entries) => ofClient(entries));
		const refused = await bench.fail(multiple(rows, stop));
		const numbers = Array.from({ length: 50 }, (_, at) => at + 1).filter((one) => one !== 8);
		expect(refused).toMatchObject({
			message: expect.stringMatching(
				/^Matching 8: Exact Online has not matched this: .*Not found!$/,
			),
			context: { code: 'PARTIAL', details: { matching: 8, matched: numbers } },
		});
		expect(await uploads(bench)).toHaveLength(1);
		expect((await areMatched(bench, all)).filter(Boolean)).toHaveLength(49);
	});
});
