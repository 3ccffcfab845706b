import { closest } from '../../../exact/values/closest';
import { isValidIban, normaliseIban } from '../../../ledger/iban';
import type { RecordType } from '../../../records/record';
import { quoted } from '../../field';
import type { Problem, Where } from '../problems';

/** An email address by its form; Exact looks closer. */
export function emailOf(
	given: string | undefined,
	where: Where,
	problems: Problem[],
): string | undefined {
	if (given === undefined || /^[^\s@]+@[^\s@]+$/.test(given)) return given;
	const expected = 'Enter one email address, such as name@example.com.';
	problems.push({ code: 'PARAM_FORMAT', where, what: `is ${quoted(given)}`, expected });
	return undefined;
}

/** Letters of a country and check digits: what begins like this is an IBAN, or was meant to be one. */
const LIKE_IBAN = /^[A-Z]{2}\d{2}/;

/** The number of a bank account as it is stored; an IBAN that can not be right becomes a problem. */
export function bankAccountOf(given: string, where: Where, problems: Problem[]): string {
	const number = normaliseIban(given);
	if (LIKE_IBAN.test(number) && !isValidIban(number)) {
		const expected = 'Its length or its check digits are wrong: compare it with the original.';
		const what = `is ${quoted(given)}, which is no valid IBAN`;
		problems.push({ code: 'PARAM_FORMAT', where, what, expected });
	}
	return number;
}

/** Exact's own names that a user wrote: one that does not exist, or is a list, would be a counted mistake. */
export function checkExactNames(
	given: Readonly<Record<string, unknown>>,
	{ columns, key }: RecordType,
	where: Where,
	problems: Problem[],
): void {
	const names = Object.keys(columns).filter(
		(name) => columns[name] !== 'Collection' && name !== key,
	);
	for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
		const meant = closest(name, names);
		problems.push({
			code: 'PARAM_FORMAT',
			where,
			what: `contains "${name}", which can not be written`,
			expected: meant === undefined ? 'Use the names of Exact.' : `Did you mean ${meant}?`,
		});
	}
}

/** One thing that was entered in two places: neither may win in silence. */
export function checkTwice(
	given: Readonly<Record<string, unknown>>,
	own: Readonly<Record<string, unknown>>,
	where: Where,
	problems: Problem[],
): void {
	for (const name of Object.keys(given).filter((one) => one in own)) {
		const expected = 'Use the field, or the name of Exact, not both.';
		const what = `contains "${name}", for which a field is filled as well`;
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
}

/** An update that says nothing: n8n left all fields empty, or an expression did. */
export function checkSomething(
	fields: Readonly<Record<string, unknown>>,
	label: string,
	problems: Problem[],
): void {
	if (Object.values(fields).some((value) => value !== undefined)) return;
	const expected = 'Set at least one field to update.';
	problems.push({ code: 'PARAM_REQUIRED', where: [label], what: 'are empty', expected });
}
