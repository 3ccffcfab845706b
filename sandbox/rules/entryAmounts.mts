import type { Draft, Row, Writing } from '../entities/entity.mjs';
import { booksOf } from '../ledger/books.mjs';
import type { Books } from '../ledger/books.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import { rounded, total } from '../ledger/money.mjs';
import { priced, vatRuleOf } from '../ledger/pricing.mjs';

/** -1 where the sign that is sent is the opposite of the one that is stored: in some return journals. */
export function signOf(kind: EntryKind, header: Row, { company, settings }: Writing): 1 | -1 {
	const type = booksOf(company).journal(header['Journal'])?.['Type'];
	return type === kind.journals.returns && settings.returnJournalSign === 'positive' ? -1 : 1;
}

/** Net amount and VAT of a line from what was sent; what was not sent stays as it is stored. */
export function priceLine(
	kind: EntryKind,
	header: Row,
	{ row, given }: Draft,
	writing: Writing,
): void {
	const books = booksOf(writing.company);
	const sign = signOf(kind, header, writing);
	const rule = vatRuleOf(books.vatCode(row['VATCode']));
	const sent = (name: string) =>
		given.has(name) && row[name] !== null ? sign * Number(row[name]) : undefined;
	const amount = sent('AmountFC');
	const vat = sent('VATAmountFC');
	if (amount === undefined && vat === undefined && !given.has('VATCode')) {
		if (row['AmountDC'] !== undefined) return;
	}
	const stored = { amount: Number(row['AmountFC'] ?? 0), vat };
	const result =
		amount === undefined
			? priced(stored, { ...rule, including: false }, books.digits(header['Currency']))
			: priced({ amount, vat }, rule, books.digits(header['Currency']));
	row['AmountFC'] = result.net;
	row['VATAmountFC'] = result.vat;
	row['VATPercentage'] = row['VATCode'] ? rule.percentage : undefined;
	convertLine(header, row, books);
}

function convertLine(header: Row, line: Row, books: Books): void {
	const rate = Number(header['Rate'] ?? 1);
	const home = (amount: Row[string]) => rounded(Number(amount ?? 0) * rate, books.digits());
	line['VATBaseAmountFC'] = line['AmountFC'];
	line['AmountDC'] = home(line['AmountFC']);
	line['VATBaseAmountDC'] = line['AmountDC'];
	line['VATAmountDC'] = home(line['VATAmountFC']);
}

/** VAT given for the whole entry: the line with the most VAT takes what differs from the sum. */
export function overrideVat(
	header: Row,
	lines: readonly Row[],
	vat: number,
	writing: Writing,
): void {
	const books = booksOf(writing.company);
	const digits = books.digits(header['Currency']);
	const rule = (line: Row) => vatRuleOf(books.vatCode(line['VATCode']));
	const own = lines.filter((line) => !rule(line).charged);
	const weight = (line: Row) =>
		Math.abs(Number(line['VATAmountFC'])) + Math.abs(Number(line['AmountFC'])) / 1e9;
	const [largest] = [...own].sort((a, b) => weight(b) - weight(a));
	if (!largest) return;
	const left = total([vat, ...own.map((line) => -Number(line['VATAmountFC']))], digits);
	largest['VATAmountFC'] = total([Number(largest['VATAmountFC']), left], digits);
	if (rule(largest).including) {
		largest['AmountFC'] = total([Number(largest['AmountFC']), -left], digits);
	}
	convertLine(header, largest, books);
}

/** Totals, and the kind of entry that they make: VAT of reverse charge is no part of them. */
export function settleTotals(
	kind: EntryKind,
	header: Row,
	lines: readonly Row[],
	{ company, settings }: Writing,
): void {
	const books = booksOf(company);
	const [digits, rate] = [books.digits(header['Currency']), Number(header['Rate'] ?? 1)];
	const taxed = lines.filter((line) => !vatRuleOf(books.vatCode(line['VATCode'])).charged);
	const vat = total(
		taxed.map((line) => Number(line['VATAmountFC'])),
		digits,
	);
	const net = total(
		lines.map((line) => Number(line['AmountFC'])),
		digits,
	);
	header['VATAmountFC'] = vat;
	header['VATAmountDC'] = rounded(vat * rate, books.digits());
	header['AmountFC'] = total([net, vat], digits);
	header['AmountDC'] = rounded(header['AmountFC'] * rate, books.digits());
	const returns = books.journal(header['Journal'])?.['Type'] === kind.journals.returns;
	const credit = returns || (header['AmountFC'] < 0 && settings.salesCredit === 'creditNote');
	header['Type'] = credit ? kind.types.credit : kind.types.invoice;
	for (const line of lines) line['Type'] = header['Type'];
}
