import type { Needs } from '../facts';
import { lookUps, type MasterLookUp } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Wanted } from '../../lookups/resolve';
import { invoiceKinds } from '../../../ledger/kinds';
import type { CreateInputs } from './fields';
import { sharesOf } from '../draft/shares';
import { periodDay } from '../draft/period';
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
	const day = periodDay(inputs.invoiceDate, more.period);
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

/** Whom the invoice is with. */
export function relationOf({ kind, client, supplier }: CreateInputs): Reference | undefined {
	return invoiceKinds[kind].side === 'sales' ? client : supplier;
}

export function relationLookUp({ kind }: CreateInputs): MasterLookUp {
	return invoiceKinds[kind].side === 'sales' ? lookUps.client : lookUps.supplier;
}
