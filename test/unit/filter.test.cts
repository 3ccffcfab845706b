import fc from 'fast-check';

import {
	all,
	any,
	equals,
	filteredFields,
	filterText,
	type Condition,
} from '../../nodes/ExactOnline/exact/odata/filter.js';
import type { Source } from '../../nodes/ExactOnline/exact/source.js';
import { hostileText, readFilter } from './hostileText.cjs';

const source: Source = {
	path: 'crm/Accounts',
	pageSize: 60,
	columns: { ID: 'Guid', Code: 'String', Name: 'String', Status: 'String', Blocked: 'Boolean' },
	padded: { Code: 18 },
};

const text = (condition: Condition | undefined) => filterText(condition, source);
const name = equals('Name', 'x');
const status = equals('Status', 'C');

describe('a filter', () => {
	test.each<[string, Condition | undefined, string]>([
		['nothing', undefined, ''],
		['all of nothing', all(), ''],
		['all of what is not given', all(undefined, undefined), ''],
		['one of one', any(name), "Name eq 'x'"],
		['both', all(name, status), "(Name eq 'x' and Status eq 'C')"],
		['one of two', any(name, status), "(Name eq 'x' or Status eq 'C')"],
		['mixed', all(status, any(name, name)), "(Status eq 'C' and (Name eq 'x' or Name eq 'x'))"],
		['given ones only', all(status, undefined, all()), "Status eq 'C'"],
		['null', equals('Name', null), 'Name eq null'],
		['contains', { field: 'Name', contains: 'a' }, "substringof('a',Name) eq true"],
		['starts with', { field: 'Name', startsWith: 'a' }, "startswith(Name,'a') eq true"],
		['a padded code', equals('Code', ' 42'), "Code eq '                42'"],
		['a padded code that is a number', equals('Code', 42), "Code eq '                42'"],
		['no padded code', equals('Code', null), 'Code eq null'],
		['part of a padded code', { field: 'Code', contains: '42' }, "substringof('42',Code) eq true"],
		["the user's own", all(status, { raw: ' a or b ' }), "(Status eq 'C' and (a or b))"],
		["nothing of the user's own", all(status, { raw: '  ' }), "Status eq 'C'"],
	])('of %s', (_, condition, expected) => {
		expect(text(condition)).toBe(expected);
	});

	test('of one of no conditions raises: "everything" would be the opposite of what was asked', () => {
		expect(() => text(any())).toThrow(TypeError);
		expect(() => text(all(status, any(...[])))).toThrow(TypeError);
	});

	test('of a column that the entity does not have raises', () => {
		expect(() => text(equals('Nmae', 'x'))).toThrow('crm/Accounts has no column Nmae');
		expect(() => text({ field: 'nmae', contains: 'x' })).toThrow(TypeError);
	});

	test('names the columns that it looks at', () => {
		const raw = { raw: "startswith(City,'Name') and Country eq 'BE'" };
		const condition = all(status, any(name, { field: 'Code', contains: 'Blocked' }), raw);
		expect(filteredFields(condition)).toEqual(['Status', 'Name', 'Code', 'City', 'Country']);
		expect(filteredFields(undefined)).toEqual([]);
	});
});

/** Conditions over texts, built twice: with the hostile text, and with an x in its place. */
const twins = fc.letrec<{ twin: { hostile: Condition; harmless: Condition } }>((tie) => ({
	twin: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc
			.tuple(
				fc.constantFrom('is', 'contains', 'startsWith'),
				fc.constantFrom('Name', 'Status'),
				hostileText,
			)
			.map(([kind, field, value]) => {
				const of = (word: string) =>
					(kind === 'is' ? equals(field, word) : { field, [kind]: word }) as Condition;
				return { hostile: of(value), harmless: of('x') };
			}),
		fc
			.tuple(fc.boolean(), fc.array(tie('twin'), { minLength: 1, maxLength: 3 }))
			.map(([both, inner]) => {
				const join = both ? all : any;
				return {
					hostile: join(...inner.map((twin) => twin.hostile)),
					harmless: join(...inner.map((twin) => twin.harmless)),
				};
			}),
	),
})).twin;

test('what a user enters changes the texts of a filter and nothing else', () => {
	fc.assert(
		fc.property(twins, ({ hostile, harmless }) => {
			const read = readFilter(text(hostile));
			expect(read.closed).toBe(true);
			expect(read.outside).toBe(readFilter(text(harmless)).outside);
			expect(read.texts).toEqual(entered(hostile));
		}),
		{ numRuns: 2000 },
	);
});

function entered(condition: Condition): unknown[] {
	if ('all' in condition) return condition.all.flatMap(entered);
	if ('any' in condition) return condition.any.flatMap(entered);
	if ('raw' in condition) return [];
	if ('contains' in condition) return [condition.contains];
	return 'startsWith' in condition ? [condition.startsWith] : [condition.value];
}
