import type { Row, Value } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import type { EntryKind } from './kinds.mjs';

/** The master data that the ledger is derived with. */
export interface Books {
	vatCode(code: Value | undefined): Row | undefined;
	glAccount(id: Value | undefined): Row | undefined;
	/** The first ledger account of a type. */
	ofType(type: number): Row | undefined;
	journal(code: Value | undefined): Row | undefined;
	account(id: Value | undefined): Row | undefined;
	condition(code: Value | undefined): Row | undefined;
	/** Decimals of a currency; the company's own for amounts in DC. */
	digits(currency?: Value): number;
}

export function booksOf(company: Company): Books {
	const find = (entity: string) => (key: Value | undefined) =>
		company.table(entity).get(String(key));
	const coded = (entity: string) => (code: Value | undefined) => byCode(company, entity, code);
	const currency = find('Currencies');
	return {
		vatCode: coded('VATCodes'),
		glAccount: find('GLAccounts'),
		ofType: (type) => firstOfType(company, type),
		journal: coded('Journals'),
		account: find('Accounts'),
		condition: coded('PaymentConditions'),
		digits: (code = company.division['Currency']) =>
			Number(currency(code)?.['AmountPrecision'] ?? 2),
	};
}

function firstOfType(company: Company, type: number): Row | undefined {
	let first: Row | undefined;
	for (const row of company.table('GLAccounts').rows()) {
		if (row['Type'] !== type || row['IsBlocked'] === true) continue;
		if (!first || String(row['Code']) < String(first['Code'])) first = row;
	}
	return first;
}

/** Receivable or payable account of an entry: the relation's own, else the journal's. */
export function controlAccount(kind: EntryKind, header: Row, books: Books): Value {
	const own = books.account(header[kind.partner])?.[kind.control.column];
	const ofJournal = books.journal(header['Journal'])?.['GLAccount'];
	return own ?? ofJournal ?? books.ofType(kind.control.type)?.['ID'] ?? null;
}
