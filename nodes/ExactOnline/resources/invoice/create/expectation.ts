import { textOf } from '../../../exact/values/text';
import type { Expectation, ExpectedLine } from '../../../kit/booking/entry';
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
	const { total } = inputs.additionalFields;
	const { decimals } = header;
	const exactTotal = total === undefined ? undefined : toMinor(total, decimals);
	return {
		entryType: kind.entryType,
		ledgerSign: kind.side === 'sales' ? 1 : -1,
		day: inputs.invoiceDate ?? '',
		journal: textOf(header.journal?.Code),
		decimals,
		total: totals && {
			gross: exactTotal ?? totals.gross,
			net: totals.net,
			tolerance: exactTotal === undefined ? totals.tolerance : 0,
		},
		number: header.entryNumber,
		reference: inputs.reference,
		bookingReference: bookingReferenceOf(inputs, header),
		lines: lines.map((line) => expectedLine(line, kind.sign)),
	};
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
