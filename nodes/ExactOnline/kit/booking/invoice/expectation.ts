import { textOf } from '../../../exact/values/text';
import type { Expectation, ExpectedLine, ExpectedTotal } from '../entry';
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
	const { decimals, currency, journal } = header;
	return {
		entryType: kind.entryType,
		ledgerSign: kind.side === 'sales' ? 1 : -1,
		day: inputs.invoiceDate ?? '',
		journal: textOf(journal?.Code),
		currency: textOf(currency?.Code) || textOf(journal?.Currency),
		decimals,
		entered: lines.reduce((sum, { amount }) => sum + amount, 0),
		total: expectedTotal(inputs, lines, totals, decimals),
		number: header.entryNumber,
		reference: inputs.reference,
		bookingReference: bookingReferenceOf(inputs, header),
		lines: lines.map((line) => expectedLine(line, kind.sign)),
	};
}

/** The total that was given, else what the lines come to. */
function expectedTotal(
	inputs: CreateInputs,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
	decimals: number,
): ExpectedTotal | undefined {
	const { total } = inputs.additionalFields;
	const gross = total === undefined ? totals?.gross : toMinor(total, decimals);
	if (gross === undefined) return undefined;
	// Exact may round the VAT of each line in another way.
	const rounding = totals?.tolerance ?? lines.length;
	const tolerance = rounding + withheld(inputs, totals, decimals);
	return { gross, net: totals?.net, tolerance, isGiven: total !== undefined };
}

/** Tax that the client keeps back (Spain). Whether Exact takes it off the total is not documented. */
function withheld(
	{ additionalFields: more }: CreateInputs,
	totals: Totals | undefined,
	decimals: number,
): number {
	if (more.withholdingAmount !== undefined) return toMinor(more.withholdingAmount, decimals);
	const { withholdingBase: base, withholdingPercentage: percentage = 0 } = more;
	const whole = base === undefined ? (totals?.net ?? 0) : toMinor(base, decimals);
	return Math.ceil((Math.abs(whole) * percentage) / 100);
}

function expectedLine(line: DraftLine, sign: 1 | -1): ExpectedLine {
	const { label, ledgerAccount, input, rule, costCenter, costUnit, projectId } = line;
	// VAT that is included, not deductible or not owed changes the line in the ledger.
	const { nonDeductiblePercentage = 0, privateUsePercentage = 0 } = input;
	const changes = rule?.type === 'I' || nonDeductiblePercentage > 0 || privateUsePercentage > 0;
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
