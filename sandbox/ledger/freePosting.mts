import type { Row, Value } from '../entities/entity.mjs';
import type { Books } from './books.mjs';
import type { FreeKind } from './freeKinds.mjs';
import { rounded, total } from './money.mjs';
import type { Posting } from './posting.mjs';
import { vatRuleOf } from './pricing.mjs';

/** What the VAT of a line is: its letters (TransactionLines.VATType) and the account that it goes to. */
export interface LineVat {
	basis: 'V' | 'I' | 'S';
	letter: 'A' | 'O';
	glAccount: Value;
	/** Reverse charge: booked back on this account at once, and no part of any total. */
	back?: { letter: 'P'; glAccount: Value };
}

/** How the VAT of a line is booked; `debit` is its amount in the ledger. */
export function lineVatOf(line: Row, debit: number, books: Books): LineVat | undefined {
	const code = books.vatCode(line['VATCode']);
	if (!code) return undefined;
	const sold = isSale(line, code, debit);
	const otherwise = () => books.ofType(24)?.['ID'] ?? null;
	const pay = code['GLToPay'] ?? otherwise();
	const claim = code['GLToClaim'] ?? otherwise();
	const [near, far] = sold ? [pay, claim] : [claim, pay];
	return {
		basis: code['Type'] === 'N' ? 'S' : sold ? 'V' : 'I',
		...{ letter: sold ? 'A' : 'O', glAccount: near },
		back: vatRuleOf(code).charged ? { letter: 'P', glAccount: far } : undefined,
	};
}

/** The letter of the line says whether it is a sale, else its code; else a credit is one. */
function isSale(line: Row, code: Row, debit: number): boolean {
	const letter = String(line['VATType'] ?? '-');
	if ('VXAZ'.includes(letter)) return true;
	if ('IWNOQ'.includes(letter)) return false;
	const side = { P: false, S: true }[String(code['VATTransactionType'])];
	return side ?? debit < 0;
}

/** Columns that a ledger line has from a line that names them itself. */
function columnsOf(line: Row, header: Row): Row {
	return {
		Account: line['Account'],
		Date: line['Date'],
		Document: line['Document'],
		InvoiceNumber: line['OurRef'],
		ExchangeRate: line['ExchangeRate'] ?? header['ExchangeRate'],
	};
}

/**
 * The ledger of a free entry. Line 0 is the bank or cash account with everything that flowed; of a general
 * entry it is an empty shell.
 */
export function freePostings(
	kind: FreeKind,
	header: Row,
	lines: readonly Row[],
	books: Books,
): Posting[] {
	const sum = (name: string) => total(lines.map((line) => Number(line[name] ?? 0)));
	const first: Posting = kind.money
		? {
				glAccount: books.journal(header['JournalCode'])?.['GLAccount'] ?? null,
				...{ amount: sum('AmountFC'), home: sum('AmountDC') },
			}
		: { glAccount: null, amount: 0, home: 0 };
	const { Date, ExchangeRate } = columnsOf(lines[0] ?? {}, header);
	first.columns = { Date, ExchangeRate };
	const postings = lines.flatMap((line) => {
		const columns = columnsOf(line, header);
		return kind.money ? flow(line, columns, books) : plain(line, columns);
	});
	return [first, ...postings];
}

/** A line of a general entry is a line of the ledger; VAT has lines of its own. */
function plain(line: Row, columns: Row): Posting[] {
	return [
		{
			...{ glAccount: line['GLAccount'] ?? null, line, whole: true },
			...{ amount: Number(line['AmountFC'] ?? 0), home: Number(line['AmountDC'] ?? 0) },
			...{ vatCode: line['VATCode'], vatType: text(line['VATType']) },
			...{ vat: Number(line['AmountVATFC'] ?? 0), base: Number(line['VATBaseAmountFC'] ?? 0) },
			columns: { ...columns, OffsetID: line['OffsetID'] },
		},
	];
}

/** What flowed, on its account without the VAT that was in it. */
function flow(line: Row, columns: Row, books: Books): Posting[] {
	const rule = lineVatOf(line, -Number(line['AmountFC'] ?? 0), books);
	const vat = -Number(line['AmountVATFC'] ?? 0);
	const vatHome = rounded(vat * Number(line['ExchangeRate'] ?? 1), books.digits());
	const less = (name: string, part: number) =>
		total([-Number(line[name] ?? 0), rule?.back ? 0 : -part], 4);
	const amount = less('AmountFC', vat);
	const part = { vatCode: line['VATCode'], vat, base: amount, line, columns };
	const own: Posting = {
		...{ ...part, glAccount: line['GLAccount'] ?? null, whole: true, vatType: rule?.basis },
		...{ amount, home: less('AmountDC', vatHome) },
	};
	if (!rule || vat === 0) return [own];
	const { back } = rule;
	const taxed = { glAccount: rule.glAccount, vatType: rule.letter, amount: vat, home: vatHome };
	const postings = [own, { ...part, ...taxed }];
	if (!back) return postings;
	const opposite = { glAccount: back.glAccount, vatType: back.letter };
	return [...postings, { ...part, ...opposite, amount: -vat, home: -vatHome }];
}

const text = (value: Value | undefined) => (typeof value === 'string' ? value : undefined);
