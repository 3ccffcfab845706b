import type { TroubleCode } from '../../exact/errors/trouble';
import type { Session } from '../../exact/session';
import { nearest } from '../../exact/values/closest';
import { textOf } from '../../exact/values/text';
import type { MasterLookUp, Reference } from '../lookups/lookUp';
import type { Facts } from './facts';

/** Where an input stands, outside in: `['Line 2', 'VAT Code']`. */
export type Where = ReadonlyArray<string | number>;

/** Why something can not be written as it was asked for. All problems of an item are named together. */
export interface Problem {
	code: TroubleCode;
	where: Where;
	/** Goes on after the name of the input: `is "55", which does not exist`. */
	what: string;
	expected: string;
}

/** Codes named as those that may be meant, and of all there are. */
const CODES_MEANT = 3;
const CODES_NAMED = 8;

/** Says that a reference points at nothing, and what may have been meant. */
export function unknownReference(
	known: Facts,
	lookUp: MasterLookUp,
	reference: Reference,
	where: Where,
): Problem {
	const { record, noun, unknown, isShort } = lookUp;
	// Of relations only those are known that other items ask for.
	const rows = isShort ? known.rows(lookUp) : [];
	const all = rows.map((row) => textOf(row[record.code ?? record.key])).sort();
	const given = 'id' in reference ? reference.id : reference.code;
	const codes = ofTheSameClass(given, all);
	const meant = 'id' in reference ? [] : nearest(given, codes).slice(0, CODES_MEANT);
	const some = codes.slice(0, CODES_NAMED);
	const advice = [
		meant.length === 0 ? '' : `Did you mean ${either(meant)}?`,
		all.length === 0 || all.length > 60
			? ''
			: `Known are ${some.join(', ')}${all.length > some.length ? ' and others' : ''}.`,
	].filter(Boolean);
	return {
		code: unknown,
		where,
		what: `is "${given}", but there is no such ${noun} in division ${known.division}`,
		expected: advice.join(' ') || `Choose a ${noun} from the list.`,
	};
}

/** The first digit of a longer code is a class of accounts: 0999 is not meant by 4999. */
function ofTheSameClass(given: string, codes: readonly string[]): readonly string[] {
	const alike = /^\d{3,}$/.test(given) ? codes.filter((code) => code[0] === given[0]) : [];
	return alike.length > 0 ? alike : codes;
}

/** `4100, 4200 or 4300` */
function either(codes: readonly string[]): string {
	return [codes.slice(0, -1).join(', '), codes.at(-1)].filter(Boolean).join(' or ');
}

/** Stops an item for its problems: the first one in the message, all of them in the description. */
export function refuse(problems: readonly Problem[], division: number, session: Session): never {
	const [first] = problems;
	const more = problems.length - 1;
	return session.fail({
		code: first?.code ?? 'PARAM_FORMAT',
		message: `${first === undefined ? '' : said(first)}${more > 0 ? ` (and ${more} more)` : ''}`,
		description: [
			...(more > 0 ? problems.map((one) => `${said(one)}. ${one.expected}`) : [first?.expected]),
			'Nothing was sent to Exact Online for this item.',
		].join(' '),
		division,
		more: {
			problems: problems.map(({ code, where, what, expected }) => ({
				code,
				field: labelOf(where),
				problem: what,
				expected,
			})),
		},
	});
}

function said({ where, what }: Problem): string {
	return where.length === 0 ? what : `'${labelOf(where)}' ${what}`;
}

function labelOf(where: Where): string {
	return where.join(' > ');
}
