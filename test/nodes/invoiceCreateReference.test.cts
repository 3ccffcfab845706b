import {
	cost,
	expectBalanced,
	posted,
	purchase,
	revenue,
	runAll,
	sale,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const long = (length: number, end = '') =>
	'Facture 2026/03 – Société Générale '.repeat(40).slice(0, length - end.length) + end;

const odd: ReadonlyArray<[string, string]> = [
	['quotes', "F-1' or YourRef ne '"],
	['double quotes and backslashes', 'F"1\\2\\'],
	['characters of addresses', 'F&1=2?x#y%41+z/ü;:@'],
	['other scripts', 'Ф-2026-Ж 請求書 №7'],
	['characters of two halves', 'F-🧾-2026'],
	['brackets of filters', "datetime'2026-01-01' (1)"],
	['only digits', '000123'],
	['blanks inside', 'F  1   2'],
];

describe.each(['strict', 'lenient'] as const)('References, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(odd)('with %s find their invoice, and no other', async (_, reference) => {
		await bench.run(purchase('F-1'));
		const [first] = (await bench.run(purchase(reference))).json;
		expect(first).toMatchObject({ alreadyBooked: false, reference });
		expect(first).not.toHaveProperty('_warnings');
		const [again] = (await bench.run(purchase(reference))).json;
		expect(again).toEqual({ ...first, alreadyBooked: true });
		expect((await posted(bench)).map(({ YourRef }) => YourRef)).toEqual(['F-1', reference]);
	});

	it.each(odd)('of a booking with %s do the same', async (_, bookingReference) => {
		const parameters = sale('', [revenue()], { additionalFields: { bookingReference } });
		const { json } = await runAll(bench, [parameters, parameters]);
		const [again] = (await bench.run(parameters)).json;
		expect([json[1], again]).toEqual(
			[1, 2].map(() => ({ ...json[0], alreadyBooked: true, bookingReference })),
		);
		expect(await posted(bench)).toHaveLength(1);
	});

	it('of a blank are none', async () => {
		const { json } = await runAll(bench, [purchase('  '), purchase('\t\n')]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false]);
		expect((await posted(bench))[0]).not.toHaveProperty('YourRef');
	});
});

describe.each([30, 50])('References in a company that cuts them at %i characters', (cut) => {
	beforeEach(async () => {
		await bench.reset();
		await bench.sandbox.settings({ yourRefLength: cut });
	});

	it.each([29, 30, 31, 35, 49, 50, 51, 60, 1000])(
		'of %i characters never book twice',
		async (length) => {
			const reference = long(length, 'A');
			const { json } = await runAll(bench, [purchase(reference), purchase(reference)]);
			const [first, twin] = json;
			expect(twin).toMatchObject({ id: first?.id, alreadyBooked: true });
			const kept = `Exact Online kept "${reference.slice(0, cut).trim()}" of the reference "${reference}"`;
			expect(first?._warnings).toEqual(length > cut ? [kept] : undefined);
			const [again] = (await bench.run(purchase(reference))).json;
			expect(again).toEqual({ ...first, alreadyBooked: true });
			expect(await posted(bench)).toHaveLength(1);
		},
	);

	it('that are cut through a character never book twice, or say that they would', async () => {
		const reference = `${long(cut - 1)}🧾`;
		const [first] = (await bench.run(purchase(reference))).json;
		expect(first?._warnings).toContain(
			'It can not be found by its key: running this again would book it again',
		);
		const before = `${long(cut - 2)}🧾🧾`;
		const { json } = await runAll(bench, [purchase(before), purchase(before)]);
		expect((await bench.run(purchase(before))).json[0]).toMatchObject({ id: json[1]?.id });
		expect(await posted(bench)).toHaveLength(2);
	});

	it('that differ only behind the cut are told apart by their totals', async () => {
		const both = [
			purchase(long(60, 'A')),
			purchase(long(60, 'B'), [cost(200)]),
			purchase(long(60, 'C'), [cost(300)]),
		];
		const { json } = await runAll(bench, both);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false, false]);
		const again = await runAll(bench, both);
		expect(again.json.map(({ id, alreadyBooked }) => [id, alreadyBooked])).toEqual(
			json.map(({ id }) => [id, true]),
		);
		const error = await bench.fail(purchase(long(60, 'D'), [cost(400)]));
		expect(error.context.code).toBe('CONFLICT');
		expect(await posted(bench)).toHaveLength(3);
	});
});
