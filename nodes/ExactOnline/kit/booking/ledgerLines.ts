import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { toMinor } from '../../ledger/money';
import { transactionLine } from '../../records/transactionLine';
import type { EntryDraft } from './entry';

const select =
	`ID EntryID LineNumber Type GLAccount GLAccountCode GLAccountDescription AmountFC AmountDC AmountVATFC VATCode
	VATPercentage CostCenter CostUnit Project ProjectDescription Description Quantity`
		.trim()
		.split(/\s+/);

/** The ledger's lines of some entries, by entry: up to 1,000 a call. */
export async function ledgerLines(
	entryIds: readonly string[],
	division: number,
	session: Session,
): Promise<Map<string, Row[]>> {
	const lines = new Map<string, Row[]>();
	const reading = { division, select, field: 'EntryID', values: [...new Set(entryIds)] };
	for await (const row of session.listByValues(transactionLine, reading)) {
		const entry = keyOf(row.EntryID);
		lines.set(entry, [...(lines.get(entry) ?? []), row]);
	}
	return lines;
}

/** What the ledger says of an entry. */
export interface LedgerOutcome {
	/** Minor units as shown to people: credit notes negative. */
	total: number;
	/** The same in the company's currency, major units. */
	totalDC?: number;
	/** An invoice is an invoice, a credit note a credit note. */
	isRightKind: boolean;
	/** The lines below the first, with the signs that the entry itself has. */
	lines: Row[];
}

/** Reads the outcome off the ledger; nothing while it shows no first line. */
export function outcomeOf(
	{ expect, isCredit, record }: EntryDraft,
	row: Row,
	lines: ReadonlyMap<string, readonly Row[]>,
): LedgerOutcome | undefined {
	const mine = lines.get(keyOf(row[record.key])) ?? [];
	// Line 0 is the line of the receivable or payable, with the whole total.
	const head = mine.find(({ LineNumber }) => Number(LineNumber) === 0);
	if (head === undefined) return undefined;
	const { ledgerSign, decimals, entryType } = expect;
	const total = toMinor(Number(head.AmountFC ?? 0) * ledgerSign, decimals);
	return {
		total,
		totalDC: typeof head.AmountDC === 'number' ? head.AmountDC * ledgerSign : undefined,
		isRightKind: Number(head.Type) === entryType && (isCredit ? total <= 0 : total >= 0),
		lines: mine
			.filter((line) => line !== head)
			.sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber))
			.map((line) => entryLine(line, -ledgerSign)),
	};
}

/** A line of the ledger with the names and signs that lines of entries have. */
function entryLine(line: Row, sign: number): Row {
	const { AmountVATFC, ...rest } = line;
	const signed = (amount: unknown) => (typeof amount === 'number' ? amount * sign + 0 : null);
	return {
		...rest,
		AmountFC: signed(rest.AmountFC),
		AmountDC: signed(rest.AmountDC),
		VATAmountFC: signed(AmountVATFC),
	};
}

function keyOf(value: unknown): string {
	return textOf(value).toLowerCase();
}
