import { textOf } from '../../../exact/values/text';
import type { Expectation, ExpectedLine, ExpectedTotal } from '../../../kit/booking/entry';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { toMinor } from '../../../ledger/money';
import type { Totals } from '../../../ledger/vat';
import type { CreateInputs } from './fields';
import type { Header } from './header';
import type { DraftLine } from './lines';
import { bookingReferenceOf } from './sameInvoice';

/** What the entry has to be once Exact has booked it. */
export function expectation(
	inputs: CreateInputs,
	kind: InvoiceKindFacts,
	header: Header,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
): Expectation {
	const { decimals } = header;
	return {
		entryType: kind.entryType,
		ledgerSign: kind.side === 'sales' ? 1 : -1,
		day: inputs.invoiceDate ?? '',
		journal: textOf(header.journal?.Code),
		decimals,
		total: expectedTotal(inputs, lines, totals, decimals),
		number: header.entryNumber,
		reference: inputs.reference,
		bookingReference: bookingReferenceOf(inputs, header),
		lines: lines.map((line) => expectedLine(line, kind.sign)),
	};
}

/** The total that was given, else what the lines come to; Exact may round the VAT of each line in another way. */
function expectedTotal(
	{ additionalFields: { total } }: CreateInputs,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
	decimals: number,
): ExpectedTotal | undefined {
	if (total === undefined) return totals && { ...totals, isGiven: false };
	const { net, tolerance } = totals ?? { tolerance: lines.length };
	return { gross: toMinor(total, decimals), net, tolerance, isGiven: true };
}

function expectedLine(line: DraftLine, sign: 1 | -1): ExpectedLine {
	const { label, ledgerAccount, input, rule, costCenter, costUnit, projectId } = line;
	// VAT that is included, not deductible or not owed changes the line in the ledger.
	const changes =
		rule?.type === 'I' || (input.nonDeductiblePercentage ?? input.privateUsePercentage ?? 0) > 0;
	return {
		label,
		ledgerAccountId: textOf(ledgerAccount.ID),
		ledgerAccount: textOf(ledgerAccount.Code),
		amount: changes ? undefined : line.amount * sign,
		costCenter,
		costUnit,
		projectId,
	};
}
