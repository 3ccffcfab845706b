import { textOf } from '../../../../exact/values/text';
import { filled } from '../../../../kit/booking/draft/filled';
import { bankAccountOf } from '../../../../kit/booking/master/checks';
import type { Problem } from '../../../../kit/booking/problems';
import { quoted } from '../../../../kit/field';
import type { Given } from '../given';
import type { PartDraft } from './part';

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** The bank account becomes the main one. Exact refuses a wrong IBAN only once the relation is there: it is checked first. */
export function bankAccountPart({ fields, label }: Given, problems: Problem[]): PartDraft[] {
	const { accountNumber, bankAccountHolder } = fields;
	const bic = fields.bic?.replace(/\s/g, '').toUpperCase();
	const at = (field: string) => [label, field];
	if (bic !== undefined && !BIC.test(bic)) {
		const expected = 'A BIC has 8 or 11 letters and digits, such as KREDBEBB.';
		const what = `is ${quoted(fields.bic)}`;
		problems.push({ code: 'PARAM_FORMAT', where: at('BIC'), what, expected });
	}
	if (accountNumber === undefined) {
		if (bic === undefined && bankAccountHolder === undefined) return [];
		const expected = 'Enter the number, or leave BIC and holder empty.';
		const what = 'is empty, but BIC or holder is given';
		problems.push({ code: 'PARAM_PAIR', where: at('Bank Account'), what, expected });
		return [];
	}
	const number = bankAccountOf(accountNumber, at('Bank Account'), problems);
	const part: PartDraft = {
		kind: 'bankAccounts',
		words: 'bank account',
		body: filled({
			BankAccount: number,
			BICCode: bic,
			BankAccountHolderName: bankAccountHolder,
			Main: true,
		}),
		among: (rows) => rows.find((row) => plain(row.BankAccount) === plain(number)),
		changes: (row) => (row.Main === true ? {} : { Main: true }),
	};
	return [part];
}

function plain(value: unknown): string {
	return textOf(value)
		.replace(/[\s.-]/g, '')
		.toUpperCase();
}
