import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient } from './odataClient.cjs';

/*
 * $filter as Exact's knowledge base describes it and as live clients use it; the messages in quotes are
 * those that users have reported. Values compare as in SQL Server.
 */

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const parent = 'aaaaaaaa-0000-4000-a000-000000000001';

/** What every case below chooses from; the rows are told apart by SearchCode. */
const relations = [
	{ SearchCode: 'A', ID: parent, Code: '1', Name: "Café 't Hoekske", Status: 'C', Country: 'BE' },
	{ SearchCode: 'B', Code: '11', Name: 'PEETERS & ZONEN', Status: 'C', Parent: parent },
	{ SearchCode: 'C', Code: '0000011', Name: 'peeters', Status: 'P', DiscountSales: 0.2 },
	{ SearchCode: 'D', Code: '21', Name: 'Zuid', Status: 'A', EndDate: day('2024-12-31') },
	{ SearchCode: 'E', Code: 'X 1', Name: '100% (test), a/b', Status: 'A', Blocked: true },
];

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient', data: 'empty' });
	await sandbox.insert(companies.dutch, 'Accounts', relations);
	api = await odataClient(sandbox);
});

/** The search codes of what a filter lets through, or the error. */
async function found($filter: string): Promise<string> {
	const { status, rows, error } = await api.get('crm/Accounts', { $select: 'SearchCode', $filter });
	const codes = rows.map((row) => String(row['SearchCode'])).sort();
	return status === 200 ? codes.join('') : `${status} ${error}`;
}

describe('operators', () => {
	test.each([
		["Name eq 'Zuid'", 'D'],
		["Name ne 'Zuid'", 'ABCE'],
		["Name gt 'peeters'", 'BD'],
		["Name ge 'peeters'", 'BCD'],
		["Name lt 'peeters'", 'AE'],
		["Name le 'peeters'", 'ACE'],
		["'Zuid' eq Name", 'D'],
		["Status eq 'C' or Blocked eq true", 'ABE'],
		["not (Status eq 'C')", 'CDE'],
		["Name eq 'Zuid' or SearchCode eq 'A' or Name eq 'peeters'", 'ACD'],
		["not Blocked and Status eq 'A'", 'D'],
		["Status eq 'C' or Status eq 'A' and Blocked eq true", 'ABE'],
		["(Status eq 'C' or Status eq 'A') and Blocked eq false", 'ABD'],
		["((Code ne null) and ((Name eq 'Zuid')))", 'D'],
		["Name eq 'Zuid' or Name eq 'peeters' or Name eq 'nobody'", 'CD'],
	])('%s', async (filter, expected) => {
		expect(await found(filter)).toBe(expected);
	});
});

describe('values', () => {
	test.each([
		['guid', `Parent eq guid'${parent}'`, 'B'],
		['guid in upper case', `Parent eq guid'${parent.toUpperCase()}'`, 'B'],
		['datetime', "EndDate eq datetime'2024-12-31T00:00:00'", 'D'],
		['datetime of a date', "EndDate le datetime'2025-01-01'", 'D'],
		['number', 'DiscountSales eq 0.2', 'C'],
		['number with a suffix', 'DiscountSales ge 0.1M and DiscountSales lt 1d', 'C'],
		['true', 'Blocked eq true', 'E'],
		['null', 'DiscountSales ne null', 'C'],
		// SQL knows a third truth value: an unknown discount is neither 0.2 nor something else.
		['a comparison with a null column', 'not (DiscountSales eq 0.2)', ''],
		['an order with a null column', 'not (DiscountSales gt 0.2)', 'C'],
		['a doubled quote', "Name eq 'Café ''t Hoekske'", 'A'],
		['signs of the query string', "Name eq '100% (test), a/b'", 'E'],
		['text in another case', "Name eq 'CAFÉ ''T HOEKSKE'", 'A'],
		['text without its accent', "Name eq 'Cafe ''t Hoekske'", ''],
	])('%s', async (_what, filter, expected) => {
		expect(await found(filter)).toBe(expected);
	});

	test('a padded code is found with its padding or through trim, leading zeros count', async () => {
		expect(await found("Code eq '11'")).toBe('');
		expect(await found(`Code eq '${'11'.padStart(18)}'`)).toBe('B');
		expect(await found("trim(Code) eq '11'")).toBe('B');
		expect(await found("trim(Code) eq '0000011' or trim(Code) eq '21'")).toBe('CD');
		expect(await found("startswith(Code,'1')")).toBe('');
	});

	test('padding at the end does not matter in a comparison, as in SQL Server', async () => {
		expect(await found("Country eq 'BE'")).toBe('A');
		expect(await found("Country eq 'be '")).toBe('A');
		expect(await found("endswith(Country,'E')")).toBe('');
	});

	test('any text with its quotes doubled finds what was stored as that text', async () => {
		await sandbox.settings({ minuteLimit: 5000 });
		const text = fc.string({ unit: 'grapheme', maxLength: 60 });
		const awkward = fc.constantFrom("' or Name ne '", "''", '%', '+', '&$top=1', '#', '\r\n', '\\');
		const mixed = fc.array(fc.oneof(text, awkward), { maxLength: 4 });
		let stored = 0;
		await fc.assert(
			fc.asyncProperty(mixed, async (parts) => {
				const Remarks = parts.join('');
				const SearchCode = String(++stored);
				await sandbox.insert(companies.dutch, 'Accounts', [{ SearchCode, Remarks }]);
				const $filter = `Remarks eq '${Remarks.replaceAll("'", "''")}'`;
				const rows = await api.all('crm/Accounts', { $select: 'SearchCode,Remarks', $filter });
				expect(rows.map((row) => row['SearchCode'])).toContain(SearchCode);
				for (const row of rows) expect(folded(row['Remarks'])).toBe(folded(Remarks));
			}),
			{ numRuns: 300 },
		);
	}, 60_000);
});

/** Texts that SQL Server takes for equal. */
const folded = (text: unknown): string => String(text).toLowerCase().replace(/ +$/, '');

describe('functions', () => {
	test.each([
		["substringof('EETER',Name) eq true", 'BC'],
		["substringof('eeter',Name)", 'BC'],
		["startswith(Name,'peeters') eq true", 'BC'],
		["endswith(Name,'zonen')", 'B'],
		["tolower(Name) eq 'zuid'", 'D'],
		["toupper(Name) eq 'ZUID'", 'D'],
		["substringof('hoek',tolower(trim(Name)))", 'A'],
		['year(EndDate) eq 2024 and month(EndDate) eq 12 and day(EndDate) eq 31', 'D'],
	])('%s', async (filter, expected) => {
		expect(await found(filter)).toBe(expected);
	});
});

describe('mistakes are 400', () => {
	test.each([
		// Quoted by users.
		[
			'ID eq 5',
			"Operator 'eq' incompatible with operand types 'System.Guid' and 'System.Int32' at position 3.",
		],
		["Accountant eq guid''", "Unrecognized 'Edm.Guid' literal 'guid''' in '14'."],
		// A quoted string where a guid literal belongs.
		[
			`ID eq '${parent}'`,
			"Operator 'eq' incompatible with operand types 'System.Guid' and 'System.String' at position 3.",
		],
		[
			"EndDate gt datetime'31-12-2024'",
			"Unrecognized 'Edm.DateTime' literal 'datetime'31-12-2024'' in '11'.",
		],
		[
			"Nmae eq 'x'",
			"No property 'Nmae' exists in type 'Exact.Web.Api.Models.Account' at position 0.",
		],
		["reverse(Name) eq 'x'", "Unknown function 'reverse' at position 0."],
		[
			'substringof(Name,5)',
			"No applicable function found for 'substringof' at position 0 with the specified arguments. The functions considered are: substringof(System.String, System.String).",
		],
		['Name', "Expression of type 'System.Boolean' expected at position 0."],
		["Name eq 'x", 'Syntax error at position 10.'],
		["Name = 'x'", 'Syntax error at position 5.'],
		["Name eq 'x')", 'Syntax error at position 11.'],
		["Name EQ 'x'", 'Syntax error at position 5.'],
		['CreditLineSales add 5 gt 10', 'Syntax error at position 16.'],
		// Neither fields of one record nor those of another can be compared.
		['Name eq SearchCode', 'Bad Request - Error in query syntax'],
		["BankAccounts/BankAccount eq 'x'", 'Bad Request - Error in query syntax'],
	])('%s', async (filter, expected) => {
		expect(await found(filter)).toBe(`400 ${expected}`);
	});
});
