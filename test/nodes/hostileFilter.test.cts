import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Bench } from '../harness/n8n.cjs';
import { inDivision, NL } from '../harness/inputs.cjs';
import { hostileText } from '../unit/hostileText.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	// Thousands of searches: the limits are not what is tested here.
	await bench.sandbox.settings({ minuteLimit: 1_000_000, dayLimit: 1_000_000 });
});

/** Searches of so many strings in all; several share one execution, as items. */
const STRINGS = 1000;
const BATCH = 250;

/** Short enough for Exact's longest address, in which a search stands six times. */
const hostile = hostileText.map((text) => text.slice(0, 60));

/** The same strings in every run; HOSTILE_SEED tries others, and a run that fails names the seed. */
function strings(of: fc.Arbitrary<string>): { seed: number; texts: string[] } {
	const seed = Number(process.env.HOSTILE_SEED ?? 20_261_122);
	return { seed, texts: fc.sample(of, { numRuns: STRINGS, seed }) };
}

/** The names that a search for each of the texts finds. */
async function found(texts: readonly string[]): Promise<string[][]> {
	const names = texts.map((): string[] => []);
	const parameters: INodeParameters = inDivision('client', 'getAll', {
		returnAll: true,
		filters: { search: '={{ $json.text }}' },
		output: 'selected',
		fieldsToReturn: ['name'],
	});
	for (let from = 0; from < texts.length; from += BATCH) {
		const items = texts.slice(from, from + BATCH).map((text) => ({ text }));
		const { items: output } = await bench.run(parameters, { items });
		for (const { json, pairedItem } of output) {
			const { item } = pairedItem as { item: number };
			names[from + item]?.push(String(json.name));
		}
	}
	return names;
}

/** No call was refused: a refused filter counts as a mistake, and ten of them close the endpoint. */
async function expectNoRefusal(calls: number): Promise<void> {
	const log = await bench.sandbox.log();
	expect(log.filter(({ status }) => status !== 200)).toEqual([]);
	expect(log.length).toBeGreaterThanOrEqual(calls);
}

test('a client is found by its name, whatever that is, and no other client with it', async () => {
	// What is found must not be found by chance: a number in the middle tells the names apart.
	const whole = hostile.map((text) => text.replace(/\p{Surrogate}/gu, ''));
	const { seed, texts } = strings(fc.tuple(whole, whole).map((two) => two.join('⟨⟩')));
	const names = texts.map((text, at) => text.replace('⟨⟩', `⟨${at}⟩`).trim());
	const rows = names.map((Name) => ({ Name, Status: 'C' }));
	await bench.sandbox.insert(NL, 'Accounts', rows);

	const trimmed = (await found(names)).map((list) => list.map((name) => name.trim()));
	expect({ seed, found: trimmed }).toEqual({ seed, found: names.map((name) => [name]) });
	await expectNoRefusal(STRINGS);
}, 60_000);

test('a search finds what contains it, never everything, and never ends in a refusal', async () => {
	const { seed, texts } = strings(hostile.filter((text) => text.trim() !== ''));
	const accounts = await bench.sandbox.records(NL, 'Accounts');
	const clients = accounts.filter(({ Status }) => Status === 'C');
	const searched = ['Name', 'Code', 'Email', 'SearchCode', 'VATNumber', 'ChamberOfCommerce'];
	const contains = (row: IDataObject, text: string): boolean =>
		searched.some((column) =>
			String(row[column] ?? '')
				.toLowerCase()
				.includes(text),
		);

	const names = await found(texts);
	const expected = texts.map((text) => {
		const sought = text
			.trim()
			.replace(/\p{Surrogate}/gu, '\ufffd')
			.toLowerCase();
		return clients
			.filter((row) => contains(row as IDataObject, sought))
			.map(({ Name }) => String(Name));
	});
	const sorted = (lists: string[][]) => lists.map((list, at) => [texts[at], ...list.sort()]);
	expect({ seed, found: sorted(names) }).toEqual({ seed, found: sorted(expected) });
	await expectNoRefusal(STRINGS);
}, 60_000);

test('the list in the editor finds what contains it as well', async () => {
	const { texts } = strings(hostile.filter((text) => text.trim() !== ''));
	const parameters = inDivision('client', 'get');
	const everything = (await bench.search('searchClients', parameters)).results.length;
	for (const text of texts.slice(0, 60)) {
		const { results } = await bench.search('searchClients', parameters, `${text}⟨⟩`);
		expect([text, results.length]).toEqual([text, 0]);
	}
	expect(everything).toBeGreaterThan(10);
	await expectNoRefusal(60);
}, 60_000);
