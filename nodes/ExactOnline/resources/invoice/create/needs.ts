import type { Needs } from '../../../kit/booking/facts';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import type { Wanted } from '../../../kit/lookups/resolve';
import { invoiceKinds } from '../../../ledger/kinds';
import { parsePeriod } from '../../../ledger/period';
import type { CreateInputs } from './fields';
import { sharesOf } from './shares';
import { linesOf } from './lineFields';

/** The currency by which amounts are counted where none is given; Exact's list says how many decimals it has. */
const EURO: Reference = { code: 'EUR' };

/** Everything that has to be looked up before an invoice can be drafted. */
export function needs(inputs: CreateInputs): Needs {
	const { additionalFields: more } = inputs;
	const wanted = (lookUp: MasterLookUp, reference: Reference | undefined): Wanted[] =>
		reference === undefined ? [] : [{ lookUp, reference }];
	const lines = linesOf(inputs).flatMap((line) => [
		...wanted(lookUps.ledgerAccount, line.ledgerAccount),
		...wanted(lookUps.vatCode, line.vatCode),
		...sharesOf(line).flatMap(({ plan, account }) => wanted(lookUps[plan], account)),
	]);
	const day = periodDay(inputs);
	return {
		references: [
			...lines,
			...wanted(relationLookUp(inputs), relationOf(inputs)),
			// All journals: one that was not chosen is the only one of its type.
			{ lookUp: lookUps.journal },
			...wanted(lookUps.currency, more.currency ?? EURO),
			...wanted(lookUps.paymentTerm, more.paymentTerm),
			...wanted(lookUps.ledgerAccount, more.correctionLedgerAccount),
			...wanted(lookUps.vatCode, more.correctionVatCode),
		],
		days: day === undefined ? [] : [day],
		country: [
			more.paymentReference,
			more.gAccountAmount,
			more.withholdingAmount,
			more.withholdingBase,
			more.withholdingPercentage,
		].some((value) => value !== undefined),
	};
}

/** The day by which the period is found: that of the invoice, or the first of the month to book in. */
export function periodDay({ invoiceDate, additionalFields }: CreateInputs): string | undefined {
	const { period } = additionalFields;
	if (period === undefined) return invoiceDate;
	const month = parsePeriod(period);
	if ('code' in month) return undefined;
	return `${month.year}-${String(month.month).padStart(2, '0')}-01`;
}

/** Whom the invoice is with. */
export function relationOf({ kind, client, supplier }: CreateInputs): Reference | undefined {
	return invoiceKinds[kind].side === 'sales' ? client : supplier;
}

export function relationLookUp({ kind }: CreateInputs): MasterLookUp {
	return invoiceKinds[kind].side === 'sales' ? lookUps.client : lookUps.supplier;
}
