import fc from 'fast-check';

import type { Row } from '../../nodes/ExactOnline/exact/source.js';
import type { Facts } from '../../nodes/ExactOnline/kit/booking/facts.js';
import type { MasterLookUp, Reference } from '../../nodes/ExactOnline/kit/lookups/lookUp.js';
import { lookUps } from '../../nodes/ExactOnline/kit/lookups/index.js';
import { toMinor } from '../../nodes/ExactOnline/ledger/money.js';
import { draftInvoice } from '../../nodes/ExactOnline/kit/booking/invoice/draft.js';
import { fields, type CreateInputs } from '../../nodes/ExactOnline/kit/booking/invoice/fields.js';
import { read } from './fieldReading.cjs';

const vat = (Code: string, Percentage: number, Type: string, more: Row = {}): Row => ({
	ID: `vat ${Code}`,
	Code,
	Percentage,
	Type,
	VATTransactionType: 'B',
	...more,
});

const named = (Code: string): Row => ({ ID: `id of ${Code}`, Code });

const masters = new Map<MasterLookUp, readonly Row[]>([
	[lookUps.supplier, [{ ...named('S'), IsSupplier: true }]],
	[lookUps.client, [{ ...named('C'), Status: 'C' }]],
	[
		lookUps.journal,
		[20, 21, 22, 23].map((Type) => ({ ...named(String(Type)), Type, Currency: 'EUR' })),
	],
	[lookUps.ledgerAccount, ['4000', '8000'].map(named)],
	[
		lookUps.vatCode,
		[
			vat('E', 0.21, 'E'),
			vat('9', 0.09, 'E'),
			vat('I', 0.21, 'I'),
			vat('N', 0, 'N'),
			vat('R', 0.21, 'E', { Charged: true }),
		],
	],
	[
		lookUps.currency,
		[
			{ Code: 'EUR', AmountPrecision: 2 },
			{ Code: 'JPY', AmountPrecision: 0 },
			{ Code: 'KWD', AmountPrecision: 3 },
		],
	],
	[lookUps.costCenter, ['A', 'B', 'C', 'D'].map(named)],
	[lookUps.costUnit, ['A', 'B', 'C', 'D'].map(named)],
	[lookUps.project, ['A', 'B', 'C', 'D'].map(named)],
]);

/** A company in which everything above exists, and all periods are open. */
function company(country: string): Facts {
	const rows = (lookUp: MasterLookUp) => masters.get(lookUp) ?? [];
	const isIt = (reference: Reference) => (row: Row) =>
		'id' in reference ? row.ID === reference.id : row.Code === reference.code;
	return {
		division: 1,
		today: '2026-03-16',
		country,
		rows,
		row: (lookUp, reference) => rows(lookUp).find(isIt(reference)),
		period: () => ({ year: 2026, period: 3, start: '2026-03-01', end: '2026-03-31' }),
		isClosed: () => false,
	};
}

interface Share {
	plan: string;
	account: string;
	percentage: number;
}

interface Line {
	amount: number;
	vatCode: string;
	vatAmount?: number;
	quantity?: number;
	distribution?: readonly Share[];
}

/** The draft of an invoice as it stands on the panel. */
function draft(
	kind: string,
	lines: readonly Line[],
	additionalFields: object = {},
	country = 'NL',
) {
	const entered: Record<string, unknown> = {
		kind,
		client: 'C',
		supplier: 'S',
		invoiceDate: '2026-03-10',
		specifyLines: 'json',
		linesJson: lines.map((line) => ({ ledgerAccount: '4000', ...line })),
		additionalFields,
	};
	const inputs = Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			name,
			read<unknown>(field, entered[name] ?? field.property.default),
		]),
	) as CreateInputs;
	const output = { output: 'simplified' as const, fieldsToReturn: [] };
	return draftInvoice({ ...inputs, ...output, division: 1 }, company(country));
}

const bodyLines = (body: object) => {
	const { PurchaseEntryLines, SalesEntryLines } = body as Record<string, Row[] | undefined>;
	return PurchaseEntryLines ?? SalesEntryLines ?? [];
};

const kinds = ['customerInvoice', 'customerRefund', 'supplierInvoice', 'supplierRefund'];
const isCredit = (kind: string) => kind.endsWith('Refund');

/** Whole percentages, or hundredths of them, that add up to 100. */
const percentages = fc
	.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 4 })
	.map((weights) => {
		const all = weights.reduce((sum, weight) => sum + weight, 0);
		const parts = weights.map((weight) => Math.floor((weight * 10_000) / all));
		const left = 10_000 - parts.reduce((sum, part) => sum + part, 0);
		return parts.map((part, index) => (index === 0 ? part + left : part) / 100);
	});

const plan = (name: string): fc.Arbitrary<Share[]> =>
	fc.option(percentages, { nil: [] }).map((all) =>
		all.map((percentage, index) => ({
			plan: name,
			account: 'ABCD'.charAt(index),
			percentage,
		})),
	);

const distribution = fc
	.tuple(plan('costCenter'), plan('costUnit'), plan('project'))
	.map((plans) => plans.flat());

const currencies = [
	['EUR', 2],
	['JPY', 0],
	['KWD', 3],
] as const;

/** An invoice in a currency; amounts are whole minor units of it. */
const invoice = fc.constantFrom(...currencies).chain(([currency, decimals]) => {
	const amount = (max: number) =>
		fc.integer({ min: 1, max }).map((minor) => Number(`${minor}e-${decimals}`));
	return fc.record({
		kind: fc.constantFrom(...kinds),
		currency: fc.constant(currency),
		decimals: fc.constant(decimals),
		lines: fc.array(
			fc.record({
				amount: amount(1e12),
				vatCode: fc.constantFrom('E', '9', 'I', 'N', 'R'),
				vatAmount: fc.option(amount(1e9), { nil: undefined }),
				quantity: fc.option(
					fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
					{ nil: undefined },
				),
				distribution,
			}),
			{ minLength: 1, maxLength: 5 },
		),
	});
});

const keyOf = ({ CostCenter, CostUnit, Project }: Row) =>
	[CostCenter, CostUnit, Project].map(String).join();

describe('The draft of an invoice', () => {
	it('splits any lines and shares to the cent', () => {
		fc.assert(
			fc.property(invoice, ({ kind, currency, decimals, lines }) => {
				const { problems, bodyFor, expect: expected } = draft(kind, lines, { currency });
				expect(problems).toEqual([]);
				const sign = isCredit(kind) ? -1 : 1;
				const sent = bodyLines(bodyFor(1));
				expect(bodyLines(bodyFor(-1)).map(({ AmountFC }) => AmountFC)).toEqual(
					sent.map(({ AmountFC }) => 0 - Number(AmountFC)),
				);
				for (const [index, line] of lines.entries()) {
					const mine = expected.lines.flatMap(({ label }, at) =>
						label === `Line ${index + 1}` ? [sent[at] ?? {}] : [],
					);
					const sum = (column: string, places: number) =>
						mine.reduce((all, row) => all + toMinor(Number(row[column] ?? 0), places), 0);
					expect(sum('AmountFC', decimals)).toBe(sign * toMinor(line.amount, decimals));
					expect(sum('Quantity', 6)).toBe(toMinor(line.quantity ?? 0, 6));
					const vatAmount = line.vatCode === 'R' ? 0 : (line.vatAmount ?? 0);
					expect(sum('VATAmountFC', decimals)).toBe(sign * toMinor(vatAmount, decimals) + 0);
					expect(new Set(mine.map(keyOf)).size).toBe(mine.length);
				}
			}),
		);
	});

	it('gives each account of a plan its share', () => {
		fc.assert(
			fc.property(distribution, fc.integer({ min: 1, max: 1e9 }), (shares, cents) => {
				const line = { amount: cents / 100, vatCode: 'E', distribution: shares };
				const sent = bodyLines(draft('supplierInvoice', [line]).bodyFor(1));
				const columns = { costCenter: 'CostCenter', costUnit: 'CostUnit', project: 'Project' };
				for (const { plan: name, account, percentage } of shares) {
					const column = columns[name as keyof typeof columns];
					const wanted = name === 'project' ? `id of ${account}` : account;
					const got = sent
						.filter((row) => row[column] === wanted)
						.reduce((sum, { AmountFC }) => sum + toMinor(Number(AmountFC), 2), 0);
					expect(Math.abs(got - (cents * percentage) / 100)).toBeLessThanOrEqual(sent.length);
				}
			}),
		);
	});
});

describe('Tax that is withheld in Spain', () => {
	const withheld = { withholdingPercentage: 15, withholdingBase: 100, withholdingAmount: 15 };
	const line = { amount: 100, vatCode: 'E' };

	it.each([
		['customerInvoice', 1],
		['customerRefund', -1],
	])('goes with a %s', (kind, sign) => {
		const { problems, bodyFor } = draft(kind, [line], withheld, 'ES');
		expect(problems).toEqual([]);
		expect(bodyFor(1)).toMatchObject({
			WithholdingTaxPercentage: 0.15,
			WithholdingTaxBaseAmount: 100 * sign,
			WithholdingTaxAmountDC: 15 * sign,
		});
	});

	it.each([
		['supplierInvoice', 'ES'],
		['customerInvoice', 'NL'],
	])('does not go with a %s in %s', (kind, country) => {
		const { problems } = draft(kind, [line], { withholdingPercentage: 15 }, country);
		expect(problems.map(({ code }) => code)).toEqual(['WITHHOLDING_UNSUPPORTED']);
	});
});
