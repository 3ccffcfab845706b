import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { expectBalanced, purchase, sale } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import { hostileText, readFilter, seed } from '../unit/hostileText.cjs';

let bench: Bench;
let tried = 0;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	await bench.sandbox.settings({ minuteLimit: 1_000_000, dayLimit: 1_000_000 });
});

const TEXT = '={{ $json.text }}';
const few = { limit: 2, output: 'raw' };
const locator = (mode: 'code' | 'id') => by(mode, TEXT);

/** Inputs that become part of an address, each with the same one text per item. */
const inputs: Array<[string, INodeParameters]> = [
	['a search', inDivision('client', 'getAll', { ...few, filters: { search: TEXT } })],
	['a code', inDivision('supplier', 'getAll', { ...few, filters: { code: TEXT } })],
	['a client', inDivision('client', 'get', { relation: locator('code') })],
	['a client by its ID', inDivision('client', 'get', { relation: locator('id') })],
	['a ledger account', inDivision('ledgerAccount', 'get', { ledgerAccount: locator('code') })],
	['an entry', inDivision('journalEntry', 'get', { id: TEXT })],
	[
		'a number, a year and a journal',
		inDivision('journalEntry', 'get', {
			...{ getBy: 'number', entryNumber: TEXT, journal: locator('code'), year: TEXT },
		}),
	],
	['a day', inDivision('journalEntry', 'getAll', { ...few, filters: { dateFrom: TEXT } })],
	['an update', inDivision('client', 'getAll', { ...few, filters: { updatedAfter: TEXT } })],
	['a filter', inDivision('client', 'getAll', { ...few, filters: { additionalFilter: TEXT } })],
	['a file', inDivision('attachment', 'download', { attachmentId: TEXT })],
	['files of an entry', inDivision('attachment', 'getAll', { entryId: TEXT })],
	['a path', inDivision('apiRequest', 'send', { method: 'GET', path: TEXT, limit: 2 })],
	['a division', { resource: 'client', operation: 'getAll', division: by('id', TEXT) }],
	['a reference', purchase(TEXT, undefined, { options: { preview: true } })],
];

/** Half a character has no encoding. */
const encodable = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd').trim();

/** The comparisons of a filter, each once, without brackets and values. */
const comparisons = (outside: string): string[] =>
	outside
		.split(/ (?:or|and) /)
		.map((one) => one.replace(/^\(+|\)+$/g, '').replace(/-?\d+L?$/, '0'));

const harmless = [
	'x',
	'Jansen',
	'1',
	'400',
	'2026',
	'2026-03-01',
	'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
];

/** Runs an operation for texts, and hands back what reached Exact. */
async function reached(parameters: INodeParameters, texts: readonly string[]) {
	await bench.sandbox.clearLog();
	const items = texts.map((text) => ({ text }));
	const { json } = await bench.run(parameters, { items, continueOnFail: true });
	return { json, log: await bench.sandbox.log() };
}

test.each(inputs)('%s asks for what was entered and nothing else', async (name, parameters) => {
	const known = await reached(parameters, harmless);
	const usualAtoms = known.log.flatMap(({ query }) =>
		comparisons(readFilter(query.$filter ?? '').outside),
	);
	const usualTexts = known.log.flatMap(({ query }) => readFilter(query.$filter ?? '').texts);
	// Entries of some days are asked for by their IDs.
	const isOfExact = name === 'a day' ? /^[\da-f-]{36}$|^\d{4}-\d\d-\d\dT/ : /^\d{4}-\d\d-\d\dT/;
	const texts = fc.sample(
		hostileText.map((text) => text.slice(0, 60)),
		{ numRuns: 60, seed },
	);
	tried += texts.length;
	const { json, log } = await reached(parameters, texts);
	for (const { url, path, query, division, status } of log) {
		// Whether a filter in Exact's words says something, Exact itself has to judge.
		const isRefused = status === 400 && name === 'a filter';
		expect([url, isRefused || [200, 403, 404].includes(status)]).toEqual([url, true]);
		if (path !== '/api/v1/current/Me') {
			expect(path.startsWith(`/api/v1/${division}/`)).toBe(true);
			if (name !== 'a division') expect(division).toBe(NL);
		}
		if (['a filter', 'a path'].includes(name)) continue;
		const { outside, texts: sent, closed } = readFilter(query.$filter ?? '');
		expect(closed).toBe(true);
		for (const atom of comparisons(outside)) expect(usualAtoms).toContain(atom);
		const entered = [...texts.map(encodable), ...usualTexts.map((text) => text.trim())];
		for (const text of sent) {
			expect([text, entered.includes(text.trim()) || isOfExact.test(text)]).toEqual([text, true]);
		}
	}
	for (const { error, code } of json) if (error !== undefined) expect(code).toMatch(/^[A-Z_]+$/);
});

test('an invoice keeps the reference that was entered, whatever it is', async () => {
	const texts = fc
		.sample(hostileText, { numRuns: 60, seed })
		.map((text, at) => `${text.replace(/\p{Surrogate}|\p{Cc}/gu, '').slice(0, 15)}⟨${at}⟩`);
	tried += texts.length;
	const { json } = await reached(purchase(TEXT), texts);
	const stored = await bench.sandbox.records(NL, 'PurchaseEntries');
	const references = new Set(stored.map(({ YourRef }) => String(YourRef).trim()));
	texts.forEach((text, at) => {
		const isBooked = json[at]?.id !== undefined;
		expect([text, references.has(text.trim()), json[at]?.code]).toEqual([
			text,
			isBooked,
			isBooked ? undefined : expect.any(String),
		]);
	});
	expect(references.size).toBeGreaterThan(40);
	await expectBalanced(bench);
}, 60_000);

const oddValue = fc.oneof(
	fc.constantFrom<unknown>(
		...[
			null,
			'',
			0,
			-0,
			1e21,
			1e-9,
			-100,
			12.345,
			'12.50',
			'1.234,56',
			'1e400',
			'NaN',
			'0x10',
			' 5 ',
			'١٢',
		],
		...[
			true,
			[],
			{},
			[1],
			{ amount: 1 },
			'x'.repeat(500),
			'__proto__',
			'4100',
			'9'.repeat(40),
			'-0',
		],
	),
	fc.double(),
	hostileText,
);
const oddLine = fc
	.array(
		fc.tuple(
			fc.constantFrom(
				'ledgerAccount',
				'amount',
				'vatCode',
				'description',
				'quantity',
				'__proto__',
				'constructor',
				'x',
			),
			oddValue,
		),
		{ maxLength: 3 },
	)
	.map((pairs) => {
		const usual = { ledgerAccount: '8000', amount: 100, vatCode: '4' };
		const own = pairs.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
		return `{${[JSON.stringify(usual).slice(1, -1), ...own].join(', ')}}`;
	});
const oddLines = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.array(oddLine, { minLength: 1, maxLength: 2 }).map((all) => `[${all.join()}]`),
	},
	{ weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
	{ weight: 1, arbitrary: hostileText },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'[1e400]',
			'[{"amount": 1e400}]',
			'['.repeat(9000),
			'[{"amount": -0}]',
			'{"row": 5}',
		),
	},
);

test('lines as JSON are booked as they are meant, or refused before anything is sent', async () => {
	const texts = fc.sample(oddLines, { numRuns: 400, seed });
	tried += texts.length;
	const parameters = sale('', [], { linesJson: TEXT });
	for (let from = 0; from < texts.length; from += 40) {
		const some = texts.slice(from, from + 40);
		await bench.sandbox.clearLog();
		const { json, log } = await reached(parameters, some);
		expect(json).toHaveLength(some.length);
		expect(log.filter(({ status }) => status >= 400)).toEqual([]);
		json.forEach((one, at) => expectMeant(one, some[at] ?? ''));
		expect(Object.keys(Object.prototype)).toEqual([]);
	}
	await expectBalanced(bench);
}, 60_000);

/** An entry says what it was booked with; the amounts of its lines are those that were given. */
function expectMeant(one: IDataObject, text: string): void {
	if (one.id === undefined) {
		expect([text, one.code]).toEqual([text, expect.stringMatching(/^[A-Z_]+$/)]);
		expect(String(one.error)).not.toMatch(/cannot read|unforeseen/i);
		return;
	}
	const lines = JSON.parse(text) as Array<{ amount: unknown }>;
	const given = lines.map(({ amount }) => Math.round(Number(amount) * 100));
	expect(given.every((cents) => Number.isFinite(cents) && cents !== 0)).toBe(true);
}

test('ten thousand lines are taken or refused, and nothing hangs', async () => {
	const line = { ledgerAccount: '8000', amount: 1, vatCode: '0' };
	const lines = Array.from({ length: 10_000 }, () => line);
	const parameters = sale('', lines, { options: { preview: true } });
	const { items } = await bench.run(parameters, { continueOnFail: true });
	tried++;
	expect(items).toHaveLength(1);
	expect(JSON.stringify(items[0]?.json)).not.toMatch(/unforeseen|call stack/i);
}, 60_000);

const ODD_VALUES: unknown[] = [null, {}, [], [1, 2], { a: 1 }, true, 5, new Date(0), '', ' '];

test('what an expression gives instead of a text is read as one, or refused by its name', async () => {
	for (const [, parameters] of inputs) {
		const items = ODD_VALUES.map((text) => ({ text })) as IDataObject[];
		tried += items.length;
		const { json } = await bench.run(parameters, { items, continueOnFail: true });
		for (const { error, code } of json) {
			if (error === undefined) continue;
			expect(code).toMatch(/^[A-Z_]+$/);
			expect(String(error)).not.toMatch(/unforeseen|cannot read|\[object/i);
		}
	}
}, 60_000);

test('a file that is not there is refused by the name of its field', async () => {
	const entryId = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';
	for (const name of ['data', '__proto__', 'constructor', 'toString', '../x', '']) {
		const error = await bench.fail(inDivision('attachment', 'upload', { entryId, file: name }));
		expect(error.message).toMatch(/^'Input Data Field Name' /);
		tried++;
	}
	expect(await bench.calls()).toEqual([]);
});

test('a file that was attached elsewhere comes under a name that a disk can keep', async () => {
	const texts = fc.sample(hostileText, { numRuns: 38, seed });
	texts.push('../../etc/passwd', 'CON', 'a'.repeat(300), 'gpj\u202e.exe\u0000');
	// Without an ending, n8n would look into the content.
	const names = texts.map((text) => `${text}.pdf`);
	tried += names.length;
	const [document] = await bench.sandbox.records(NL, 'Documents');
	const idOf = (at: number) => `44444444-3333-4333-8333-${String(at).padStart(12, '0')}`;
	const rows = names.map((FileName, at) => ({
		...{ ID: idOf(at), Document: document?.ID, FileName },
		Attachment: Buffer.from('%PDF-1.7').toString('base64'),
	}));
	await bench.sandbox.insert(NL, 'DocumentAttachments', rows);
	const parameters = inDivision('attachment', 'download', { attachmentId: TEXT });
	const items = rows.map(({ ID }) => ({ text: ID }));
	const { items: output } = await bench.run(parameters, { items });
	expect(output).toHaveLength(names.length);
	for (const { binary } of output) {
		const name = binary?.data?.fileName ?? '';
		expect([name, /[\\/<>:"|?*]|\p{Cc}|\p{Cf}|\p{Cs}|^\.+$/u.test(name)]).toEqual([name, false]);
		expect(name.length).toBeLessThanOrEqual(200);
	}
}, 60_000);

test('these were many cases', () => {
	expect(tried).toBeGreaterThan(1_500);
});
