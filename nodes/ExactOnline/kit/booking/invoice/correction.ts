import type { Problem } from '../problems';
import { lookUps } from '../../lookups';
import { toMinor } from '../../../ledger/money';
import type { CreateInputs } from './fields';
import type { LineInput } from './lineFields';
import { accountProblems } from '../draft/accounts';
import { finder } from '../draft/finder';
import type { DraftLine, LineContext } from './lines';
import { totalsOf } from './totals';
import { vatProblems, vatRuleOf } from '../draft/vatCode';

const where = (label: string) => ['Additional Fields', label];

/** The line that books the difference between the lines and the total that was given, if it was asked for. */
export function correctionLine(
	inputs: CreateInputs,
	lines: readonly DraftLine[],
	{ facts, side, decimals }: Pick<LineContext, 'facts' | 'side' | 'decimals'>,
	problems: Problem[],
): DraftLine[] {
	const { correctionLedgerAccount: account, correctionVatCode, total } = inputs.additionalFields;
	if (account === undefined) return [];
	const find = finder(facts, problems);
	const ledgerAccount = find(lookUps.ledgerAccount, account, where('Correction Ledger Account'));
	const vatCode = find(lookUps.vatCode, correctionVatCode, where('Correction VAT Code'));
	const input: LineInput = {
		ledgerAccount: account,
		amount: undefined,
		vatCode: undefined,
		distribution: [],
	};
	const totals = totalsOf(inputs, lines, decimals);
	problems.push(
		...missing(inputs, totals !== undefined),
		...accountProblems(ledgerAccount, input, where('Correction')),
		...vatProblems(vatCode, input, side, where('Correction')),
	);
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
			input,
		},
	];
}

/** What a correction can not do without. */
function missing({ additionalFields: more }: CreateInputs, isReckoned: boolean): Problem[] {
	const what = 'is empty, but a correction account is given';
	const problems: Problem[] = [];
	if (more.correctionVatCode === undefined) {
		const expected = 'Choose the VAT code of the difference, often the one of 0 %.';
		problems.push({ code: 'PARAM_PAIR', where: where('Correction VAT Code'), what, expected });
	}
	if (more.total === undefined) {
		const expected = 'Enter the total that the invoice has to come to.';
		problems.push({ code: 'PARAM_PAIR', where: where('Total'), what, expected });
	}
	if (!isReckoned) {
		problems.push({
			code: 'PARAM_PAIR',
			where: ['Lines'],
			what: 'have no VAT code, so that the difference to the total is not known',
			expected: 'Choose a VAT code for each line.',
		});
	}
	return problems;
}
