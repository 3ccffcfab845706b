import type { Row, Rules, Writing } from '../entities/entity.mjs';
import { book, linesOf } from '../ledger/booking.mjs';
import { booksOf } from '../ledger/books.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { priceLine, settleTotals } from './entryAmounts.mjs';
import { requireOpen, requireUnmatched } from './entryPeriods.mjs';
import { messages } from './messages.mjs';

/** What Exact calls the columns of a line that are checked here. */
export const lineWords = {
	costCenter: { en: 'Cost center', nl: 'Kostenplaats' },
	costUnit: { en: 'Cost unit', nl: 'Kostendrager' },
	glAccount: { en: 'G/L account', nl: 'Grootboekrekening' },
	vatCode: { en: 'VAT code', nl: 'Btw-code' },
};

/** Rules of lines, inside the POST of their entry or by themselves. */
export function entryLineRules(kind: EntryKind): Rules {
	const headerOf = (row: Row, { company }: Writing) =>
		company.table(kind.entity).get(String(row['EntryID']));

	return {
		fill(row, writing, parent) {
			// Recorded: a line with nothing but AmountDC was accepted, and its amount was 0.
			if (parent) row['AmountFC'] ??= 0;
			if (writing.settings.drop.includes(`${kind.lines}.GLAccount`)) {
				row['GLAccount'] ??= usualAccount(kind, parent ?? headerOf(row, writing), writing);
			}
			const usual = booksOf(writing.company).glAccount(row['GLAccount'])?.['VATCode'];
			row['VATCode'] ??= usual;
		},

		prepare(row, writing, before, given) {
			if (before) row['EntryID'] = before['EntryID'];
			checkCodes(row, writing);
			const header = headerOf(row, writing);
			if (!header) return;
			requireOpen(header, writing);
			requireUnmatched(header, writing);
			row['LineNumber'] ??=
				1 + Number(linesOf(writing.company, kind, header).at(-1)?.['LineNumber']);
			priceLine(kind, header, { row, given }, writing);
		},

		stored(row, writing, _given, how) {
			const header = headerOf(row, writing);
			if (how !== 'inside' && header) refresh(kind, header, writing);
		},

		checkDelete(row, writing) {
			const header = headerOf(row, writing);
			if (!header) return;
			requireOpen(header, writing);
			requireUnmatched(header, writing);
		},

		/** An entry without lines is no entry. */
		removed(row, writing) {
			const header = headerOf(row, writing);
			if (!header) return;
			const left = linesOf(writing.company, kind, header);
			if (left.length > 0) refresh(kind, header, writing);
			else writing.erase(kind.entity, [header]);
		},
	};
}

function refresh(kind: EntryKind, header: Row, writing: Writing): void {
	const lines = linesOf(writing.company, kind, header);
	settleTotals(kind, header, lines, writing);
	header['Modified'] = sqlMoment(writing.now);
	writing.company.store(kind.entity, [header]);
	book(kind, header, writing, false);
}

/** The relation's own account, else the first of its type. */
function usualAccount(kind: EntryKind, header: Row | undefined, { company }: Writing) {
	const books = booksOf(company);
	const own = books.account(header?.[kind.partner])?.[kind.account.column];
	return own ?? books.ofType(kind.account.type)?.['ID'];
}

/** What a reference leads to must be in use, and a ledger account may ask for cost center and unit. */
export function checkCodes(row: Row, writing: Writing): void {
	const books = booksOf(writing.company);
	const glAccount = books.glAccount(row['GLAccount']);
	if (glAccount?.['IsBlocked'] === true) writing.fail(messages.blocked(lineWords.glAccount));
	if (books.vatCode(row['VATCode'])?.['IsBlocked'] === true) {
		writing.fail(messages.blocked(lineWords.vatCode));
	}
	if (glAccount?.['UseCostcenter'] === 1 && !row['CostCenter']) {
		writing.fail(messages.mandatory(lineWords.costCenter));
	}
	if (glAccount?.['UseCostunit'] === 1 && !row['CostUnit']) {
		writing.fail(messages.mandatory(lineWords.costUnit));
	}
}
