import { plainText, type Field } from './field';
import { readDivision } from './reference';

/** More divisions than these are too many for the time that n8n gives to one poll. */
const MOST_DIVISIONS = 25;

/** Several divisions, ticked in a list; an expression gives a list of numbers, or a text with commas. */
export const divisionsField: Field<number[]> = {
	section: 'division',
	property: {
		displayName: 'Division Names or IDs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getDivisions' },
		default: [],
		required: true,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	read: (value, place) => {
		const given: unknown[] = Array.isArray(value) ? value : plainText(value).split(',');
		const texts = [...new Set(given.map(plainText))].filter((text) => text !== '');
		const divisions = texts.map((text) => readDivision(text, place));
		if (divisions.length === 0) readDivision('', place);
		if (divisions.length <= MOST_DIVISIONS) return divisions;
		return place.refuse(
			'PARAM_RANGE',
			`names ${divisions.length} divisions`,
			`Choose at most ${MOST_DIVISIONS}, and add another trigger for the others.`,
		);
	},
};
