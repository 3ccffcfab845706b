import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { explain, type Symptom } from '../../nodes/ExactOnline/exact/errors/explain';
import { explanations, type Explanation } from '../../nodes/ExactOnline/exact/errors/explanations';

interface Sample extends Symptom {
	expect: string;
}

const conversion = (property: string, type: string) =>
	'Error processing request stream. Error encountered in converting the value from request payload for ' +
	`property '${property}' to type '${type}', which is the property's expected type. ` +
	'See inner exception for more detail.';

/** What Exact's token endpoint was seen to answer, as `error: error_description`. */
const tokenAnswers: Sample[] = [
	{ text: 'unauthorized_client: Old refresh token used.', expect: 'login-replaced' },
	{
		text: 'invalid_grant: Token is not allowed, because of invalid or empty chainId',
		expect: 'login-ended',
	},
	{ text: 'invalid_grant', expect: 'login-ended' },
	{
		text: 'invalid_request: The refresh token expired at 10/11/2022 9:18:20 PM and it is now 11/11/2022 8:00:00 AM',
		expect: 'login-expired',
	},
	{
		text: 'access_denied: Rate limit exceeded: access_token not expired',
		expect: 'login-too-early',
	},
	{
		status: 400,
		text: 'Rate limit exceeded: access_token not expired',
		reason: 'TooEarlyToRefreshTokens: Rate limit exceeded: access_token not expired',
		expect: 'login-too-early',
	},
	{ status: 401, text: 'Access Token not expired', expect: 'login-too-early' },
	{
		status: 400,
		reason: 'TooEarlyToRefreshTokens: Rate limit exceeded: access_token not expired',
		expect: 'login-too-early-reason',
	},
	{ text: 'access_denied: Rate limit exceeded', expect: 'login-quota' },
	{ text: 'invalid_client', expect: 'login-app-unknown' },
	{ text: 'invalid_client: Client authentication failed.', expect: 'login-app-unknown' },
	{ text: 'invalid_request', expect: 'login-app-unknown' },
	{ text: "Client with identifier 'xxx-yyy-zzz' not found.", expect: 'login-app-unknown' },
	{ text: 'unauthorized_client', expect: 'login-redirect' },
];

const refusals: Sample[] = [
	{ status: 403, reason: 'BlockedUser', text: 'Forbidden', expect: 'user-blocked' },
	{ status: 403, reason: 'InactiveUser', text: 'Forbidden', expect: 'user-inactive' },
	{ status: 403, reason: 'BlockedCustomer', expect: 'customer-blocked' },
	{ status: 403, reason: 'LicenseExpired', expect: 'licence-expired' },
	{ status: 401, reason: 'LicenseExpired', expect: 'licence-expired' },
	{ status: 403, reason: 'DivisionBlocked', expect: 'division-blocked' },
	{
		status: 403,
		reason: 'NoDivisionAccess',
		text: 'Division not accessible',
		expect: 'division-no-access',
	},
	{ status: 403, text: 'Division not accessible', expect: 'division-not-accessible' },
	{ status: 401, text: 'Wrong Division', expect: 'division-not-accessible' },
	{
		status: 403,
		text: "Forbidden - Application Scope Violated. Cannot read 'organization.administration' scope.",
		expect: 'scope-missing',
	},
	{
		status: 403,
		text: "Forbidden - Application Scope Violated. Cannot manage 'sales.invoices' scope.",
		expect: 'scope-missing',
	},
	{
		status: 403,
		text: 'Forbidden - Application Scope Violated. Cannot read',
		expect: 'scope-missing-unnamed',
	},
	{
		status: 403,
		text: 'Forbidden - Application Scope Violated',
		expect: 'scope-missing-unnamed',
	},
	{ status: 403, text: 'Document Type not allowed', expect: 'document-type-not-allowed' },
	{
		status: 500,
		text: 'Not allow to update in Basic : Warehouse.',
		expect: 'edition-lacks-field',
	},
	{ status: 429, text: 'API rate limit exceeded', expect: 'app-paused' },
];

/** OData's own texts: English whatever the user's language, except .NET's for a malformed GUID. */
const queries: Sample[] = [
	{
		status: 400,
		text: 'This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter with one of the following fields in the url:Accountant,AccountManager,Blocked,Code,Modified,Name,Status,VATNumber.',
		expect: 'filter-required',
	},
	{
		status: 400,
		text: 'Please add a $select or a $top=1 statement to the query string.',
		expect: 'select-required',
	},
	{ status: 400, text: conversion('Attachment', 'Byte[]'), expect: 'file-unreadable' },
	{ status: 400, text: conversion('GLAccount', 'Guid'), expect: 'id-expected' },
	{ status: 400, text: conversion('AmountFC', 'Double'), expect: 'value-kind' },
	{
		status: 400,
		text: "Unrecognized 'Edm.Guid' literal 'guid''' in '12'.",
		expect: 'id-malformed',
	},
	{ status: 500, text: 'Niet herkende GUID-indeling.', expect: 'id-malformed' },
	{ status: 500, text: 'Unrecognized Guid format.', expect: 'id-malformed' },
	{
		status: 400,
		text: "Operator 'eq' incompatible with operand types 'System.Guid' and 'System.Int32' at position 3.",
		expect: 'filter-kinds',
	},
	{
		status: 400,
		text: "Error processing request stream. The property name 'NotAField' specified for type 'Exact.Web.Api.Models.Contact' is not valid.",
		expect: 'field-unknown',
	},
	{
		status: 400,
		text: "No property 'Nmae' exists in type 'Exact.Web.Api.Models.Account' at position 0.",
		expect: 'field-unknown',
	},
	{
		status: 400,
		text: 'Filtering on these fields is not supported: Classification1, Classification2.',
		expect: 'filter-field-unsupported',
	},
	{
		status: 400,
		text: "Error processing request stream. Binding to new entities is not supported for update operations. Navigation property 'SalesEntryLines'.",
		expect: 'lines-in-change',
	},
	{
		status: 400,
		text: 'Error processing request stream. The request should be a valid top-level resource object.',
		expect: 'content-unreadable',
	},
	{
		status: 404,
		text: "Resource not found for the segment 'Accounts'.",
		expect: 'address-unknown',
	},
	{ status: 400, text: 'Bad Request - Error in query syntax.', expect: 'query-unreadable' },
	{ status: 400, text: 'Syntax error at position 12.', expect: 'query-unreadable' },
	{
		status: 400,
		text: "Unrecognized 'Edm.DateTime' literal 'datetime'x'' in 'datetime'x''.",
		expect: 'query-unreadable',
	},
	{
		status: 400,
		text: "Unknown function 'contains' at position 0.",
		expect: 'query-unreadable',
	},
	{
		status: 400,
		text: "Expression of type 'System.Boolean' expected at position 0.",
		expect: 'query-unreadable',
	},
];

/** Business validation. Where only the form of a text is quoted (`Not allowed: X`), the field is made up. */
const validation: Sample[] = [
	['Verplicht: Boekjaar', 'period-unknown'],
	['Mandatory: Financial year', 'period-unknown'],
	['Topic [GLTransactions] Unknown: Financial year (Period-date table)', 'period-unknown'],
	['Unknown: Fiscal year (Period - date table).', 'period-unknown'],
	['Accounting period is not defined in the period date table', 'period-unknown'],
	['Periode is afgesloten: 2025 - 12', 'period-closed'],
	['GLTransaction Period is closed', 'period-closed'],
	['The financial year cannot be changed.', 'year-closed'],
	['Het boekjaar is gesloten.', 'year-closed'],
	['Invalid: Customer (Type)', 'not-a-customer'],
	['Onderwerp [GLTransactions] Ongeldig: Klant (Type).', 'not-a-customer'],
	['Ongeldig: Factuur voor (Type)', 'not-a-customer'],
	['Ongeldig: Leverancier (Type)', 'not-a-supplier'],
	['[GLTransactions] Supplier (type)', 'not-a-supplier'],
	['Klant: non-actief', 'relation-inactive'],
	[
		"The supplier's Creditor G/L account does not match the one for the selected Purchase journal.",
		'control-account-differs',
	],
	[
		'De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek',
		'control-account-differs',
	],
	['Subject [GLTransactions] Mandatory: Payment condition', 'payment-condition-missing'],
	['Onderwerp [GLTransactions] Verplicht: Betalingsconditie', 'payment-condition-missing'],
	['Verplicht : vervaldatum', 'payment-condition-missing'],
	['Mandatory: Due Date', 'payment-condition-missing'],
	['Payment condition (Purchase) is not configured', 'payment-condition-missing'],
	['Subject [GLTransactions] Mandatory: journal', 'journal-missing'],
	['Verplicht: Dagboek', 'journal-missing'],
	['Mandatory: Diary', 'journal-missing'],
	['Invalid journal. The journal must be a cash journal.', 'journal-kind'],
	['Ongeldig: Dagboek', 'journal-kind'],
	['Invalid: Journal (type).', 'journal-kind'],
	['Ongeldig: Grootboekrekeningtype', 'account-kind'],
	['Ongeldig grootboekrekeningtype', 'account-kind'],
	['Niet toegestaan: Wisselkoers', 'exchange-rate-not-allowed'],
	['Not allowed: Exchange rate', 'exchange-rate-not-allowed'],
	[
		'Opening balance plus all bank entry lines should result in the closing balance',
		'bank-balance',
	],
	[
		'This entry is not balanced: 2025 / 4 (Type: General journal) - Difference: EUR 0.01',
		'not-balanced',
	],
	[
		'GLTransaction: Onderwerp [GLTransactions] De boeking is niet in evenwicht op: 2022 / 4 (Type: Inkoopboeking) - Verschil: EUR -0,01',
		'not-balanced',
	],
	[
		'Subject [GLTransactions] is out of balance on: 2022 / 4 (Type: purchase booking) - difference: EUR -0,01',
		'not-balanced',
	],
	['Niet toegestaan: Btw-code', 'vat-not-allowed'],
	['Not allowed: VAT code', 'vat-not-allowed'],
	['Not allowed: VAT-code', 'vat-not-allowed'],
	[
		"A VAT amount is not allowed if you use a VAT code of type 'No VAT' or 'VAT 0%'.",
		'vat-amount-without-vat',
	],
	[
		'Een btw bedrag is niet toegestaan als u gebruikmaakt van een btw-code van het type "geen btw"',
		'vat-amount-without-vat',
	],
	[
		'Onderwerp [GLTransactions] Invoer 17: Het bedrag van de BTW regel met BTW code 4 komt niet overeen met het totaal aan BTW-bedragen in de grondslagregels.',
		'vat-amount-differs',
	],
	['Ongeldig: Btw-percentage []', 'vat-percentage'],
	['Invalid: VAT percentage []', 'vat-percentage'],
	[
		'Topic [GLTransactions] Already exists - Entry number: 25700012, Journal: 700',
		'entry-number-in-use',
	],
	['In gebruik: Boekstuknummer.', 'entry-number-in-use'],
	['Boekstuknummer in gebruik', 'entry-number-in-use'],
	['In use: Document number', 'entry-number-in-use'],
	['Bestaat reeds: Mandaat referentie', 'value-in-use'],
	['Data already exists', 'record-exists'],
	['Gegeven bestaat reeds.', 'record-exists'],
	['Gegevens bestaan reeds', 'record-exists'],
	['Kan niet verwijderen: Relatie - Gebruikt in: Documenten', 'record-used'],
	['Cannot delete: Account - Used in: Documents', 'record-used'],
	['Kan niet verwijderen: Boeking', 'not-deleted'],
	['Verplicht: Factuur voor', 'value-missing'],
	['Verplicht: Serie', 'value-missing'],
	['Mandatory: Relationship', 'value-missing'],
	['Topic [GLTransactions] Mandatory: Account', 'value-missing'],
	['Invalid reference: Cost unit', 'reference-unknown'],
	['Ongeldige referentie: Journals', 'reference-unknown'],
	['Ongeldige referentie: Btw-code', 'reference-unknown'],
	['Ongeldige ref. btw code', 'reference-unknown'],
	['Topic [GLTransactions] Not found: Account (ACME) - G/L Account: Sales', 'value-not-found'],
	['Invalid: Email []', 'value-refused'],
	['Invalid: Cost center link', 'value-refused'],
	['Ongeldig: Type (Rekening af te dragen btw)', 'value-refused'],
	['Niet toegestaan: Valuta', 'value-not-allowed'],
	['Not allowed: Currency', 'value-not-allowed'],
	['Object reference not set to an instance of an object.', 'no-reason-given'],
	['De objectverwijzing is niet op een exemplaar ingesteld.', 'no-reason-given'],
	[
		'A problem has occurred. The cause of this issue will be investigated as soon as possible.',
		'being-investigated',
	],
	// Any text in a language of which no texts were quoted.
	['Pflichtfeld', 'content-refused'],
].map(([text, expected]) => ({ status: 500, text, expect: expected ?? '' }));

/** What the XML API says in its messages, with HTTP status 200. */
const xmlMessages: Sample[] = [
	{
		status: 200,
		text: 'Betalingstermijn: GLAccount=1300 Account=1433 finyear=2026 finperiod=1 Niet gevonden!',
		expect: 'open-item-not-found',
	},
	{
		status: 200,
		text: 'Onderwerp [GLTransactions] Verplicht: Betalingsconditie',
		expect: 'payment-condition-missing',
	},
];

const statuses: Sample[] = [
	{ status: 400, text: 'Bad Request', expect: 'query-refused' },
	{ status: 400, expect: 'query-refused-silently' },
	{ status: 401, expect: 'login-not-accepted' },
	{ status: 401, text: 'Authentication Required', expect: 'login-not-accepted' },
	{ status: 403, text: 'Forbidden', expect: 'not-permitted' },
	{ status: 403, reason: 'SomethingNew', expect: 'not-permitted' },
	{ status: 404, expect: 'not-found' },
	{ status: 405, text: 'Method Not Allowed', expect: 'operation-not-offered' },
	{ status: 408, expect: 'too-broad' },
	{ status: 413, expect: 'too-large' },
	{ status: 429, expect: 'too-many-calls' },
	{ status: 500, expect: 'stopped-silently' },
	{ status: 502, expect: 'down' },
	{ status: 503, expect: 'down' },
	{ status: 504, text: 'Gateway Timeout', expect: 'down' },
	{ status: 503, text: 'Server Unavailable', expect: 'says-unavailable' },
	...[301, 302, 303, 307, 308].map((status) => ({ status, expect: 'redirected' })),
];

const samples = [
	...tokenAnswers,
	...refusals,
	...queries,
	...validation,
	...xmlMessages,
	...statuses,
];

/** The names of the entries with which `explain` may have answered; more than one if they cannot be told apart. */
function entriesBehind(symptom: Symptom): string[] {
	const { code, message, description } = explain(symptom, {});
	const isBehind = (entry: Explanation) =>
		entry.code === code &&
		description.startsWith(filled(entry.advice, entry, symptom)) &&
		(entry.message === undefined || message === filled(entry.message, entry, symptom));
	return explanations.filter(isBehind).map(({ name }) => name);
}

function title({ status, reason, text, expect: expected }: Sample): string {
	return `${[status, reason, text].filter(Boolean).join(' ')} -> ${expected}`;
}

function symptomOf({ status, reason, text }: Sample): Symptom {
	return { status, reason, text };
}

function filled(text: string, { when }: Explanation, symptom: Symptom): string {
	return text.replaceAll('$1', when.text?.exec(symptom.text ?? '')?.[1] ?? '<nothing>');
}

function groupsIn(pattern: RegExp): number {
	return (new RegExp(`${pattern.source}|`).exec('')?.length ?? 1) - 1;
}

const order = new Map(explanations.map(({ name }, index) => [name, index]));
const rank = (name: string) => order.get(name) ?? NaN;

describe('the explanations of what Exact answers', () => {
	test.each(samples.map((sample) => [title(sample), sample] as const))('%s', (_, sample) => {
		expect(entriesBehind(symptomOf(sample))).toEqual([sample.expect]);
	});

	test('every entry is reached by a sample', () => {
		const reached = new Set(samples.map((sample) => sample.expect));
		expect(explanations.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
	});

	test('of several lines the one counts whose entry stands first', () => {
		const lines = samples.filter(({ text, reason }) => text !== undefined && reason === undefined);
		for (const first of lines) {
			for (const second of lines.filter(({ status }) => status === first.status)) {
				const symptom = { status: first.status, text: `${first.text}\r\n${second.text}` };
				const expected = rank(first.expect) < rank(second.expect) ? first : second;
				expect([symptom.text, entriesBehind(symptom)]).toEqual([symptom.text, [expected.expect]]);
			}
		}
	});

	test('a field name is taken from its own line, without bracket and period', () => {
		const text = 'Mandatory: Relationship.\r\nInvalid reference: Cost unit\r\nMandatory: Diary';
		expect(explain({ status: 500, text: 'Mandatory: Relationship.\r\nx' }, {}).message).toBe(
			"A value for 'Relationship' is missing",
		);
		expect(explain({ status: 500, text }, {}).code).toBe('PARAM_REQUIRED');
		expect(explain({ status: 500, text: 'Invalid: Email []' }, {}).message).toBe(
			"Exact Online does not accept the value of 'Email'",
		);
	});

	test('the missing scope is named', () => {
		const text =
			"Forbidden - Application Scope Violated. Cannot read 'organization.administration' scope.";
		expect(
			explain({ status: 403, text }, { endpoint: 'crm/Accounts', division: 42 }),
		).toMatchObject({
			code: 'FORBIDDEN',
			message:
				"The app registration lacks the scope 'organization.administration' (crm/Accounts, division 42)",
			exactText: text,
			failure: { cause: 'configuration-invalid' },
		});
	});

	test('only a login that is gone for good asks for a new one', () => {
		const reconnect = explanations.filter(({ code }) => code === 'RECONNECT');
		expect(reconnect.map(({ name }) => name)).toEqual([
			'login-replaced',
			'login-ended',
			'login-expired',
		]);
	});

	test('names are unique, and so is what is said', () => {
		expect(new Set(explanations.map(({ name }) => name)).size).toBe(explanations.length);
		const said = explanations.map(({ message, advice }) => `${message} ${advice}`);
		expect(new Set(said).size).toBe(explanations.length);
	});
});

describe.each(explanations.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
	const { message = '', advice, when } = entry;

	test('reads as a message and an advice', () => {
		expect(message).not.toMatch(/\.$|[\r\n]|\b(error|problem|fail\w*|wrong|invalid)\b/i);
		expect(message.length).toBeLessThan(100);
		expect(advice).toMatch(/^[A-Z].*[\w)']\.$/);
		expect(advice.length).toBeLessThan(340);
	});

	test('uses only groups that its pattern has and fills', () => {
		const used = [...`${message} ${advice}`.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
		const groups = when.text === undefined ? 0 : groupsIn(when.text);
		expect(Math.max(0, ...used)).toBeLessThanOrEqual(groups);
		for (const sample of samples.filter((one) => one.expect === name)) {
			expect(explain(symptomOf(sample), {}).message).not.toMatch(/\$\d|''|undefined|\.$/);
		}
	});

	test('has patterns without memory that hostile texts cannot slow down', () => {
		for (const pattern of [when.text, when.reason]) {
			expect(pattern?.flags ?? 'i').toMatch(/^i?m?$/);
			if (pattern === undefined) continue;
			for (const text of hostileTexts(name)) expect(milliseconds(pattern, text)).toBeLessThan(50);
		}
	});
});

const HOSTILE_LENGTH = 100_000;

/** 100 kB that nearly match again and again: beginnings of the samples, and beginnings with a long tail. */
function hostileTexts(name: string): string[] {
	const own = samples.filter((sample) => sample.expect === name);
	const beginnings = own
		.flatMap(({ text, reason }) => [text, reason])
		.filter((text) => text !== undefined)
		.flatMap((text) => [0.3, 0.6, 0.9].map((part) => text.slice(0, text.length * part)));
	const tails = [' ', 'x', ': ', '] ', "'", '.', '\r\n'];
	return [
		...tails.map((tail) => repeated(tail)),
		...beginnings.map((beginning) => repeated(beginning)),
		...beginnings.map((beginning) => repeated(`] ${beginning}\r\n`)),
		...beginnings.flatMap((beginning) => tails.map((tail) => beginning + repeated(tail))),
	];
}

function repeated(text: string): string {
	return text.repeat(Math.ceil(HOSTILE_LENGTH / text.length)).slice(0, HOSTILE_LENGTH);
}

/** The best of three: the machine may be busy with something else. */
function milliseconds(pattern: RegExp, text: string): number {
	const times = [1, 2, 3].map(() => {
		const start = performance.now();
		pattern.test(text);
		return performance.now() - start;
	});
	return Math.min(...times);
}

describe('the troubleshooting page', () => {
	const page = readFileSync(join(__dirname, '../../docs/troubleshooting.md'), 'utf8');

	test.each(explanations.map(({ name, message }) => ({ name, message })))(
		'lists $name with its message',
		({ name, message }) => {
			expect(page).toContain(`\`${name}\``);
			if (message !== undefined) expect(page).toContain(`"${message.replace('$1', '…')}"`);
		},
	);

	test('lists nothing else', () => {
		const listed = [...page.matchAll(/^### .*`([a-z0-9-]+)`$/gm)].map(([, name]) => name);
		expect(listed.sort()).toEqual(explanations.map(({ name }) => name).sort());
	});
});
