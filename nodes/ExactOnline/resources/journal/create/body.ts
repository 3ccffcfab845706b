import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { filled } from '../../../kit/booking/draft/filled';
import type { Facts } from '../../../kit/booking/facts';
import {
	bankAccountOf,
	checkExactNames,
	checkTwice,
	codeIn,
	idIn,
	usable,
} from '../../../kit/booking/master';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { journal } from '../../../records/journal';
import { typeNumbers, type JournalType } from '../types';
import { label, providerNumbers, type JournalInputs } from './fields';

/** Journals of money: every line of theirs stands against one ledger account. */
const ofMoney: readonly JournalType[] = ['bank', 'cash', 'paymentService'];

/** `GLAccounts.Type` of the account that sales and purchases stand against. */
const control: Readonly<Partial<Record<JournalType, { type: number; words: string }>>> = {
	purchase: { type: 22, words: 'accounts payable' },
	purchaseReturn: { type: 22, words: 'accounts payable' },
	sales: { type: 20, words: 'accounts receivable' },
	salesReturn: { type: 20, words: 'accounts receivable' },
};

/** The columns of a new journal. What its kind needs and does not have, or the other way round, becomes a problem. */
export function journalBody(inputs: JournalInputs, facts: Facts, problems: Problem[]): IDataObject {
	const { code, name, type, ledgerAccount, additionalFields: more } = inputs;
	const { additionalExactFields: exact = {} } = more;
	const { currency, paymentInTransitAccount: transit } = more;
	const place = [lookUps.ledgerAccount.label];
	const account = usable(facts, lookUps.ledgerAccount, ledgerAccount, place, problems);
	checkAccount(inputs, account, problems);
	const at = (field: string) => [label, field];
	const inTransit = at('In-Transit Account');
	const own = filled({
		Code: code,
		Description: name,
		Type: typeNumbers[type],
		GLAccount: idIn(account),
		BankAccountIncludingMask: numberOf(inputs, problems),
		PaymentServiceProvider: providerOf(inputs, problems),
		PaymentServiceAccountIdentifier: more.providerAccount,
		Currency: codeIn(usable(facts, lookUps.currency, currency, at('Currency'), problems)),
		PaymentInTransitAccount: idIn(
			usable(facts, lookUps.ledgerAccount, transit, inTransit, problems),
		),
		AllowVariableCurrency: more.allowOtherCurrencies,
		AllowVariableExchangeRate: more.allowOtherExchangeRates,
		AllowVAT: more.allowVat,
	});
	const where = at('Additional Exact Fields');
	checkExactNames(exact, journal, where, problems);
	checkTwice(exact, own, where, problems);
	return { ...exact, ...own } as IDataObject;
}

function checkAccount(
	{ type, ledgerAccount }: JournalInputs,
	account: Row | undefined,
	problems: Problem[],
): void {
	const where = [lookUps.ledgerAccount.label];
	if (ledgerAccount === undefined && ofMoney.includes(type)) {
		const expected = 'Choose the ledger account that its lines stand against.';
		const what = `is empty, but a journal of the type ${type} needs one`;
		problems.push({ code: 'PARAM_REQUIRED', where, what, expected });
	}
	if (ledgerAccount !== undefined && type === 'general') {
		const what = 'is given, but a journal of the type general has none';
		const expected = 'Leave it out, or choose another type.';
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	const { [type]: wanted } = control;
	if (wanted === undefined || account === undefined || Number(account.Type) === wanted.type) return;
	problems.push({
		code: 'GL_TYPE',
		where,
		what: `is ${textOf(account.Code)}, which is not of the type ${wanted.words} (${wanted.type})`,
		expected: `Choose a ledger account of the type ${wanted.words}.`,
	});
}

/** The number of the own bank account, which bank journals have and no others. */
function numberOf({ type, bankAccount }: JournalInputs, problems: Problem[]): string | undefined {
	const where = ['Bank Account'];
	if (bankAccount !== undefined && type === 'bank')
		return bankAccountOf(bankAccount, where, problems);
	if (bankAccount === undefined && type !== 'bank') return undefined;
	if (bankAccount === undefined) {
		const expected = 'Enter the IBAN or the number of the own bank account.';
		const what = 'is empty, but a journal of the type bank needs one';
		problems.push({ code: 'PARAM_REQUIRED', where, what, expected });
	} else {
		const what = `is given, but a journal of the type ${type} has none`;
		const expected = 'Leave it out, or choose Bank as the type.';
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	return undefined;
}

function providerOf(
	{ type, paymentService, additionalFields }: JournalInputs,
	problems: Problem[],
): number | undefined {
	const where = ['Payment Service'];
	const isOne = type === 'paymentService';
	if (isOne && paymentService === 'none') {
		const expected = 'Choose the payment service: Exact wants it.';
		const what = 'is none, but a journal of the type paymentService needs one';
		problems.push({ code: 'PARAM_REQUIRED', where, what, expected });
	}
	const isGiven = paymentService !== 'none' || additionalFields.providerAccount !== undefined;
	if (!isOne && isGiven) {
		const what = `is given, but a journal of the type ${type} has none`;
		const expected = 'Leave it out, or choose Payment Service as the type.';
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	return paymentService === 'none' ? undefined : providerNumbers[paymentService];
}
