import axios from 'axios';
import { startSandbox, type Fault, type Sandbox } from '../harness/sandbox.cjs';
import { companies, rateHeaderNames } from './exactApp.cjs';
import { documentXml, setXml, xmlClient, type XmlClient, type XmlLine } from './xmlClient.cjs';

/*
 * The XML API as such: address, answer, limits, schema. Always HTTP 200; Message type 0 error, 1 warning,
 * 2 done, 3 fatal (Exact's XML schema); shares the limits of REST, and about one call a second.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const nl = companies.dutch;

let sandbox: Sandbox;
let xml: XmlClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function start(profile: 'strict' | 'lenient'): Promise<void> {
	await sandbox.reset({ profile });
	await sandbox.setClock(START);
	xml = await xmlClient(sandbox);
}
beforeEach(() => start('lenient'));

const line: XmlLine = { finyear: 2026, finperiod: 2, journal: '70', entry: 1, amountdc: '12.10' };
const plain = { glAccount: '1300', account: '1', lines: [line] };
const oneSet = documentXml(setXml(plain));
const fatal = (text: string): object[] => [{ type: '3', text }];

/** Two open items of one customer that settle each other, as the demo's books have them: made by inserting. */
async function settling(): Promise<string> {
	const relations = await sandbox.records(nl, 'Accounts');
	const accounts = await sandbox.records(nl, 'GLAccounts');
	const [account] = relations;
	const common = {
		...{ Account: account?.['ID'], Journal: '70', Status: 20, EntryDate: '2026-02-03' },
		...{ TransactionReportingYear: 2026, TransactionReportingPeriod: 2 },
		GLAccount: accounts.find((row) => row['Code'] === '1300')?.['ID'],
	};
	await sandbox.insert(nl, 'Receivables', [
		{ ...common, EntryNumber: 901, AmountDC: -10, AmountFC: -10 },
		{ ...common, EntryNumber: 902, AmountDC: 10, AmountFC: 10 },
	]);
	const lines = [
		{ ...line, entry: 901, amountdc: 10 },
		{ ...line, entry: 902, amountdc: -10 },
	];
	return documentXml(setXml({ ...plain, account: String(account?.['Code']), lines }));
}

async function matched(): Promise<number> {
	const rows = await sandbox.records(nl, 'Receivables');
	return rows.filter(
		(row) => [901, 902].includes(Number(row['EntryNumber'])) && row['Status'] === 50,
	).length;
}

describe.each(['strict', 'lenient'] as const)('%s: an upload', (profile) => {
	beforeEach(() => start(profile));

	test('is answered with 200 and XML, whatever is said', async () => {
		const refused = await xml.upload(oneSet);
		expect(refused.status).toBe(200);
		expect(refused.headers['content-type']).toBe('text/xml; charset=utf-8');
		expect(refused.data).toMatch(
			/^<\?xml version="1.0" encoding="utf-8"\?>\s*<eExact><Messages><Mes/,
		);
		expect(refused.messages).toEqual([expect.objectContaining({ type: '0' })]);
		await sandbox.advance(1000);
		const done = await xml.upload(await settling(), { contentType: 'text/xml; charset=utf-8' });
		expect(done.messages).toEqual([expect.objectContaining({ type: '2' })]);
	});

	test('counts like a call of REST, and is in the log', async () => {
		const { headers } = await xml.upload(await settling());
		expect(rateHeaderNames({ headers } as never)).toHaveLength(6);
		expect(headers['x-ratelimit-remaining']).toBe('4999');
		const { usage } = await sandbox.limits();
		expect(usage).toEqual([expect.objectContaining({ minuteUsed: 1, dayUsed: 1 })]);
		const [entry] = await sandbox.log();
		expect(entry).toMatchObject({
			...{ method: 'POST', endpoint: 'docs/XMLUpload.aspx', division: nl, status: 200, rows: 1 },
			query: { Topic: 'MatchSets', _Division_: String(nl) },
			counted: { minute: true, day: true, error: false },
			said: ['2 Matched'],
			body: {
				eExact: {
					MatchSets: {
						MatchSet: [{ MatchLines: { MatchLine: [{ entry: '901' }, { entry: '902' }] } }],
					},
				},
			},
		});
	});

	test('is refused when a limit is reached', async () => {
		await sandbox.settings({ minuteLimit: 1 });
		await xml.upload(oneSet);
		await sandbox.advance(1000);
		const { status, data, headers } = await xml.upload(oneSet);
		expect([status, data]).toEqual([429, '']);
		expect(headers['x-ratelimit-minutely-remaining']).toBe('0');
		expect(headers['x-ratelimit-remaining']).toBeUndefined();
	});

	test('needs a login and a company that is granted', async () => {
		expect((await xml.upload(oneSet, { token: 'x' })).status).toBe(401);
		expect((await xml.upload(oneSet, { division: companies.notGranted })).status).toBe(403);
		expect((await xml.upload(oneSet, { division: '' })).status).toBe(404);
		await sandbox.expireTokens();
		expect((await xml.upload(oneSet)).status).toBe(401);
		const plainGet = await axios.get(
			`${sandbox.url}/docs/XMLUpload.aspx?Topic=MatchSets&_Division_=${nl}`,
			{
				validateStatus: () => true,
				headers: { Authorization: `Bearer ${(await sandbox.issueTokens()).access_token}` },
			},
		);
		expect(plainGet.status).toBe(405);
	});
});

test('about one call a second: strictly what comes sooner is refused, and not counted', async () => {
	await start('strict');
	const status = async () => (await xml.upload(oneSet)).status;
	expect([await status(), await status()]).toEqual([200, 429]);
	await sandbox.advance(999);
	expect(await status()).toBe(429);
	await sandbox.advance(1);
	expect(await status()).toBe(200);
	expect((await sandbox.limits()).usage).toEqual([expect.objectContaining({ minuteUsed: 2 })]);
	await sandbox.settings({ profile: 'lenient' });
	expect([await status(), await status()]).toEqual([200, 200]);
});

describe('what is refused as a whole', () => {
	const inside = (text: string, by: string) => oneSet.replace(text, by);
	const expected = (...names: string[]) =>
		`List of possible elements expected: ${names.map((name) => `'${name}'`).join(', ')}.`;
	const misplaced = (where: string, what: string) =>
		`The element '${where}' has invalid child element '${what}'.`;
	const account = '<Account code="1"/>';
	const gl = '<GLAccount code="1300"/>';

	// Sequences of the schema: GLAccount, Account?, MatchLines, WriteOff?; all five attributes required.
	test.each([
		['nothing', '', 'Start tag expected. Line 1.'],
		['text', 'MatchSets', "char 'M' is not expected. Line 1."],
		['two empty roots', '<a/><b/>', 'There are multiple root elements.'],
		['two roots', '<a></a><b></b>', 'Multiple possible root nodes found. Line 1.'],
		['a tag that is not closed', inside('</MatchSets>', ''), /Expected closing tag 'MatchSets'/],
		['another root', '<Exact/>', "The 'Exact' element is not declared."],
		[
			'an empty root',
			'<eExact/>',
			`The element 'eExact' has incomplete content. ${expected('MatchSets')}`,
		],
		[
			'an attribute of the root',
			'<eExact version="1"/>',
			"The 'version' attribute is not declared.",
		],
		[
			'another topic inside',
			'<eExact><GLTransactions/></eExact>',
			new RegExp(misplaced('eExact', 'GLTransactions')),
		],
		[
			'no set',
			documentXml(''),
			`The element 'MatchSets' has incomplete content. ${expected('MatchSet')}`,
		],
		[
			'relation before account',
			inside(gl + account, account + gl),
			`${misplaced('MatchSet', 'Account')} ${expected('GLAccount', 'Account', 'MatchLines', 'WriteOff')}`,
		],
		[
			'two relations',
			inside(account, account + account),
			new RegExp(misplaced('MatchSet', 'Account')),
		],
		[
			'two write-offs',
			inside('</MatchLines>', '</MatchLines><WriteOff type="0"/><WriteOff type="0"/>'),
			misplaced('MatchSet', 'WriteOff'),
		],
		[
			'an unknown element',
			inside('</MatchSet>', '<Note/></MatchSet>'),
			misplaced('MatchSet', 'Note'),
		],
		[
			'an unknown line',
			inside('<MatchLine ', '<Line '),
			new RegExp(misplaced('MatchLines', 'Line')),
		],
		['no code', inside('code="1300"', ''), "The required attribute 'code' is missing."],
		[
			'an unknown attribute',
			inside('code="1300"', 'code="1300" type="20"'),
			"The 'type' attribute is not declared.",
		],
		[
			'text between elements',
			inside('</MatchLines>', 'x</MatchLines>'),
			"The element 'MatchLines' cannot contain text.",
		],
		[
			'a year that is no integer',
			inside('2026', '2026.5'),
			/'finyear' attribute is invalid - The value '2026.5' .* 'integer'/,
		],
		[
			'an amount with a comma',
			inside('12.10', '12,10'),
			/'amountdc' attribute is invalid - The value '12,10' .* 'decimal'/,
		],
		['an amount with an exponent', inside('12.10', '1e3'), /'amountdc' attribute is invalid/],
		['an empty number', inside('entry="1"', 'entry=""'), /'entry' attribute is invalid/],
		['an unknown entity', inside('="70"', '="&euro;"'), "Reference to undeclared entity 'euro'."],
		['a DTD', `<!DOCTYPE x>${oneSet.replace(/^.*\n/, '')}`, /DTD is prohibited/],
		['JSON', '{"MatchSets":[]}', /is not expected/],
	])('%s', async (_, body, text) => {
		const { status, messages } = await xml.upload(body);
		expect(status).toBe(200);
		expect(messages).toHaveLength(1);
		expect(messages[0]?.type).toBe('3');
		if (text instanceof RegExp) expect(messages[0]?.text).toMatch(text);
		else expect(messages[0]?.text).toBe(text);
	});

	test.each(Object.keys(line))('a line without %s', async (name) => {
		const attribute = new RegExp(` ${name}="[^"]*"`);
		const { messages } = await xml.upload(oneSet.replace(attribute, ''));
		expect(messages).toMatchObject(fatal(`The required attribute '${name}' is missing.`));
	});

	test.each([
		['<WriteOff/>', "The required attribute 'type' is missing."],
		['<WriteOff type="2"/>', /'type' attribute is invalid .* datatype '0, 1, 3, 4'/],
		['<WriteOff type="3"><Date>1-5-2026</Date></WriteOff>', /'Date' element is invalid/],
		['<WriteOff type="3"><VATCorrection>ja</VATCorrection></WriteOff>', /'boolean'/],
		['<WriteOff type="3"><Description/><GLAccount code="9110"/></WriteOff>', /'GLAccount'/],
	])('%s', async (writeOff, text) => {
		const { messages } = await xml.upload(documentXml(setXml({ ...plain, writeOff })));
		expect(messages[0]?.type).toBe('3');
		expect(messages[0]?.text).toMatch(text);
	});

	test('one fault undoes the sets before it', async () => {
		const good = await settling();
		const both = good.replace('</MatchSets>', '<MatchSet/></MatchSets>');
		expect((await xml.upload(both)).messages).toHaveLength(1);
		expect(await matched()).toBe(0);
	});

	test('other topics, other content', async () => {
		const said = async (options: object) => (await xml.upload(oneSet, options)).messages;
		expect(await said({ topic: 'GLTransactions' })).toMatchObject(
			fatal('Invalid: Topic (GLTransactions)'),
		);
		expect(await said({ topic: 'matchsets' })).toEqual([expect.objectContaining({ type: '0' })]);
		expect(await said({ contentType: 'application/json' })).toMatchObject(
			fatal("The content type 'application/json' is not XML."),
		);
	});

	test('values are read as XML writes them', async () => {
		const odd = oneSet
			.replace('code="1300"', 'code="&lt;&#49;&amp;&quot;"')
			.replace('?>', '?><!-- &x; -->');
		const { messages } = await xml.upload(`\uFEFF${odd}`);
		expect(messages[0]).toMatchObject({ type: '0', keyAlt: '<1&" 1' });
	});
});

describe('year and period of a write-off', () => {
	const attribute = '<FinYear number="2026"/><FinPeriod number="2"/>';
	const text = '<FinYear>2026</FinYear><FinPeriod>2</FinPeriod>';
	const said = async (inner: string) => {
		const writeOff = `<WriteOff type="3"><GLAccount code="9110"/>${inner}</WriteOff>`;
		await sandbox.advance(1000);
		const { messages } = await xml.upload(documentXml(setXml({ ...plain, writeOff })));
		return messages[0];
	};

	// The schema has an attribute; a client that is in use writes text, which is not proven to work.
	test('strictly the attribute only', async () => {
		await start('strict');
		expect((await said(attribute))?.type).toBe('0');
		expect(await said(text)).toMatchObject({
			...{ type: '3', text: "The required attribute 'number' is missing." },
		});
	});

	test('leniently either, but a number', async () => {
		expect((await said(attribute))?.type).toBe('0');
		expect((await said(text))?.type).toBe('0');
		expect((await said('<FinYear/>'))?.text).toMatch(/'FinYear' element is invalid/);
	});
});

describe('switches', () => {
	const two = () => documentXml(setXml(plain) + setXml(plain));

	test.each([
		['each', ['0', '0']],
		['merged', ['0']],
		['extra', ['1', '0', '0']],
		['none', []],
	])('xmlMessages %s', async (xmlMessages, types) => {
		await sandbox.settings({ xmlMessages });
		const { messages, status } = await xml.upload(two());
		expect(status).toBe(200);
		expect(messages.map(({ type }) => type)).toEqual(types);
	});

	test('xmlApi', async () => {
		const answer = async (xmlApi: string) => {
			await sandbox.settings({ xmlApi });
			const { status, data } = await xml.upload(await settling());
			return [status, data];
		};
		expect(await answer('refused')).toEqual([403, expect.objectContaining({})]);
		expect(await answer('gone')).toEqual([410, expect.stringContaining('<html>')]);
		expect(await matched()).toBe(0);
		const log = await sandbox.log();
		expect(log.map(({ counted }) => counted)).toEqual([
			{ minute: false, day: false, error: true },
			{ minute: false, day: false, error: false },
		]);
		expect((await answer('on'))[0]).toBe(200);
		await expect(answer('off')).rejects.toThrow('xmlApi is one of on, refused, gone');
	});
});

describe('faults', () => {
	const next = (fault: Fault) => sandbox.faults([{ match: { path: 'XMLUpload' }, fault }]);

	test.each<[Fault, number, string | number]>([
		[{ kind: 'reset', when: 'before' }, 0, 'ECONNRESET'],
		[{ kind: 'reset', when: 'after' }, 2, 'ECONNRESET'],
		[{ kind: 'truncate' }, 2, 'ECONNRESET'],
		[{ kind: 'status', status: 503 }, 0, 503],
		[{ kind: 'html' }, 0, 200],
		[{ kind: 'expired' }, 0, 401],
	])('%j', async (fault, expected, outcome) => {
		const body = await settling();
		await next(fault);
		const seen = await xml.upload(body).then(
			({ status }) => status,
			(error: unknown) => (axios.isAxiosError(error) ? error.code : error),
		);
		if (typeof outcome === 'number') expect(seen).toBe(outcome);
		else expect(['ECONNRESET', 'ERR_BAD_RESPONSE']).toContain(seen);
		expect(await matched()).toBe(expected);
	});

	test('carried out after the client has given up', async () => {
		const body = await settling();
		await next({ kind: 'timeout', when: 'before', commitAfterMs: 60_000 });
		await expect(xml.upload(body, { timeout: 300 })).rejects.toThrow('timeout');
		expect(await matched()).toBe(0);
		await sandbox.advance(60_000);
		expect(await matched()).toBe(2);
		const entries = await sandbox.log();
		expect(entries.at(-1)).toMatchObject({ fault: 'timeout', status: 200, said: ['2 Matched'] });
	});
});
