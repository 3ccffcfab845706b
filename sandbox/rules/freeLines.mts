import type { Draft, Row, Rules, Writing } from '../entities/entity.mjs';
import { linesOf } from '../ledger/booking.mjs';
import { booksOf } from '../ledger/books.mjs';
import { asEntry, bookFree, termTableOf } from '../ledger/freeBooking.mjs';
import type { FreeKind } from '../ledger/freeKinds.mjs';
import { lineVatOf } from '../ledger/freePosting.mjs';
import { rounded, total } from '../ledger/money.mjs';
import { priced, vatRuleOf } from '../ledger/pricing.mjs';
import { newGuid } from '../rows/input.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { checkCodes, lineWords } from './entryLines.mjs';
import { requireOpen } from './entryPeriods.mjs';
import { messages } from './messages.mjs';

const relation = { en: 'Account', nl: 'Relatie' };

/** Rules of the lines of general journal, bank and cash entries. There is no PUT and no DELETE. */
export function freeLineRules(kind: FreeKind): Rules {
	const headerOf = (row: Row, { company }: Writing) =>
		company.table(kind.entity).get(String(row['EntryID']));

	return {
		prepare(row, writing, _before, given) {
			checkCodes(row, writing);
			const control = termTableOf(booksOf(writing.company).glAccount(row['GLAccount']));
			// Not said anywhere: that an open item of nobody is refused is a guess.
			if (control && !row['Account']) writing.fail(messages.mandatory(relation));
			const header = headerOf(row, writing);
			if (header) joinEntry(kind, header, { row, given }, writing);
		},

		stored(row, writing, _given, how) {
			const header = headerOf(row, writing);
			if (how === 'inside' || !header) return;
			const { company } = writing;
			company.store(kind.lines, vatLinesOf(kind, [row], writing));
			header['Modified'] = sqlMoment(writing.now);
			if (kind.money) {
				const balances = [header['ClosingBalanceFC'], row['AmountFC']];
				header['ClosingBalanceFC'] = total(balances.map(Number), 4);
			}
			company.store(kind.entity, [header]);
			bookFree(kind, header, writing, false);
		},
	};
}

/** A line sent by itself goes behind the others; a general entry has to stay in balance. */
function joinEntry(kind: FreeKind, header: Row, draft: Draft, writing: Writing): void {
	const { row } = draft;
	requireOpen(asEntry(kind, header), writing);
	const last = linesOf(writing.company, kind, header).at(-1);
	row['LineNumber'] = 1 + Number(last?.['LineNumber'] ?? 0);
	row['Date'] ??= last?.['Date'];
	const rate = Number(header['ExchangeRate'] ?? last?.['ExchangeRate'] ?? 1);
	settleFreeLine(kind, header, rate, draft, writing);
	if (!kind.money && row['AmountFC'] !== 0) {
		writing.fail(messages.notBalanced(Number(row['AmountFC'])));
	}
}

/** Amounts and VAT of a line. `AmountDC` counts where `AmountFC` is missing: in general entries only. `usual` is the rate of the entry. */
export function settleFreeLine(
	kind: FreeKind,
	header: Row,
	usual: number,
	{ row, given }: Draft,
	writing: Writing,
): void {
	const books = booksOf(writing.company);
	const journal = books.journal(header['JournalCode']) ?? {};
	refuseVat(row, journal, writing);
	// A line of a bank or cash entry may have a rate of its own.
	const free = kind.money && journal['AllowVariableExchangeRate'] === true;
	const rate = Number((free ? row['ExchangeRate'] : undefined) ?? usual);
	const digits = books.digits(header['Currency']);
	const rule = vatRuleOf(books.vatCode(row['VATCode']));
	const amount = Number(row['AmountFC'] ?? rounded(Number(row['AmountDC'] ?? 0) / rate, digits));
	const vat = ownVat(row, given);
	const including = rule.including || (kind.money && !rule.charged);
	const price = priced({ amount, vat }, { ...rule, including }, digits);
	if (kind.money) row['ExchangeRate'] = rate;
	row['AmountFC'] = kind.money ? rounded(amount, digits) : price.net;
	row['AmountDC'] = rounded(row['AmountFC'] * rate, books.digits());
	const debit = kind.money ? -row['AmountFC'] : row['AmountFC'];
	const booked = lineVatOf(row, debit, books);
	if (!booked) return;
	row['AmountVATFC'] = price.vat;
	row['VATPercentage'] = rule.percentage;
	row['VATType'] = booked.basis;
	if (kind.money) return;
	row['AmountVATDC'] = rounded(price.vat * rate, books.digits());
	row['VATBaseAmountFC'] = price.net;
	row['VATBaseAmountDC'] = row['AmountDC'];
}

function refuseVat(row: Row, journal: Row, writing: Writing): void {
	if (!row['VATCode'] || journal['AllowVAT'] === true) return;
	writing.fail(messages.notAllowed(lineWords.vatCode));
	row['VATCode'] = null;
}

/** The VAT that was given with the line, if it was. */
function ownVat(row: Row, given: ReadonlySet<string>): number | undefined {
	const own = given.has('AmountVATFC') && row['AmountVATFC'] !== null;
	return own ? Number(row['AmountVATFC']) : undefined;
}

/** Exact adds the VAT of a general entry to its lines. */
export function vatLinesOf(kind: FreeKind, lines: readonly Row[], writing: Writing): Row[] {
	if (kind.money) return [];
	const books = booksOf(writing.company);
	let last = Math.max(0, ...lines.map((line) => Number(line['LineNumber'])));
	return lines.flatMap((line) => {
		const vat = lineVatOf(line, Number(line['AmountFC']), books);
		if (!vat || !line['AmountVATFC']) return [];
		const copied = ['EntryID', 'Date', 'Description', 'VATCode', 'VATPercentage'];
		copied.push('VATBaseAmountFC', 'VATBaseAmountDC', 'Created', 'Modified');
		const common = Object.fromEntries(copied.map((name) => [name, line[name]]));
		const amounts = (sign: 1 | -1): Row => ({
			...common,
			...{ ID: newGuid(writing.company, kind.lines), LineNumber: (last += 1) },
			...{ AmountFC: sign * Number(line['AmountVATFC']) },
			...{ AmountDC: sign * Number(line['AmountVATDC']) },
			...{ AmountVATFC: line['AmountVATFC'], AmountVATDC: line['AmountVATDC'] },
		});
		const booked = { ...amounts(1), GLAccount: vat.glAccount, VATType: vat.letter };
		if (!vat.back) return [booked];
		const back = { ...amounts(-1), GLAccount: vat.back.glAccount, VATType: vat.back.letter };
		return [booked, back];
	});
}
