import fc from 'fast-check';

import { areAlike, textThatNames } from '../../../nodes/ExactOnline/ledger/clues.js';
import type { OpenInvoice, Payment } from '../../../nodes/ExactOnline/ledger/proposal.js';
import { suggest } from '../../../nodes/ExactOnline/ledger/suggestions.js';
import { firstOnes, sumsTo } from '../../../nodes/ExactOnline/ledger/sums.js';

const invoice = (key: string, amount: number, more: Partial<OpenInvoice> = {}): OpenInvoice => ({
	...{ key, amount, relation: 'r', relationName: 'Bakfietsen Amsterdam B.V.', date: '2026-01-10' },
	...{ due: '2026-02-09', references: [`2670${key}`] },
	...more,
});
const payment = (amount: number, more: Partial<Payment> = {}): Payment => ({
	...{ key: 'p', amount, relationsOfIban: [], text: '', date: '2026-03-01' },
	...more,
});
const shown = (...all: Parameters<typeof suggest>) =>
	suggest(...all).map(({ invoices, grade, difference }) => [invoices.join('+'), grade, difference]);

const [one, two, three] = [invoice('1001', 500), invoice('1002', 700), invoice('1003', 900)];
const elsewhere = { relation: 's', relationName: 'Fietskoerier Utrecht' };
const other = invoice('2001', 500, elsewhere);

describe('a reference', () => {
	test.each([
		['Invoice 26701001, thanks', '26701001', true],
		['INV26701001/2', '26701001', true],
		['2670 1001', '26701001', true],
		['2670.10-01', '26701001', true],
		['126701001', '26701001', false],
		['267010012', '26701001', false],
		['26701002', '26701001', false],
		['+++090/9337/55493+++', '090933755493', true],
		['pay f-2026/17 now', 'F-2026-17', true],
		['xf-2026-17', 'F-2026-17', false],
		['f-2026-178', 'F-2026-17', false],
		['order 123', '123', false],
		['Jansen', 'Jansen', false],
		['(a+)+$ 1234 [', '1234', true],
		['', '26701001', false],
	])('in %j: %s is named: %s', (text, reference, isNamed) => {
		expect(textThatNames(text)(reference)).toBe(isNamed);
	});
});

test.each([
	['Bakfietsen Amsterdam B.V.', 'BAKFIETSEN AMSTERDAM BV', true],
	['Bakfietsen Amsterdam', 'Stichting Bakfietsen Amsterdam', true],
	['Müller & Söhne GmbH', 'Mueller und Sohne', true],
	['Zadelmakerij Lepper & Zn.', 'Zadelmakerij Leppers en Zn', true],
	['Bakfietsen Amsterdam', 'Fietskoerier Utrecht', false],
	['BV', 'B.V.', false],
	['', 'Bakfietsen', false],
	['Jan', 'Jan de Boer', false],
])('%s and %s are alike: %s', (a, b, alike) => {
	expect(areAlike(a, b)).toBe(alike);
	expect(areAlike(b, a)).toBe(alike);
});

describe('sums', () => {
	const list = (...amounts: number[]) => amounts.map((amount) => ({ amount }));

	test('of the first, and of any', () => {
		expect(firstOnes(list(5, 7, 9), 12)).toEqual(list(5, 7));
		expect(firstOnes(list(5, 7, 9), 5)).toBeUndefined();
		expect(firstOnes(list(5, 7, -2, 9), 10)).toEqual(list(5, 7, -2));
		expect(sumsTo(list(5, 7, 9), 14, 5)).toEqual([list(5, 9)]);
		expect(sumsTo(list(1, 1, 1, 1, 1), 5, 5)).toEqual([]);
		expect(sumsTo(list(1, 1, 1), 2, 2)).toHaveLength(2);
		expect(sumsTo(list(), 0, 5)).toEqual([]);
	});

	test('of thousands are looked for among the first', () => {
		const many = Array.from({ length: 5_000 }, (_, at) => ({ amount: at + 1 }));
		expect(sumsTo(many, 9_999, 5)).toEqual([]);
	});
});

describe('a payment', () => {
	test.each<[string, Payment, OpenInvoice[], unknown[]]>([
		[
			'that names an invoice and has its amount',
			payment(500, { text: '26701001' }),
			[one, two],
			[['1001', 'certain', 0]],
		],
		[
			'that names one of two equal ones',
			payment(500, { text: '26701001' }),
			[one, other],
			[['1001', 'certain', 0]],
		],
		['of the amount only', payment(700), [one, two], [['1002', 'possible', 0]]],
		['of an amount that several have', payment(500), [one, other], []],
		[
			'from the IBAN of the relation',
			payment(500, { relationsOfIban: ['r'] }),
			[one, two, other],
			[['1001', 'likely', 0]],
		],
		[
			'from an IBAN of two relations',
			payment(500, { relationsOfIban: ['r', 's'] }),
			[one, other],
			[
				['1001', 'likely', 0],
				['2001', 'likely', 0],
			],
		],
		[
			'of somebody with a similar name',
			payment(500, { name: 'bakfietsen amsterdam' }),
			[one, other],
			[['1001', 'possible', 0]],
		],
		[
			'that is booked on the relation',
			payment(500, { relation: 'r' }),
			[one, two, other],
			[['1001', 'likely', 0]],
		],
		[
			'that is booked on another one',
			payment(700, { relation: 's', text: '26701002' }),
			[one, two],
			[],
		],
		[
			'of an amount twice open',
			payment(500, { relation: 'r' }),
			[one, invoice('1009', 500)],
			[
				['1001', 'possible', 0],
				['1009', 'possible', 0],
			],
		],
		[
			'that names it from a foreign IBAN',
			payment(500, { text: '26701001', relationsOfIban: ['s'] }),
			[one],
			[['1001', 'likely', 0]],
		],
		[
			'that is older than the invoice',
			payment(500, { text: '26701001', date: '2025-12-31' }),
			[one],
			[['1001', 'likely', 0]],
		],
		['that names a part', payment(200, { text: '26701001' }), [one], [['1001', 'possible', -300]]],
		[
			'that names it and has too much',
			payment(600, { text: '26701001' }),
			[one],
			[['1001', 'possible', 100]],
		],
		[
			'that names two that add up',
			payment(1200, { text: '26701001 26701002' }),
			[one, two, three],
			[['1001+1002', 'certain', 0]],
		],
		[
			'that names two that do not',
			payment(1000, { text: '26701001 26701002' }),
			[one, two, three],
			[['1001+1002', 'possible', -200]],
		],
		[
			'that names two and pays one',
			payment(500, { text: '26701001 26701002' }),
			[one, two],
			[
				['1001', 'likely', 0],
				['1001+1002', 'possible', -700],
			],
		],
		[
			'that names one and has the amount of another',
			payment(700, { text: '26701001', relation: 'r' }),
			[one, two],
			[
				['1001', 'possible', 200],
				['1002', 'possible', 0],
			],
		],
		[
			'for several that only it can be for',
			payment(1600, { relation: 'r' }),
			[one, two, three],
			[['1002+1003', 'likely', 0]],
		],
		[
			'for several in two ways',
			payment(1000, { relation: 'r' }),
			[one, invoice('1008', 500), invoice('1009', 500)],
			[
				['1001+1008', 'possible', 0],
				['1001+1009', 'possible', 0],
				['1008+1009', 'possible', 0],
			],
		],
		[
			'for the five oldest',
			payment(15, { relation: 'r' }),
			[1, 2, 3, 4, 5].map((n) => invoice(`100${n}`, n, { due: `2026-02-0${n}` })),
			[['1001+1002+1003+1004+1005', 'likely', 0]],
		],
		[
			'for the only one of the relation, in part',
			payment(100, { relation: 'r' }),
			[one, other],
			[['1001', 'possible', -400]],
		],
		['for nothing of this amount', payment(100, { relation: 'r' }), [one, two], []],
		[
			'that goes back with a credit note',
			payment(-500, { text: '26701001' }),
			[invoice('1001', -500), two],
			[['1001', 'certain', 0]],
		],
		[
			'of an invoice less a credit note',
			payment(200, { relation: 'r' }),
			[invoice('1001', -500), two],
			[['1001+1002', 'likely', 0]],
		],
		['that goes the other way', payment(-200, { text: '26701001' }), [one], []],
		['of nothing', payment(0, { text: '26701001' }), [one], []],
	])('%s', (_, paid, invoices, expected) => {
		expect(shown([paid], invoices)).toEqual(expected);
	});

	test('says why, in words', () => {
		const paid = payment(500, { text: 'Inv. 26701001', relationsOfIban: ['r'] });
		expect(suggest([paid], [one])).toEqual([
			{
				...{ payment: 'p', relation: 'r', invoices: ['1001'], grade: 'certain', score: 100 },
				difference: 0,
				reasons: ['the amount is equal', 'the text names it', 'the IBAN belongs to the relation'],
			},
		]);
	});

	test('is the only certain one for an invoice: the earlier', () => {
		const paid = (key: string, date: string) => payment(500, { key, date, text: '26701001' });
		const [late, early] = [paid('a', '2026-03-02'), paid('b', '2026-03-01')];
		expect(
			suggest([late, early], [one]).map(({ payment: key, grade, reasons }) => [
				key,
				grade,
				reasons.at(-1),
			]),
		).toEqual([
			['b', 'certain', 'the text names it'],
			['a', 'likely', 'another payment is certain for it'],
		]);
		const taken = new Set<string>();
		expect(shown([early], [one], taken)).toEqual([['1001', 'certain', 0]]);
		expect(shown([late], [one], taken)).toEqual([['1001', 'likely', 0]]);
	});

	test('is certain for one thing only', () => {
		const same = invoice('9', 500, { ...elsewhere, references: ['26701001'] });
		expect(shown([payment(500, { text: '26701001' })], [one, same])).toEqual([
			['1001', 'likely', 0],
			['9', 'likely', 0],
		]);
	});
});

describe('whatever is paid', () => {
	const amount = fc.constantFrom(1, 2, 3, 3, 5, -1);
	const relation = fc.constantFrom('r', 's', 't');
	const reference = fc.constantFrom('2670001', '2670002', '2670003', 'F-2026-1');
	const day = fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-10');
	const invoices = fc
		.array(
			fc.record({
				amount,
				relation,
				references: fc.array(reference, { maxLength: 2 }),
				date: day,
				due: day,
			}),
			{ maxLength: 9 },
		)
		.map((all) =>
			all.map((own, at) => ({ ...own, key: `i${at}`, relationName: `Name ${own.relation}` })),
		);
	const payments = fc
		.array(
			fc.record({
				amount,
				relation: fc.option(relation, { nil: undefined }),
				relationsOfIban: fc.array(relation, { maxLength: 2 }),
				text: fc.array(reference, { maxLength: 3 }).map((all) => all.join(' ')),
				date: fc.option(day, { nil: undefined }),
			}),
			{ maxLength: 6 },
		)
		.map((all) => all.map((own, at) => ({ ...own, key: `p${at}` })));
	const many = { numRuns: 1_000, seed: 213 };

	test('no two payments are certain for one invoice, and no payment for two things', () => {
		let certain = 0;
		fc.assert(
			fc.property(payments, invoices, (paid, open) => {
				const sure = suggest(paid, open).filter(({ grade }) => grade === 'certain');
				certain += sure.length;
				const keys = sure.flatMap((one) => one.invoices);
				expect(new Set(keys).size).toBe(keys.length);
				expect(new Set(sure.map((one) => one.payment)).size).toBe(sure.length);
			}),
			many,
		);
		expect(certain).toBeGreaterThan(50);
	});

	test('what is certain adds up and is named, and nothing goes beyond its relation', () => {
		fc.assert(
			fc.property(payments, invoices, (paid, open) => {
				for (const { payment: key, invoices: keys, ...proposal } of suggest(paid, open)) {
					const mine = open.filter((one) => keys.includes(one.key));
					const its = paid.find((one) => one.key === key);
					const sum = mine.reduce((total, one) => total + one.amount, 0);
					expect(proposal.difference).toBe((its?.amount ?? 0) - sum);
					expect(new Set(mine.map((one) => one.relation))).toEqual(
						new Set([its?.relation ?? proposal.relation]),
					);
					expect(keys).toHaveLength(mine.length);
					if (proposal.grade === 'certain') expect(proposal.difference).toBe(0);
					const isNamed = mine.every(({ references }) =>
						references.some((one) => its?.text.includes(one)),
					);
					if (proposal.grade === 'certain') expect(isNamed).toBe(true);
					const bands = { certain: [90, 100], likely: [60, 89], possible: [10, 59] };
					const [least = 0, most = 0] = bands[proposal.grade];
					expect(proposal.score >= least && proposal.score <= most).toBe(true);
				}
			}),
			many,
		);
	});

	test('the order of what comes in means nothing', () => {
		fc.assert(
			fc.property(payments, invoices, (paid, open) => {
				expect(suggest([...paid].reverse(), [...open].reverse())).toEqual(suggest(paid, open));
			}),
			many,
		);
	});
});
