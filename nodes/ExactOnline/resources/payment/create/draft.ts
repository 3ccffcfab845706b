import type { Facts } from '../../../kit/booking/facts';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { draftMoney, type MoneyInputs } from '../../../kit/booking/money/draft';
import type { Problem } from '../../../kit/booking/problems';
import type { Named } from './plan';

/** The entry with a line for each payment; problems of payments hide those that only follow from them. */
export function draftOf(named: Named, facts: Facts): FreeDraft {
	const draft = draftMoney(moneyInputs(named), facts);
	const own = [...named.problems, ...currencyProblems(named, draft)];
	if (own.length === 0) return draft;
	const places = new Set(own.map(({ where }) => where[0]));
	const followsFrom = ({ code, where: [place] }: Problem) =>
		code === 'TOTAL_MISMATCH' || place === 'Lines' || places.has(place);
	const others = draft.problems.filter((one) => !followsFrom(one));
	return { ...draft, problems: [...own, ...others] };
}

/** A bank or cash entry as kit/booking/money takes it; its row is shown later, together with the payments. */
export function moneyInputs({ inputs, payments }: Named): MoneyInputs {
	const { division, journal, date, options } = inputs;
	const { description, ...additionalFields } = inputs.additionalFields;
	return {
		...{ division, journal, date, options, additionalFields },
		...{ output: 'raw', fieldsToReturn: [] },
		lines: payments.map(({ label, owed, amount }) => ({
			label,
			[owed.side]: { id: owed.relationId },
			distribution: [],
			controlAccount: { id: owed.ledgerAccountId },
			amount: owed.flow * (amount || owed.open),
			ourReference: owed.number,
			description,
		})),
	};
}

function currencyProblems({ payments }: Named, { expect: { currency } }: FreeDraft): Problem[] {
	if (currency === '') return [];
	return payments
		.filter(({ owed }) => owed.currency !== '' && owed.currency !== currency)
		.map(({ label, owed }) => ({
			code: 'CURRENCY',
			where: [label, 'Invoice or Entry ID'],
			what: `is entry ${owed.entryNumber} in ${owed.currency}, but the entry that pays it is in ${currency}`,
			expected: `Choose a journal or a currency in ${owed.currency}. Or book it with Financial Entry > Create, and match it with Matching > Match.`,
		}));
}
