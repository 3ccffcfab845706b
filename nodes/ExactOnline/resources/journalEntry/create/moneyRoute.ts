import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { freeHeader } from '../../../kit/booking/free/header';
import { generalLines, grossOf, type GeneralLineInput } from '../../../kit/booking/general/lines';
import { draftMoney } from '../../../kit/booking/money/draft';
import type { MoneyLineInput } from '../../../kit/booking/money/lines';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { fromMinor } from '../../../ledger/money';
import { ledgerEntry } from '../../../records/ledgerEntry';
import type { EntryInputs } from './fields';

/**
 * An entry in a bank or cash journal: the line on the journal's own account is left out, since Exact books it, and the
 * others say what came in (credit) and went out (debit), with the VAT that their codes add.
 */
export function draftMoneyOf(inputs: EntryInputs, facts: Facts): FreeDraft {
	const problems: Problem[] = [];
	const warnings: string[] = [];
	const journal = facts.row(lookUps.journal, inputs.journal);
	const { decimals } = freeHeader(inputs, journal, facts, []);
	const checked = generalLines(inputs.lines, { facts, decimals, journal }, { problems, warnings });
	const isOwn = (line: GeneralLineInput) => isOwnLine(line, journal, facts);
	if (!inputs.lines.some(isOwn)) problems.push(noOwnLine(journal));
	const gross = (label: string) =>
		-checked.filter((line) => line.label === label).reduce((sum, line) => sum + grossOf(line), 0);
	const lines = inputs.lines.flatMap((line, index) => {
		const label = `Line ${index + 1}`;
		return isOwn(line) ? [] : [moneyLine(line, label, fromMinor(gross(label), decimals))];
	});
	const draft = draftMoney({ ...inputs, lines }, facts);
	const ofHeader = draft.problems.filter(({ where: [first] }) => !/^Line/.test(textOf(first)));
	const all = problems.length > 0 ? [...ofHeader, ...problems] : draft.problems;
	return { ...draft, shown: ledgerEntry, problems: all };
}

function isOwnLine(line: GeneralLineInput, journal: Row | undefined, facts: Facts): boolean {
	const account = facts.row(lookUps.ledgerAccount, line.ledgerAccount);
	const own = textOf(journal?.GLAccount).toLowerCase();
	return !isWithSomebody(line) && own !== '' && textOf(account?.ID).toLowerCase() === own;
}

function noOwnLine(journal: Row | undefined): Problem {
	return {
		code: 'ROUTE',
		where: ['Lines'],
		what: `hold none on ledger account ${textOf(journal?.GLAccountCode)}, the own account of journal ${textOf(journal?.Code)}`,
		expected: 'Add the line of the bank or cash account with what came in or went out.',
	};
}

function isWithSomebody({ client, supplier, employee }: GeneralLineInput): boolean {
	return [client, supplier, employee].some((party) => party !== undefined);
}

/** A relation's line is booked on the account that was entered. */
function moneyLine(line: GeneralLineInput, label: string, amount: number): MoneyLineInput {
	const { ledgerAccount, client, supplier, employee, vatCode, description, distribution } = line;
	const { costCenter, costUnit, project, vatAmount } = line;
	return {
		...(isWithSomebody(line) ? { controlAccount: ledgerAccount } : { ledgerAccount }),
		...{ label, amount, client, supplier, employee, vatCode, description },
		...{ costCenter, costUnit, project, distribution },
		vatAmount: vatAmount === undefined ? undefined : vatAmount * Math.sign(amount),
	};
}
