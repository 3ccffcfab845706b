import { isGuid } from '../exact/values/guid';
import { plainText, quoted, type Field, type Place, type Section } from './field';
import type { LookUp, Reference } from './lookups/lookUp';

export type { Reference } from './lookups/lookUp';

/** A drop-down with search, an own code, or an ID: wherever one record is chosen. */
export function reference(lookUp: LookUp, words: ReferenceWords = {}): Field<Reference> {
	const { section, property } = locator(lookUp, words);
	return {
		section,
		property: { ...property, required: true },
		read: (value, place) =>
			readReference(value, place, lookUp) ??
			place.refuse(
				'PARAM_REQUIRED',
				'is empty',
				`Choose a ${lookUp.noun}, or enter its code or ID.`,
			),
	};
}

/** The same where it may stay empty. */
export function optionalReference(
	lookUp: LookUp,
	words: ReferenceWords = {},
): Field<Reference | undefined> {
	return {
		...locator(lookUp, words),
		read: (value, place) => readReference(value, place, lookUp),
	};
}

interface ReferenceWords {
	label?: string;
	hint?: string;
	section?: Section;
}

function locator(
	lookUp: LookUp,
	words: ReferenceWords,
): Pick<Field<unknown>, 'section' | 'property'> {
	return {
		section: words.section ?? 'subject',
		property: {
			displayName: words.label ?? lookUp.label,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: lookUp.searchMethod, searchable: true },
				},
				{ displayName: 'By Code', name: 'code', type: 'string', placeholder: lookUp.codeExample },
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
				},
			],
			...(words.hint === undefined ? {} : { description: words.hint }),
		},
	};
}

/** A division: its number is its only key. */
export function divisionReference(lookUp: LookUp): Field<number> {
	return {
		section: 'division',
		property: {
			displayName: lookUp.label,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The company (administration) in Exact Online to work in',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: lookUp.searchMethod, searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: lookUp.codeExample },
			],
		},
		read: (value, place) => readDivision(locatorOf(value).text, place),
	};
}

/** A division number, checked; there is never a default. */
export function readDivision(text: string, place: Place): number {
	if (text === '') {
		return place.refuse(
			'PARAM_REQUIRED',
			'is empty',
			'Choose the company to work in from the list.',
		);
	}
	if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
	return place.refuse(
		'ID_FORMAT',
		`is ${quoted(text)}`,
		'Expected the number of a division, such as 123456: Division > Get Many lists them.',
	);
}

function readReference(value: unknown, place: Place, lookUp: LookUp): Reference | undefined {
	const { mode, text: given } = locatorOf(value);
	const { noun } = lookUp;
	// Exact's own addresses write IDs in braces.
	const text = given.replace(/^\{(.*)\}$/, '$1');
	if (text === '') return undefined;
	if (isGuid(text)) return { id: text.toLowerCase() };
	if (mode === 'id' || (mode === 'list' && lookUp.listValue === 'id')) {
		return place.refuse(
			'ID_FORMAT',
			`is ${quoted(text)}`,
			`Expected the ID of a ${noun}, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. To use its code, switch the field to 'By Code'.`,
		);
	}
	if (text.length <= lookUp.codeWidth) return { code: text };
	return place.refuse(
		'PARAM_FORMAT',
		`is ${quoted(text)}`,
		`The code of a ${noun} has at most ${lookUp.codeWidth} characters.`,
	);
}

/** A resource locator's value, or a bare value from an expression or an AI agent, which may be either kind. */
function locatorOf(value: unknown): { mode: string; text: string } {
	if (typeof value === 'object' && value !== null && ('value' in value || 'mode' in value)) {
		const { mode, value: inner } = value as { mode?: unknown; value?: unknown };
		return { mode: plainText(mode), text: plainText(inner) };
	}
	return { mode: 'any', text: plainText(value) };
}
