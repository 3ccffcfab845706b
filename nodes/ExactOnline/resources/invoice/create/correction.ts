import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { toMinor } from '../../../ledger/money';
import type { CreateInputs } from './fields';
import type { LineInput } from './lineFields';
import { finder, type DraftLine } from './lines';
import { totalsOf } from './totals';
import { vatRuleOf } from './vatCode';

const where = (label: string) => ['Additional Fields', label];

/** A line that nobody entered. */
const nothing: Omit<LineInput, 'ledgerAccount'> = {
	amount: undefined,
	vatCode: undefined,
	description: undefined,
	costCenter: undefined,
	costUnit: undefined,
	project: undefined,
	distribution: [],
	from: undefined,
	to: undefined,
	nonDeductiblePercentage: undefined,
	privateUsePercentage: undefined,
	quantity: undefined,
	vatAmount: undefined,
	vatPercentage: undefined,
};

/** The line that books the difference between the lines and the total that was given, if it was asked for. */
export function correctionLine(
	inputs: CreateInputs,
	lines: readonly DraftLine[],
	decimals: number,
	facts: Facts,
	problems: Problem[],
): DraftLine[] {
	const { correctionLedgerAccount: account, correctionVatCode, total } = inputs.additionalFields;
	if (account === undefined) return [];
	const find = finder(facts, problems);
	const ledgerAccount = find(lookUps.ledgerAccount, account, where('Correction Ledger Account'));
	const vatCode = find(lookUps.vatCode, correctionVatCode, where('Correction VAT Code'));
	if (vatCode === undefined && correctionVatCode === undefined) {
		const expected = 'Choose the VAT code of the difference, often the one of 0 %.';
		problems.push({
			code: 'PARAM_PAIR',
			where: where('Correction VAT Code'),
			what: 'is empty, but a correction account is given',
			expected,
		});
	}
	const totals = totalsOf(inputs, lines, decimals);
	if (total === undefined || totals === undefined || ledgerAccount === undefined) return [];
	const difference = toMinor(total, decimals) - totals.gross;
	if (difference === 0) return [];
	return [
		{
			label: 'Correction',
			ledgerAccount,
			vatCode,
			rule: vatRuleOf(vatCode),
			// No VAT on a rounding, whatever the code: the difference is all there is.
			amount: difference,
			vatAmount: 0,
			input: { ...nothing, ledgerAccount: account },
		},
	];
}
