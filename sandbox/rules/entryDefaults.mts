import type { Row, Writing } from '../entities/entity.mjs';
import { booksOf } from '../ledger/books.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import { byCode } from './codes.mjs';
import { messages } from './messages.mjs';

const dayLength = 86_400_000;
const currencyWords = { en: 'Currency', nl: 'Valuta' };
const rateWords = { en: 'Exchange rate', nl: 'Wisselkoers' };

/** The journal of an entry, or undefined after the failure has been noted. */
export function journalOf(kind: EntryKind, row: Row, writing: Writing): Row | undefined {
	const { normal, returns } = kind.journals;
	return checkJournal([normal, returns], row['Journal'], writing);
}

/** The journal with this code, which has to be of one of the types and in use. */
export function checkJournal(
	types: readonly number[],
	code: Row[string],
	writing: Writing,
): Row | undefined {
	if (code === undefined || code === null || code === '') return undefined;
	const journal = byCode(writing.company, 'Journals', code);
	if (!journal || !types.includes(Number(journal['Type']))) {
		// Exact names the table, in Dutch as well (seen in a report of a user).
		writing.fail(messages.invalidReference({ en: 'Journals', nl: 'Journals' }));
		return undefined;
	}
	if (journal['IsBlocked'] === true) {
		writing.fail(messages.blocked({ en: 'Journal', nl: 'Dagboek' }));
	}
	return journal;
}

/** The relation has to be a customer or a supplier. */
export function checkPartner(
	{ partner, partnerWords, role }: EntryKind,
	row: Row,
	writing: Writing,
) {
	const account = writing.company.table('Accounts').get(String(row[partner]));
	if (!account || account[role.column] === role.value) return;
	const { en, nl } = partnerWords;
	writing.fail(messages.invalid({ en: `${en} (Type)`, nl: `${nl} (Type)` }));
}

/** Currency of the journal unless another is given and allowed; rate of the table likewise. */
export function settleCurrency(row: Row, journal: Row, writing: Writing): void {
	const { company } = writing;
	const home = company.division['Currency'];
	const usual = journal['Currency'] ?? home;
	row['Currency'] ??= usual;
	if (row['Currency'] !== usual && journal['AllowVariableCurrency'] !== true) {
		writing.fail(messages.notAllowed(currencyWords));
	}
	if (row['Currency'] === home) row['Rate'] = 1;
	else if (!row['Rate'] || journal['AllowVariableExchangeRate'] !== true) {
		row['Rate'] = tableRate(row, writing);
	}
}

/** The last rate that begins on or before the date of the entry. */
function tableRate(row: Row, writing: Writing): Row[string] {
	let found: Row | undefined;
	for (const rate of writing.company.table('ExchangeRates').rows()) {
		if (rate['SourceCurrency'] !== row['Currency']) continue;
		if (Number(rate['StartDate']) > Number(row['EntryDate'])) continue;
		if (!found || Number(rate['StartDate']) > Number(found['StartDate'])) found = rate;
	}
	const known = writing.company.table('Currencies').get(String(row['Currency']));
	if (!found && known) writing.fail(messages.mandatory(rateWords));
	return found?.['Rate'];
}

/** Payment condition of the relation, else 30 days; the due date follows from it. */
export function settleDueDate(kind: EntryKind, row: Row, { company }: Writing): void {
	const books = booksOf(company);
	const own = books.account(row[kind.partner])?.[kind.condition];
	row['PaymentCondition'] ??= own ?? books.condition('30')?.['Code'];
	if (row['DueDate'] !== undefined && row['DueDate'] !== null) return;
	const days = Number(books.condition(row['PaymentCondition'])?.['PaymentDays'] ?? 30);
	row['DueDate'] = Number(row['EntryDate']) + days * dayLength;
}

/** Exact cuts what is too long without a word. */
export function cutReference(row: Row, { settings }: Writing): void {
	const { YourRef: reference } = row;
	if (typeof reference === 'string') row['YourRef'] = reference.slice(0, settings.yourRefLength);
}

export function today({ now }: Writing): number {
	return Math.floor(now / dayLength) * dayLength;
}
