import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { lineDifferences, sidesOf } from '../../../ledger/freeEntry';
import { format, toMinor } from '../../../ledger/money';
import { entryKind } from '../../entries/entryKind';
import { dayOfEntry } from '../../entries/wholeEntry';
import type { ExpectedLine } from '../entry';
import type { FreeDraft, FreeExpectation } from './draft';

/** In which points a whole entry of the ledger is not the one that was asked for. None: it is the same. */
export function differences(row: Row, { expect }: FreeDraft): string[] {
	if (linesOf(row).length === 0) return [];
	const journal = textOf(row.JournalCode);
	return [
		...headDifferences(row, expect),
		...(journal === expect.journal ? [] : [`it is in journal ${journal}, not ${expect.journal}`]),
		...lineWords(expect, standingLines(row, expect)),
	];
}

/** The same for two items of one run. */
export function twinDifferences({ expect }: FreeDraft, { expect: twin }: FreeDraft): string[] {
	const named = [
		['date', expect.day, twin.day],
		['journal', expect.journal, twin.journal],
		['currency', expect.currency, twin.currency],
	] as const;
	const points = named
		.filter(([, asked, booked]) => asked !== booked)
		.map(([what, asked, booked]) => `its ${what} is ${booked}, not ${asked}`);
	const standing = twin.lines.map(({ ledgerAccountId, ledgerAccount, amount }) => ({
		account: ledgerAccountId.toLowerCase(),
		code: ledgerAccount,
		amount,
	}));
	return [...points, ...lineWords(expect, standing)];
}

/** In which points an entry as a whole is another one, whatever its lines are. */
function headDifferences(row: Row, expect: FreeExpectation): string[] {
	const { entryType, day, currency, decimals, debit, tolerance } = expect;
	const points: string[] = [];
	const type = Number(row.Type);
	if (type !== entryType) {
		const [what] = entryKind(type, 'another kind of entry');
		points.push(`it is ${what}`);
	}
	const bookedOn = dayOfEntry(row);
	if (bookedOn !== day) points.push(`its date is ${bookedOn}, not ${day}`);
	const bookedIn = textOf(row.Currency);
	if (currency !== '' && bookedIn !== currency)
		return [...points, `its currency is ${bookedIn}, not ${currency}`];
	const amounts = linesOf(row).map(({ AmountFC }) => toMinor(Number(AmountFC ?? 0), decimals));
	const total = sidesOf(amounts).debit;
	if (Math.abs(total - debit) > tolerance) {
		points.push(`its total is ${format(total, decimals)}, not ${format(debit, decimals)}`);
	}
	if (row.IsBalanced === false) points.push('it does not balance');
	return points;
}

/** The ledger's lines of a whole entry. */
export function linesOf({ TransactionLines }: Row): Row[] {
	return (TransactionLines ?? []) as Row[];
}

interface Standing {
	account: string;
	code: string;
	amount?: number;
}

function standingLines(row: Row, { decimals }: FreeExpectation): Standing[] {
	return linesOf(row).map(({ GLAccount, GLAccountCode, AmountFC }) => ({
		account: textOf(GLAccount).toLowerCase(),
		code: textOf(GLAccountCode),
		amount: toMinor(Number(AmountFC ?? 0), decimals),
	}));
}

function lineWords({ lines, decimals }: FreeExpectation, standing: readonly Standing[]): string[] {
	const asked = lines.map((line) => ({
		account: line.ledgerAccountId.toLowerCase(),
		code: line.ledgerAccount,
		amount: line.amount,
	}));
	const { missing, besides } = lineDifferences(asked, standing);
	const say = ({ code, amount }: Standing) =>
		amount === undefined
			? `line on ${code}`
			: `${amount < 0 ? 'credit' : 'debit'} of ${format(Math.abs(amount), decimals)} on ${code}`;
	return [
		...missing.map((line) => `it has no ${say(line)}`),
		// The lines of VAT are Exact's own.
		...(lines.some(hasVat) ? [] : besides.map((line) => `it has a ${say(line)}`)),
	];
}

function hasVat({ vatCode }: ExpectedLine): boolean {
	return vatCode !== undefined;
}
