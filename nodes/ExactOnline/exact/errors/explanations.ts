import type { Failure } from 'n8n-workflow';

import type { TroubleCode } from './trouble';

/**
 * How one kind of answer of Exact is recognised, and what it means for the person in front of n8n.
 * The first entry that fits is used, so special ones stand before general ones.
 */
export interface Explanation {
	/** Short name, unique; the troubleshooting page lists the entries under it. */
	name: string;
	/** All given conditions must hold: HTTP status, `Reason` header, Exact's text (any language known). */
	when: { status?: readonly number[]; reason?: RegExp; text?: RegExp };
	code: TroubleCode;
	/** One sentence without final period; `$1` is the first group of `text`. Exact's text when absent. */
	message?: string;
	/** Probable cause and remedy, one or two sentences; `$1` as above. */
	advice: string;
	failure?: Failure['cause'];
}

/**
 * A line such as `Mandatory: Journal`, of which `$1` is the field. Exact gives several of them in one text,
 * one per line, in the language of the connected user; the XML API puts `Subject [GLTransactions] ` before.
 */
function says(words: string, fields = '[^\\r\\n[]{0,119}[^\\s.[]'): RegExp {
	return new RegExp(`(?:^|\\] )(?:${words})\\s?: ?(${fields})(?![\\w-])`, 'im');
}

/** The token endpoint's texts come as `error: error_description`, always in English. */
const login: readonly Explanation[] = [
	{
		name: 'login-replaced',
		when: { text: /\bOld refresh token\b/i },
		code: 'RECONNECT',
		message:
			'The stored login for Exact Online no longer counts, because a newer one was given out',
		advice:
			'Open the credential in n8n and connect the account again. It happens when another n8n, or a copy of this credential, uses the same app registration: give every n8n an app registration of its own. Rarely, the answer with the new login got lost on its way.',
		failure: 'credential-invalid',
	},
	{
		name: 'login-ended',
		when: { text: /\bchainId\b|\binvalid_grant\b/i },
		code: 'RECONNECT',
		message: 'Exact Online has ended the stored login',
		advice:
			'Open the credential in n8n and connect the account again. Usual causes: the password was changed, the permission of the app was withdrawn, or two programs used the same login at once.',
		failure: 'credential-invalid',
	},
	{
		name: 'login-expired',
		when: { text: /\brefresh token expired\b/i },
		code: 'RECONNECT',
		message: 'The stored login for Exact Online was not used for too long and has expired',
		advice:
			'Open the credential in n8n and connect the account again. Exact Online keeps an unused login for 30 days, so let a workflow run at least once a month.',
		failure: 'credential-invalid',
	},
	{
		name: 'login-too-early',
		when: { text: /\baccess[_ ]token not expired\b/i },
		code: 'LOGIN',
		message: 'Exact Online gives no new login yet, because the present one still works',
		advice:
			'Nothing has to be reconnected: run the workflow again in a minute. If it keeps coming back, check the clock of the machine that runs n8n, and whether another n8n uses the same app registration.',
		failure: 'rate-limited',
	},
	{
		name: 'login-too-early-reason',
		when: { reason: /^TooEarlyToRefreshTokens\b/i },
		code: 'LOGIN',
		message: 'Exact Online gives no new login yet, because it gave one a moment ago',
		advice:
			'Nothing has to be reconnected: run the workflow again in a minute. If it keeps coming back, check the clock of the machine that runs n8n, and whether another n8n uses the same app registration.',
		failure: 'rate-limited',
	},
	{
		// The number of 200 a day is known, the text is not: the one above it begins with these words.
		name: 'login-quota',
		when: { text: /\baccess_denied: Rate limit exceeded\b/i },
		code: 'LOGIN',
		message: 'Exact Online gives this app no more logins for now',
		advice:
			'An app may renew its login about 200 times a day for one user, which is enough for one n8n: give every n8n an app registration of its own. Nothing has to be reconnected; it probably works again tomorrow.',
		failure: 'quota-exhausted',
	},
	{
		name: 'login-app-unknown',
		when: {
			text: /\binvalid_client\b|\binvalid_request\b|\bClient with identifier '[^'\r\n]{0,80}' not found/i,
		},
		code: 'LOGIN',
		message: 'Exact Online does not recognise the app registration in this credential',
		advice:
			"Compare 'Region', 'Client ID' and 'Client Secret' in the credential with the app registration in Exact's App Center: an app works only on the country site where it is registered. Save the credential and connect it again.",
		failure: 'credential-invalid',
	},
	{
		name: 'login-redirect',
		when: { text: /\bunauthorized_client\b/i },
		code: 'LOGIN',
		message:
			'Exact Online does not accept this app registration together with its redirect address',
		advice:
			"In Exact's App Center, the redirect URL of the app has to be exactly the 'OAuth Redirect URL' that the credential shows, and begin with https. Correct it there and connect the credential again.",
		failure: 'credential-invalid',
	},
];

const rights: readonly Explanation[] = [
	{
		name: 'user-blocked',
		when: { reason: /^BlockedUser\b/i },
		code: 'FORBIDDEN',
		message: 'The Exact Online user of this credential is blocked',
		advice:
			"An administrator can unblock the user in Exact Online under 'Master data' > 'Users'. Or connect the credential with another user.",
		failure: 'configuration-invalid',
	},
	{
		name: 'user-inactive',
		when: { reason: /^InactiveUser\b/i },
		code: 'FORBIDDEN',
		message: 'The Exact Online user of this credential is no longer active',
		advice:
			"Connect the credential with an active user, or ask an administrator to look at this one in Exact Online under 'Master data' > 'Users'.",
		failure: 'configuration-invalid',
	},
	{
		name: 'customer-blocked',
		when: { reason: /^BlockedCustomer\b/i },
		code: 'FORBIDDEN',
		message: 'Exact has blocked the customer to which this company belongs',
		advice:
			'This cannot be solved in n8n. Ask whoever holds the Exact Online contract to get in touch with Exact.',
		failure: 'configuration-invalid',
	},
	{
		name: 'licence-expired',
		when: { reason: /^LicenseExpired\b/i },
		code: 'FORBIDDEN',
		message: 'The Exact Online licence of this company has expired',
		advice:
			'Ask whoever holds the Exact Online contract to renew the licence. Nothing has to be changed in n8n afterwards.',
		failure: 'configuration-invalid',
	},
	{
		name: 'division-blocked',
		when: { reason: /^DivisionBlocked\b/i },
		code: 'DIVISION_UNKNOWN',
		message: 'This division is blocked in Exact Online',
		advice:
			'Exact Online blocks a company for instance while it is copied or moved. Open the company in Exact Online to see whether it can be used, and ask Exact when it stays blocked.',
		failure: 'configuration-invalid',
	},
	{
		name: 'division-no-access',
		when: { reason: /^NoDivisionAccess\b/i },
		code: 'DIVISION_UNKNOWN',
		message: 'This login may not open this division',
		advice:
			"Check the value of 'Division'. If it is right, two rights are needed: of the user ('Master data' > 'Users' > 'Overview', then 'Companies: Access rights') and of the app (your name > 'My Exact Online' > 'Security Centre', then 'Manage companies').",
		failure: 'configuration-invalid',
	},
	{
		name: 'division-not-accessible',
		when: { text: /\bDivision not accessible\b|\bWrong Division\b/i },
		code: 'DIVISION_UNKNOWN',
		message: 'This division, or this part of it, is not open to this login',
		advice:
			"Check the value of 'Division', and in Exact Online the company rights of the user and of the app. If other operations work in this division, its licence probably lacks the module for this one.",
		failure: 'configuration-invalid',
	},
	{
		name: 'scope-missing',
		when: { text: /\bApplication Scope Violated\. Cannot \w{1,20} '([^'\r\n]{1,80})' scope/i },
		code: 'FORBIDDEN',
		message: "The app registration lacks the scope '$1'",
		advice:
			"Open the app registration in Exact's App Center, set '$1' to Read or, for writing, to Manage, and reconnect the credential. Exact has to approve the scopes of an app that others use as well.",
		failure: 'configuration-invalid',
	},
	{
		name: 'scope-missing-unnamed',
		when: { text: /\bApplication Scope Violated\b/i },
		code: 'FORBIDDEN',
		message: 'The app registration lacks a scope that this operation needs',
		advice:
			"Open the app registration in Exact's App Center, compare its scopes with the scopes table in the documentation of this node, and reconnect the credential after a change.",
		failure: 'configuration-invalid',
	},
	{
		name: 'document-type-not-allowed',
		when: { text: /\bDocument type not allowed\b/i },
		code: 'FORBIDDEN',
		message: 'This user may not store documents of this kind in Exact Online',
		advice:
			"This is known from users who log in through an accountant's portal (MijnKantoor). Connect the credential with a user who has the rights for documents in the company itself.",
		failure: 'configuration-invalid',
	},
	{
		name: 'edition-lacks-field',
		when: { text: /\bNot allow to update in Basic\s?: ?([^\r\n]{0,79}[^\s.])/i },
		code: 'FORBIDDEN',
		message: "This edition of Exact Online does not let '$1' be changed",
		advice:
			"Leave '$1' out of what you send. If it was not sent, ask Exact about the edition in use.",
	},
];

const limits: readonly Explanation[] = [
	{
		name: 'app-paused',
		when: { text: /\bAPI rate limit exceeded\b/i },
		code: 'ERROR_LIMIT',
		message: 'Exact Online takes no calls of this kind from the app for a while',
		advice:
			'Probably more than ten calls were refused within an hour, after which Exact Online closes that part of the company for an hour or longer. Look at the earlier messages, correct their cause, and go on after an hour.',
		failure: 'rate-limited',
	},
	{
		name: 'filter-required',
		when: { text: /\bmandatory filtering applied\b/i },
		code: 'TOO_BROAD',
		message: 'Exact Online only answers this together with a filter',
		advice:
			"Add a filter, for instance on a date or an ID; in 'API Request' add $filter to the query. Exact Online names the fields that count at the end of its text.",
	},
	{
		name: 'select-required',
		when: { text: /\badd a \$select or a \$top=1\b/i },
		code: 'TOO_BROAD',
		message: 'Exact Online only answers this when the wanted fields are named',
		advice:
			"In 'API Request', add $select to the query with the names of the fields, separated by commas. Other operations do so by themselves.",
	},
];

/** Texts of OData itself, always in English, and .NET's for a malformed key. */
const settings: readonly Explanation[] = [
	{
		name: 'file-unreadable',
		when: { text: /\bto type 'Byte\[\]'/i },
		code: 'PARAM_FORMAT',
		message: 'Exact Online could not read the attached file',
		advice:
			"Use a node before this one that puts the file into the item as binary data, and name that field. In 'API Request' the content of a file has to be base64 text.",
	},
	{
		name: 'id-expected',
		when: { text: /\bfor property '([^'\r\n]{1,80})' to type 'Guid'/i },
		code: 'ID_FORMAT',
		message: "Exact Online expects an ID in '$1'",
		advice:
			'An ID looks like 4f68481a-0e6f-4d7c-9a53-1c2b3d4e5f60. Choose the record from the list, or use the ID that a Get or Get Many operation returned; if it comes from an expression, check that it is not empty.',
	},
	{
		name: 'value-kind',
		when: { text: /\bvalue from request payload for property '([^'\r\n]{1,80})'/i },
		code: 'PARAM_FORMAT',
		message: "The value of '$1' is of another kind than Exact Online expects",
		advice:
			"Check '$1': write a number without quotes and with a point, a date as 2026-01-31, yes or no as true or false.",
	},
	{
		name: 'id-malformed',
		when: {
			text: /\bUnrecognized 'Edm\.Guid' literal|\bUnrecognized Guid format|\bNiet herkende GUID-indeling/i,
		},
		code: 'ID_FORMAT',
		message: 'An ID is not in the form that Exact Online uses',
		advice:
			"An ID looks like 4f68481a-0e6f-4d7c-9a53-1c2b3d4e5f60, and in a filter like guid'4f68481a-0e6f-4d7c-9a53-1c2b3d4e5f60'. If it comes from an expression, check that it is not empty.",
	},
	{
		name: 'filter-kinds',
		when: { text: /\bOperator '\w{1,20}' incompatible with\b/i },
		code: 'PARAM_FORMAT',
		message: 'The filter compares a field with a value of another kind',
		advice:
			"In the filter, write an ID as guid'...', a date as datetime'2026-01-31T00:00:00', text between single quotes, and a number bare.",
	},
	{
		name: 'field-unknown',
		when: { text: /\b(?:The property name|No property) '([^'\r\n]{1,80})'/i },
		code: 'PARAM_FORMAT',
		message: "Exact Online has no field '$1' here",
		advice:
			"Compare '$1' with Exact's reference of the REST API: capital letters count, and some fields can be read but not written, or the other way round. Look in 'Additional Filter', or the query and body of 'API Request'.",
	},
	{
		name: 'filter-field-unsupported',
		when: { text: /\bFiltering on these fields is not supported\s?: ?([^\r\n]{0,119}[^\s.])/i },
		code: 'PARAM_FORMAT',
		message: 'Exact Online cannot filter on $1 here',
		advice:
			"Take $1 out of 'Additional Filter' and filter the result in n8n, for example with the Filter node.",
	},
	{
		name: 'lines-in-change',
		when: { text: /\bBinding to new entities\b/i },
		code: 'PARAM_PAIR',
		message: 'Exact Online takes no lines together with a change of the record',
		advice:
			"Lines can be sent along only when a record is created. Take them out of this call and change them at their own address, for example salesentry/SalesEntryLines in 'API Request'.",
	},
	{
		name: 'content-unreadable',
		when: { text: /\bError processing request stream\b/i },
		code: 'PARAM_FORMAT',
		message: 'Exact Online could not read what was sent',
		advice:
			"It expects one record with field names and values. Check the JSON in the body of 'API Request': no list around the record, lines as a list inside it.",
	},
	{
		name: 'address-unknown',
		when: { text: /\bResource not found for the segment '([^'\r\n]{1,80})'/i },
		code: 'NOT_FOUND',
		message: "Exact Online finds nothing under '$1'",
		advice:
			"Either the record with this ID does not exist in this division (any more), or the path is not one of Exact's. Check 'Division' and the ID, and in 'API Request' the path.",
	},
	{
		name: 'query-unreadable',
		when: {
			text: /\bError in query syntax\b|\bSyntax error at position\b|\bUnrecognized 'Edm\.|\b(?:expected|Unknown function '[^'\r\n]{0,60}') at position \d/i,
		},
		code: 'PARAM_FORMAT',
		message: 'Exact Online could not read the query',
		advice:
			"Check 'Additional Filter', or the query of 'API Request': single quotes around text (a quote inside is doubled), brackets in pairs, and the parameters that Exact's reference asks for.",
	},
];

const periods: readonly Explanation[] = [
	{
		name: 'period-unknown',
		when: {
			text: /\b(?:Mandatory|Verplicht|Unknown)\s?: ?(?:Financial year|Fiscal year|Boekjaar)\b|\bnot defined in the period[ -]date table\b/i,
		},
		code: 'PERIOD_UNKNOWN',
		message: 'The date lies in no financial year or period of this division',
		advice:
			"Check the date first. If it is right, add the year in Exact Online under 'Master data' > 'Financial' > 'Period-date table', then run this again.",
	},
	{
		name: 'period-closed',
		when: { text: /\bPeriode is afgesloten\b|\bPeriod is closed\b/i },
		code: 'PERIOD_CLOSED',
		message: 'The period of this date is closed in Exact Online',
		advice:
			'Use a date in an open period, or ask the bookkeeper to open the period again for this journal.',
	},
	{
		name: 'year-closed',
		when: { text: /\bfinancial year cannot be changed\b|\bboekjaar is gesloten\b/i },
		code: 'PERIOD_CLOSED',
		message: 'The financial year of this date is closed in Exact Online',
		advice:
			'Use a date in an open year, or ask the bookkeeper to open the year again. Entries in a closed year cannot be changed or deleted either.',
	},
];

const relations: readonly Explanation[] = [
	{
		name: 'not-a-customer',
		when: { text: /\b(?:Customer|Klant|Factuur voor) \(Type\)/i },
		code: 'ROLE',
		message: 'The relation is not a customer in Exact Online',
		advice:
			"Open the relation in Exact Online and set its status to 'Customer' (a prospect does not count), or choose another relation.",
	},
	{
		name: 'not-a-supplier',
		when: { text: /\b(?:Supplier|Leverancier) \(Type\)/i },
		code: 'ROLE',
		message: 'The relation is not a supplier in Exact Online',
		advice: "Open the relation in Exact Online and tick 'Supplier', or choose another relation.",
	},
	{
		name: 'relation-inactive',
		when: { text: /\bKlant\s?: ?non-actief\b/i },
		code: 'EXACT',
		message: 'The customer is not active in Exact Online',
		advice:
			'Open the customer in Exact Online and look at the end date: an end date in the past makes it inactive.',
	},
	{
		name: 'control-account-differs',
		when: {
			text: /\bCreditor G\/L account does not match\b|\bklantenrekening van deze relatie is niet gelijk aan\b/i,
		},
		code: 'PARAM_PAIR',
		message: 'The relation and the journal have different accounts for what is owed',
		advice:
			"Choose the journal that belongs to the relation's account. Or open the relation in Exact Online and take out its own G/L account (for a supplier in the section 'Creditor').",
	},
	{
		name: 'payment-condition-missing',
		when: {
			text: /\b(?:Mandatory|Verplicht)\s?: ?(?:Payment condition|Betalingsconditie|Due date|Vervaldatum)\b|\bPayment condition \(\w{1,20}\) is not configured\b/i,
		},
		code: 'PARAM_REQUIRED',
		message: 'Exact Online finds no payment condition for this relation',
		advice:
			"Give a payment condition or a due date, or set a payment condition on the relation. A default for all is set in Exact Online under company name > 'Settings'.",
	},
];

const journals: readonly Explanation[] = [
	{
		name: 'journal-missing',
		when: { text: says('Mandatory|Verplicht', 'Journal|Dagboek|Diary') },
		code: 'PARAM_REQUIRED',
		message: 'The journal is missing',
		advice: "Choose the journal in the node; in 'API Request' give its code, for example 70.",
	},
	{
		name: 'journal-kind',
		when: { text: /\b(?:Invalid|Ongeldig)\s?: ?(?:Journal|Dagboek)\b|\bThe journal must be an? /i },
		code: 'PARAM_PAIR',
		message: 'The journal is of another kind than this entry',
		advice:
			"Choose a journal of the right type: sales, purchase, bank, cash or general. The types are listed in Exact Online under 'Master data' > 'Financial' > 'Journals'.",
	},
	{
		name: 'account-kind',
		when: { text: /\bOngeldig:? ?Grootboekrekeningtype\b/i },
		code: 'PARAM_PAIR',
		message: 'A ledger account is of another type than this entry takes',
		advice:
			'Lines of a sales or purchase entry take revenue and cost accounts, not those for receivables, payables or VAT. Choose another ledger account, or check its type (and that it is not blocked) in Exact Online.',
	},
	{
		name: 'exchange-rate-not-allowed',
		when: { text: says('Not allowed|Niet toegestaan', 'Exchange rate|Wisselkoers') },
		code: 'PARAM_PAIR',
		message: 'The journal does not take an exchange rate of your own',
		advice:
			"Leave the exchange rate out, or open the journal in Exact Online ('Master data' > 'Financial' > 'Journals') and tick 'Exchange rate' under 'Variable'.",
	},
	{
		name: 'bank-balance',
		when: { text: /\bOpening balance plus all \w{1,20} entry lines should result in\b/i },
		code: 'EXACT',
		message: 'Opening balance and lines do not add up to the closing balance',
		advice:
			'The opening balance plus all lines has to give the closing balance, to the cent. A line that is missing, doubled or has the wrong sign is the usual cause.',
	},
	{
		name: 'not-balanced',
		when: { text: /\bentry is not balanced\b|\bis out of balance\b|\bis niet in evenwicht\b/i },
		code: 'EXACT',
		message: 'Debit and credit of the entry are not equal',
		advice:
			"Exact Online names the difference in its text: compare the lines and their VAT with it. For a cent of rounding, an account can be set in Exact Online under company name > 'Settings' > 'Financial' > 'Calculation differences'.",
	},
];

const vat: readonly Explanation[] = [
	{
		name: 'vat-not-allowed',
		when: { text: says('Not allowed|Niet toegestaan', 'VAT[ -]code|Btw-code') },
		code: 'PARAM_PAIR',
		message: 'The journal does not take VAT codes',
		advice:
			"Leave the VAT code empty, or open the journal in Exact Online ('Master data' > 'Financial' > 'Journals') and tick 'VAT'.",
	},
	{
		name: 'vat-amount-without-vat',
		when: {
			text: /\bVAT amount is not allowed if you use a VAT code\b|\bbtw[ -]bedrag is niet toegestaan als u gebruik/i,
		},
		code: 'PARAM_PAIR',
		message: 'The line has a VAT amount, but its VAT code is without VAT or 0 %',
		advice: 'Take the VAT amount out, or choose a VAT code with a percentage.',
	},
	{
		name: 'vat-amount-differs',
		when: { text: /\bBTW[ -]regel met BTW[ -]code (\S{1,10}) komt niet overeen\b/i },
		code: 'EXACT',
		message: 'The VAT amount of VAT code $1 does not fit the lines',
		advice:
			'Check whether the amounts are given without VAT while the VAT code is of the type including VAT, or the other way round. The type is shown in Exact Online in the list of VAT codes.',
	},
	{
		name: 'vat-percentage',
		when: { text: says('Invalid|Ongeldig', 'VAT[ -]percentage|Btw-percentage') },
		code: 'EXACT',
		message: 'The VAT code does not fit this invoice',
		advice:
			'Check the VAT code against the country of the relation and the date of the invoice. Leave a VAT percentage of your own out: Exact Online takes it from the VAT code.',
	},
];

const conflicts: readonly Explanation[] = [
	{
		name: 'entry-number-in-use',
		when: {
			text: /\b(?:In use|In gebruik|Already exists|Bestaat reeds)\s?[:-] ?(?:Entry number|Document number|Boekstuknummer)\b|\bBoekstuknummer in gebruik\b/i,
		},
		code: 'CONFLICT',
		message: 'An entry with this number exists in Exact Online',
		advice:
			'It was probably booked before: look the number up in Exact Online. Otherwise give another number, or leave it out and let Exact Online count.',
	},
	{
		name: 'value-in-use',
		when: {
			text: /(?:^|\] )(?:In use|In gebruik|Already exists|Bestaat reeds)\s?[:-] ?([^\r\n[]{0,119}[^\s.[])/im,
		},
		code: 'CONFLICT',
		message: "Exact Online has a record with this value of '$1'",
		advice: "Look the record up in Exact Online and use it, or give another value for '$1'.",
	},
	{
		name: 'record-exists',
		when: { text: /\bData already exists\b|\bGegevens? bestaa[tn] reeds\b/i },
		code: 'CONFLICT',
		message: 'Exact Online has a record like this one',
		advice:
			'A code or another value that may occur only once is taken. Look the record up in Exact Online and use or change it, or give another code.',
	},
	{
		name: 'record-used',
		when: {
			text: /\b(?:Cannot delete|Kan niet verwijderen)\s?:[^\r\n]{0,200}?\b(?:Used in|Gebruikt in)\s?: ?([^\r\n]{0,119}[^\s.])/i,
		},
		code: 'CONFLICT',
		message: 'Exact Online does not delete the record, because it is used in: $1',
		advice:
			'Delete or change what uses it first. A record with bookings can usually not be deleted; block it or give it an end date in Exact Online instead.',
	},
	{
		name: 'not-deleted',
		when: { text: says('Cannot delete|Kan niet verwijderen') },
		code: 'CONFLICT',
		message: "Exact Online does not delete '$1'",
		advice:
			'It is probably processed, or used by another record. Open it in Exact Online to see what can be done.',
	},
	{
		name: 'open-item-not-found',
		when: {
			text: /\b(?:Betalingstermijn|Payment term)\s?:[^\r\n]{0,300}?\b(?:Niet gevonden|Not found)/i,
		},
		code: 'NOT_FOUND',
		message: 'Exact Online finds no open item for one of the entries to match',
		advice:
			'It is already matched, its open amount is different, or it lies in a closed period. Compare relation, entry number, period and amount with the open items in Exact Online.',
	},
];

/** What remains of the validation: a word, and the field in Exact's own term. */
const fields: readonly Explanation[] = [
	{
		name: 'value-missing',
		when: { text: says('Mandatory|Verplicht') },
		code: 'PARAM_REQUIRED',
		message: "A value for '$1' is missing",
		advice:
			"Fill in '$1'. If the node has no such field, use 'API Request'. Some values are asked for by a setting in Exact Online, as a cost center by a ledger account.",
	},
	{
		name: 'reference-unknown',
		when: {
			text: /(?:^|\] )(?:(?:Invalid reference|Ongeldige referentie)\s?:|Ongeldige ref\.) ?([^\r\n[]{0,119}[^\s.[])/im,
		},
		code: 'NOT_FOUND',
		message: "Exact Online does not find the value given for '$1' in this division",
		advice:
			'Check that it exists in this very division: every company has its own codes and IDs. Exact Online takes journals, VAT codes, payment conditions, cost centers and cost units by code, other records by ID.',
	},
	{
		name: 'value-not-found',
		when: { text: says('Not found|Niet gevonden|Unknown') },
		code: 'NOT_FOUND',
		message: 'Exact Online does not find: $1',
		advice: 'Check that it exists in this very division: every company has its own codes and IDs.',
	},
	{
		name: 'value-refused',
		when: { text: says('Invalid|Ongeldig') },
		code: 'EXACT',
		message: "Exact Online does not accept the value of '$1'",
		advice:
			"Check '$1': the form of the value, whether it fits the other fields, and whether the record behind it is blocked or of another type in Exact Online.",
	},
	{
		name: 'value-not-allowed',
		when: { text: says('Not allowed|Niet toegestaan') },
		code: 'EXACT',
		message: "Exact Online does not allow '$1' here",
		advice:
			"Leave '$1' out, or allow it in the settings of the journal, the ledger account or the relation in Exact Online.",
	},
];

/** Texts in which Exact itself does not say what is wrong. */
const unexplained: readonly Explanation[] = [
	{
		name: 'no-reason-given',
		when: {
			text: /\bObject reference not set to an instance\b|\bobjectverwijzing is niet op een exemplaar ingesteld\b/i,
		},
		code: 'EXACT',
		message: 'Exact Online stopped in the middle and does not say why',
		advice:
			'The text names no field, so the cause is not known. Look in Exact Online whether anything was stored before you repeat it, then leave out optional fields one by one to find the one that matters.',
	},
	{
		name: 'being-investigated',
		when: { text: /\bcause of this issue will be investigated\b/i },
		code: 'EXACT',
		message: 'Exact Online stopped in the middle and will look into it',
		advice:
			'Look in Exact Online whether anything was stored before you repeat it. When the same input always ends so, leave out fields that are empty or that did not change.',
	},
	{
		name: 'says-unavailable',
		when: { text: /\b(?:Server|Service) Unavailable\b/i },
		code: 'UNAVAILABLE',
		message: 'Exact Online is not available right now',
		advice:
			'Try again in a while; a login in the browser shows whether Exact Online is down for everyone.',
		failure: 'temporarily-unavailable',
	},
];

/** Whatever the text and its language: what the HTTP status means at Exact. */
const byStatus: readonly Explanation[] = [
	{
		name: 'query-refused',
		when: { status: [400], text: /\S/ },
		code: 'EXACT',
		advice:
			"Exact Online did not understand the call. Check 'Additional Filter', or the path, query and body of 'API Request'.",
	},
	{
		name: 'query-refused-silently',
		when: { status: [400] },
		code: 'EXACT',
		message: 'Exact Online did not understand the call and does not say why',
		advice: "Check 'Additional Filter', or the path, query and body of 'API Request'.",
	},
	{
		// The login is renewed in time, and once more before a 401 gets here.
		name: 'login-not-accepted',
		when: { status: [401] },
		code: 'FORBIDDEN',
		message: 'Exact Online does not accept the login for this call',
		advice:
			"Check that 'Division' is open to this user and this app, and that the user may do this in Exact Online. If no operation works at all, reconnect the credential.",
		failure: 'configuration-invalid',
	},
	{
		name: 'not-permitted',
		when: { status: [403] },
		code: 'FORBIDDEN',
		message: 'Exact Online does not permit this',
		advice:
			"One of four things is missing: a right of the user (your name > 'My Exact Online' > 'Rights'), the company in the rights of user or app, a scope of the app registration, or a module in the licence. When only one relation is refused, check that it is a customer or supplier.",
		failure: 'configuration-invalid',
	},
	{
		name: 'not-found',
		when: { status: [404] },
		code: 'NOT_FOUND',
		message: 'Exact Online has nothing at this address',
		advice:
			"The record does not exist in this division (any more), or the path is not one of Exact's. Check 'Division' and the ID, and in 'API Request' the path.",
	},
	{
		name: 'operation-not-offered',
		when: { status: [405] },
		code: 'PARAM_PAIR',
		message: 'Exact Online does not offer this operation here',
		advice:
			"Check the method in 'API Request' against Exact's reference: many lists can be read only, and some records cannot be changed.",
	},
	{
		name: 'too-broad',
		when: { status: [408] },
		code: 'TOO_BROAD',
		message: 'The request asks Exact Online for too much at once',
		advice: 'Narrow it down: a shorter range of dates, more filters, or fewer fields.',
	},
	{
		name: 'too-large',
		when: { status: [413] },
		code: 'PARAM_RANGE',
		message: 'What was sent is too large for Exact Online',
		advice:
			'Exact Online takes about 10 MB in one call. Make the file smaller, or send fewer lines at once.',
	},
	{
		name: 'too-many-calls',
		when: { status: [429] },
		code: 'RATE_LIMIT',
		message: 'Exact Online asks to slow down',
		advice:
			'An app registration has 60 calls a minute and 5,000 a day in one division, and everything that uses the same registration counts. Try again in a minute, or tomorrow when the calls of the day are used up.',
		failure: 'rate-limited',
	},
	{
		// Business validation is HTTP 500 at Exact, in a language that the patterns above may not know.
		name: 'content-refused',
		when: { status: [500], text: /\S/ },
		code: 'EXACT',
		advice:
			'Exact Online did not accept the content, and its text names the reason in the language of the connected user. The names in it are those of the screens in Exact Online.',
	},
	{
		name: 'stopped-silently',
		when: { status: [500] },
		code: 'UNAVAILABLE',
		message: 'Exact Online stopped in the middle and gave no reason',
		advice: 'Try again in a while. If the same input always ends so, ask for less at once.',
		failure: 'temporarily-unavailable',
	},
	{
		name: 'down',
		when: { status: [502, 503, 504] },
		code: 'UNAVAILABLE',
		message: 'Exact Online is not available right now',
		advice:
			'It is down for maintenance, overloaded or out of reach. Try again in a while; a login in the browser shows whether Exact Online is down for everyone.',
		failure: 'temporarily-unavailable',
	},
	{
		name: 'redirected',
		when: { status: [300, 301, 302, 303, 304, 305, 306, 307, 308] },
		code: 'UNAVAILABLE',
		message: 'Exact Online sent the call to another address instead of answering it',
		advice:
			"Check 'Region' in the credential (or 'Custom URL'): it has to be the site where you log in to Exact Online. A login page can also be the reason: reconnect the credential when the region is right.",
		failure: 'configuration-invalid',
	},
];

/** Sources: Exact's texts as users reported them; each is quoted in English and, where known, in Dutch. */
export const explanations: readonly Explanation[] = [
	...login,
	...rights,
	...limits,
	...settings,
	...periods,
	...relations,
	...journals,
	...vat,
	...conflicts,
	...fields,
	...unexplained,
	...byStatus,
];
