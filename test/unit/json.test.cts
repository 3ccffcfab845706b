import fc from 'fast-check';

import { readJson } from '../../nodes/ExactOnline/exact/http/json.js';

const uri = "https://start.exactonline.nl/api/v1/123456/crm/Accounts(guid'0c1a4f5e')";
const bookkeeping = { uri, type: 'Exact.Web.Api.Models.CRM.Account' };

/** What it has to be, by another way: the parsed answer, without what is called so at any depth. */
const withoutBookkeeping = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(withoutBookkeeping);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => name !== '__metadata');
	return Object.fromEntries(kept.map(([name, inner]) => [name, withoutBookkeeping(inner)]));
};

describe('an answer in JSON', () => {
	it.each([
		['as Exact writes it', JSON.stringify({ __metadata: bookkeeping, ID: 1 })],
		['with spaces', JSON.stringify({ __metadata: bookkeeping, ID: 1 }, null, 2)],
		['behind the columns', JSON.stringify({ ID: 1, __metadata: bookkeeping })],
		['with more in it', JSON.stringify({ __metadata: { ...bookkeeping, media: {} }, ID: 1 })],
		['with quotes in it', JSON.stringify({ __metadata: { uri: 'a"},"b' }, ID: 1 })],
		['with braces in it', JSON.stringify({ __metadata: { uri: 'a},{"b"' }, ID: 1 })],
	])('comes without the bookkeeping of its rows: %s', (_, text) => {
		expect(readJson(text)).toStrictEqual({ ID: 1 });
	});

	it('keeps values that speak of it', () => {
		const row = { Name: '__metadata', Notes: '"__metadata":{"uri":"x"},', ID: 2 };
		expect(readJson(JSON.stringify({ __metadata: bookkeeping, ...row }))).toStrictEqual(row);
	});

	it.each(['', '<html>', '{"d":{"results":[{"__metadata":{"uri":"x","type":"y"},"ID"'])(
		'stays text where it is none: %s',
		(text) => {
			expect(readJson(text)).toBe(text);
		},
	);

	it('is otherwise what it says, whatever that is', () => {
		const name = fc.oneof(fc.string(), fc.constantFrom('__metadata', 'uri', 'ID'));
		const text = fc.oneof(fc.string(), fc.constantFrom('"__metadata":{', '},', '\\"'));
		const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
			tree: fc.oneof(
				{ depthSize: 'small' },
				text,
				fc.integer(),
				fc.array(tie('tree'), { maxLength: 3 }),
				fc.dictionary(name, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
			),
		}));
		fc.assert(
			fc.property(tree, fc.constantFrom(undefined, 1), (value, indent) => {
				const parsed = readJson(JSON.stringify(value, null, indent));
				expect(parsed).toEqual(withoutBookkeeping(value));
			}),
			{ seed: Number(process.env.FC_SEED ?? 42), numRuns: 2000 },
		);
	});
});
