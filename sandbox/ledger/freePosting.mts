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
	back?: { letter: 'A' | 'P'; glAccount: Value };
}

/** A line is a sale when its code or its letter says so; else when it is a credit in the ledger. */
export function lineVatOf(line: Row, debit: number, books: Books): LineVat | undefined {
	const code = books.vatCode(line['VATCode']);
	if (!code) return undefined;
	const letter = String(line['VATType'] ?? '');
	const side = { P: false, S: true }[String(code['VATTransactionType'])];
	const sold = /[VXAZ]/.test(letter) || (!/[IWNOQ]/.test(letter) && (side ?? debit < 0));
	const otherwise = books.ofType(24)?.['ID'] ?? null;
	const pay = code['GLToPay'] ?? otherwise;
	const claim = code['GLToClaim'] ?? otherwise;
	const back = vatRuleOf(code).charged
		? { letter: 'P' as const, glAccount: sold ? claim : pay }
		: undefined;
	const basis = code['Type'] === 'N' ? 'S' : sold ? 'V' : 'I';
	return { basis, letter: sold ? 'A' : 'O', glAccount: sold ? pay : claim, back };
}

/** Columns that a ledger line has from a line that names them itself. */
function columnsOf(line: Row): Row {
	return {
		Account: line['Account'],
		Date: line['Date'],
		Document: line['Document'],
		InvoiceNumber: line['OurRef'],
		ExchangeRate: line['ExchangeRate'],
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
	first.columns = { Date: lines[0]?.['Date'], ExchangeRate: lines[0]?.['ExchangeRate'] };
	return [first, ...lines.flatMap((line) => (kind.money ? flow(line, books) : plain(line)))];
}

/** A line of a general entry is a line of the ledger; VAT has lines of its own. */
function plain(line: Row): Posting[] {
	return [
		{
			...{ glAccount: line['GLAccount'] ?? null, line, whole: true },
			...{ amount: Number(line['AmountFC'] ?? 0), home: Number(line['AmountDC'] ?? 0) },
			...{ vatCode: line['VATCode'], vatType: text(line['VATType']) },
			...{ vat: Number(line['AmountVATFC'] ?? 0), base: Number(line['VATBaseAmountFC'] ?? 0) },
			columns: { ...columnsOf(line), OffsetID: line['OffsetID'] },
		},
	];
}

/** What flowed, on its account without the VAT that was in it. */
function flow(line: Row, books: Books): Posting[] {
	const amount = -Number(line['AmountFC'] ?? 0);
	const vat = -Number(line['AmountVATFC'] ?? 0);
	const rate = Number(line['ExchangeRate'] ?? 1);
	const rule = lineVatOf(line, amount, books);
	const inside = rule?.back ? 0 : vat;
	const home = -Number(line['AmountDC'] ?? 0);
	const insideHome = rounded(inside * rate, books.digits());
	const net = total([amount, -inside], 4);
	const columns = columnsOf(line);
	const part = { vatCode: line['VATCode'], vat, base: net, line, columns };
	const own: Posting = {
		...{ ...part, glAccount: line['GLAccount'] ?? null, whole: true, vatType: rule?.basis },
		...{ amount: net, home: total([home, -insideHome], 4) },
	};
	if (!rule || vat === 0) return [own];
	const home2 = rounded(vat * rate, books.digits());
	const taxed = { ...part, glAccount: rule.glAccount, vatType: rule.letter };
	const postings = [own, { ...taxed, amount: vat, home: home2 }];
	const { back } = rule;
	if (back) {
		const opposite = { glAccount: back.glAccount, vatType: back.letter };
		postings.push({ ...part, ...opposite, amount: -vat, home: -home2 });
	}
	return postings;
}

const text = (value: Value | undefined) => (typeof value === 'string' ? value : undefined);
