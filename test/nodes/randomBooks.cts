import fc from 'fast-check';

import { BE, NL } from '../harness/inputs.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import type { Side } from '../sandbox/bookkeeper.cjs';
import type { Free } from '../sandbox/freeEntries.cjs';

/** What the test knows of a demo company; days lie around the end of a financial year. */
export interface Company {
	division: number;
	/** Two months before the turn of the year, and two after it. */
	months: readonly [string, string, string, string];
	accounts: Record<'sales' | 'purchases' | 'costs' | 'other' | 'bank' | 'cash', string>;
	control: Record<Side, string>;
	vat: Record<Side, string>;
	/** Percent by VAT code. */
	codes: Record<string, number>;
	journals: Record<Side | `${Side}Return` | Free, string>;
}

const journals = { sales: '70', salesReturn: '71', purchases: '60', purchasesReturn: '61' };

export const companies: readonly Company[] = [
	{
		division: NL,
		months: ['2026-11', '2026-12', '2027-01', '2027-02'],
		accounts: {
			...{ sales: '8000', purchases: '4100', costs: '9200', other: '1150' },
			...{ bank: '1100', cash: '1000' },
		},
		control: { sales: '1300', purchases: '1600' },
		vat: { sales: '1500', purchases: '1510' },
		codes: { 4: 21, 5: 9, 0: 0 },
		journals: { ...journals, bank: '20', cash: '10', general: '90' },
	},
	{
		division: BE,
		months: ['2026-05', '2026-06', '2026-07', '2026-08'],
		accounts: {
			...{ sales: '700000', purchases: '610000', costs: '650000', other: '580000' },
			...{ bank: '550000', cash: '570000' },
		},
		control: { sales: '400000', purchases: '440000' },
		vat: { sales: '451000', purchases: '411000' },
		codes: { 4: 21, 5: 6, 0: 0 },
		journals: { ...journals, bank: '50', cash: '30', general: '90' },
	},
];

/** All days have passed. */
export const AFTERWARDS = Date.UTC(2027, 2, 1, 9);

export interface Invoice {
	kind: Side;
	at: Day;
	/** How a credit note is booked, if it is one. */
	credit: 'none' | 'negative' | 'returned';
	/** Ten-thousandths; 10000 for euros. */
	rate: number;
	/** Cents, before VAT. */
	lines: ReadonlyArray<{ net: number; code: string }>;
}

export interface Money {
	kind: 'bank' | 'cash' | 'general';
	at: Day;
	rate: number;
	/** Money that came in (bank, cash) or a debit (general), in cents; `later`: days after the first line. */
	lines: ReadonlyArray<{ on: 'costs' | 'other' | Side; amount: number; later: number }>;
}

/** Money for an invoice: percent of what is open of it. */
export interface Settlement {
	at: Day;
	invoice: number;
	percent: number;
}

/** Month by its place in `Company.months`, and day of the month. */
interface Day {
	month: number;
	day: number;
}

/** What happens in a company. */
export interface Story {
	company: Company;
	profile: ProfileName;
	events: ReadonlyArray<Invoice | Money>;
	settlements: readonly Settlement[];
}

const at = fc.record({ month: fc.nat(3), day: fc.integer({ min: 1, max: 25 }) });
const amount = fc.integer({ min: 1, max: 250_000 });
/** The rate of the company's own currency. */
export const EUR = 10_000;

export const dayIn = ({ months }: Company, { month, day }: Day): string =>
	`${months[month]}-${String(day).padStart(2, '0')}`;

/** Dollars: several lines come out to the cent; one line without VAT may have any amount and rate. */
const priced = fc.oneof(
	fc.record({
		rate: fc.constant(EUR),
		lines: fc.array(fc.record({ net: amount, code: fc.constantFrom('4', '5', '0') }), {
			minLength: 1,
			maxLength: 4,
		}),
	}),
	fc.record({
		rate: fc.constant(9000),
		lines: fc.array(
			fc.record({
				net: fc.integer({ min: 1, max: 200 }).map((tens) => tens * 1000),
				code: fc.constantFrom('4', '5', '0'),
			}),
			{ minLength: 1, maxLength: 3 },
		),
	}),
	fc.record({
		rate: fc.integer({ min: 6001, max: 14_999 }),
		lines: fc.tuple(fc.record({ net: amount, code: fc.constant('0') })),
	}),
);

const invoice: fc.Arbitrary<Invoice> = fc
	.tuple(
		fc.record({
			kind: fc.constantFrom<Side>('sales', 'purchases'),
			at,
			credit: fc.constantFrom<Invoice['credit']>('none', 'none', 'none', 'negative', 'returned'),
		}),
		priced,
	)
	.map(([header, price]) => ({ ...header, ...price }));

const later = fc.nat(3);
const signed = fc.tuple(fc.boolean(), amount).map(([isOut, cents]) => (isOut ? -cents : cents));
const moneyLine = fc.record({
	on: fc.constantFrom('costs', 'other', 'sales', 'purchases'),
	amount: signed,
	later,
});

const flow: fc.Arbitrary<Money> = fc.record({
	kind: fc.constantFrom('bank', 'cash'),
	at,
	rate: fc.constantFrom(EUR, EUR, 9137),
	lines: fc.array(moneyLine, { minLength: 1, maxLength: 3 }),
});

/** Whatever the lines are, a last one on the same day makes them add up to nothing. */
const general: fc.Arbitrary<Money> = fc
	.record({ at, lines: fc.array(moneyLine, { minLength: 1, maxLength: 4 }), last: later })
	.map(({ at: day, lines, last }) => {
		const rest = -lines.reduce((sum, line) => sum + line.amount, 0);
		const closing = { on: 'costs' as const, amount: rest, later: last };
		return {
			...{ kind: 'general', at: day, rate: EUR },
			lines: [...lines, ...(rest === 0 ? [] : [closing])],
		};
	});

export const story: fc.Arbitrary<Story> = fc.record({
	company: fc.constantFrom(...companies),
	profile: fc.constantFrom<ProfileName>('strict', 'lenient'),
	events: fc.array(fc.oneof(invoice, invoice, flow, general), { minLength: 3, maxLength: 14 }),
	settlements: fc.array(
		fc.record({
			at,
			invoice: fc.nat(13),
			percent: fc.integer({ min: 1, max: 140 }),
		}),
		{ maxLength: 6 },
	),
});
