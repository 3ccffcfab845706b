import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Problem } from '../problems';

const more = (label: string) => ['Additional Fields', label];

/** Whether the journal takes this currency, and a rate for it; without a currency the journal's own counts. */
export function checkCurrency(
	exchangeRate: number | undefined,
	journal: Row | undefined,
	currency: Row | undefined,
	problems: Problem[],
): void {
	if (journal === undefined) return;
	const own = textOf(journal.Currency);
	const code = textOf(currency?.Code) || own;
	const name = textOf(journal.Code);
	if (code !== own && journal.AllowVariableCurrency === false) {
		problems.push({
			code: 'CURRENCY',
			where: more('Currency'),
			what: `is ${code}, but journal ${name} only accepts ${own}`,
			expected: 'Choose a journal that takes other currencies.',
		});
	}
	if (exchangeRate === undefined) return;
	if (exchangeRate === 0) {
		const expected = "Enter a rate above 0, or leave it empty for Exact's own.";
		problems.push({ code: 'PARAM_RANGE', where: more('Exchange Rate'), what: 'is 0', expected });
	}
	const fixed = journal.AllowVariableExchangeRate === false;
	if (code !== own && !fixed) return;
	problems.push({
		code: 'PARAM_PAIR',
		where: more('Exchange Rate'),
		what: fixed
			? `is given, but journal ${name} takes Exact's own rates only`
			: 'is given without another currency',
		expected: "Fill 'Currency' with the currency of the entry, or leave the rate empty.",
	});
}

/** How many decimals the amounts of a currency have; without one, or without its word for it, two. */
export function decimalsOf(currency: Row | undefined, problems: Problem[]): number {
	const decimals = Number(currency?.AmountPrecision ?? 2);
	if (Number.isInteger(decimals) && decimals >= 0 && decimals <= 6) return decimals;
	problems.push({
		code: 'CURRENCY',
		where: more('Currency'),
		what: `is ${textOf(currency?.Code)}, whose amounts have ${decimals} decimals in Exact Online`,
		expected: 'Look at the currency in Exact Online.',
	});
	return 2;
}
