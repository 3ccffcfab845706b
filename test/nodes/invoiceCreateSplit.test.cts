import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { toMinor } from '../../nodes/ExactOnline/ledger/money.js';
import { by } from '../harness/inputs.cjs';
import {
	expectBalanced,
	purchase,
	runAll,
	sale,
	stored,
	type Line,
	type Stored,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());

const accounts = {
	costCenter: ['ALG', 'VERK', 'WERKPL'],
	costUnit: ['FIETS', 'EBIKE', 'ONDERD'],
	project: ['P2025-01', 'P2026-01'],
};

/** No shares, or up to three that add up to 100. */
function sharesOf(plan: keyof typeof accounts): fc.Arbitrary<Line[]> {
	const cuts = fc.array(fc.integer({ min: 1, max: 9_999 }), {
		maxLength: accounts[plan].length - 1,
	});
	return fc.option(cuts, { nil: undefined, freq: 3 }).map((given) => {
		if (given === undefined) return [];
		const edges = [0, ...[...new Set(given)].sort((a, b) => a - b), 10_000];
		return edges.slice(1).map((edge, index) => ({
			plan,
			account: accounts[plan][index],
			percentage: (edge - (edges[index] ?? 0)) / 100,
		}));
	});
}

const distribution = fc
	.tuple(sharesOf('costCenter'), sharesOf('costUnit'), sharesOf('project'))
	.map((plans) => plans.flat());

const lineIn = (ledgerAccount: string, vatCodes: string[], decimals: number) =>
	fc.record({
		ledgerAccount: fc.constant(ledgerAccount),
		amount: fc.integer({ min: 1, max: 10_000_000 }).map((minor) => minor / 10 ** decimals),
		vatCode: fc.constantFrom(...vatCodes),
		quantity: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
		distribution,
	});

const invoice: fc.Arbitrary<INodeParameters> = fc
	.tuple(
		fc.constantFrom('customerInvoice', 'customerRefund', 'supplierInvoice', 'supplierRefund'),
		fc.constantFrom(['EUR', 2] as const, ['USD', 2] as const, ['JPY', 0] as const),
	)
	.chain(([kind, [currency, decimals]]) => {
		const isSale = kind.startsWith('customer');
		const line = isSale
			? lineIn('8000', ['0', '1', '2', '4', '5', '7'], decimals)
			: lineIn('4100', ['0', '1', '2', '4', '5', '6'], decimals);
		const more = { kind, additionalFields: { currency: by('code', currency) } };
		return fc
			.array(line, { minLength: 1, maxLength: 4 })
			.map((lines) => (isSale ? sale('', lines, more) : purchase('', lines, more)));
	});

/** Codes of amounts that include their VAT: Exact stores those without it. */
const isIncluding = (code: unknown) => ['1', '2'].includes(String(code));

interface Asked {
	kind: string;
	linesJson: string;
}

/** Sums of amounts as they were asked for and as they were stored, in minor units. */
function compared(
	{ kind, linesJson }: Asked,
	{ entry, lines }: Stored,
): { asked: number[]; booked: number[] } {
	const digits = entry.Currency === 'JPY' ? 0 : 2;
	const sign = kind.endsWith('Refund') ? -1 : 1;
	const add = (amounts: unknown[]) =>
		amounts.reduce<number>((sum, amount) => sum + toMinor(Number(amount), digits), 0);
	const given = JSON.parse(linesJson) as Array<{ amount: number; vatCode: string }>;
	const of = (including: boolean) => ({
		asked:
			sign *
				add(
					given.filter((one) => isIncluding(one.vatCode) === including).map((one) => one.amount),
				) +
			0,
		booked: add(
			lines
				.filter((one) => isIncluding(one.VATCode) === including)
				.flatMap((one) => (including ? [one.AmountFC, one.VATAmountFC] : [one.AmountFC])),
		),
	});
	const both = [of(true), of(false)];
	return { asked: both.map((one) => one.asked), booked: both.map((one) => one.booked) };
}

it.each(['strict', 'lenient'] as const)(
	'any invoice is booked to the cent, %s sandbox',
	async (profile) => {
		await bench.reset(profile);
		const all = fc.sample(invoice, 40);
		const { json } = await runAll(bench, all);
		const warnings = json.flatMap(({ _warnings }) => (_warnings ?? []) as string[]);
		// Which sign a return journal takes is found out by its first credit note.
		expect(warnings.filter((text) => !text.startsWith('Journal'))).toEqual([]);
		for (const [index, shown] of json.entries()) {
			const booked = await stored(bench, shown.id);
			const { asked, booked: kept } = compared(all[index] as unknown as Asked, booked);
			expect(kept).toEqual(asked);
			expect([shown.total, shown.vat]).toEqual([booked.entry.AmountFC, booked.entry.VATAmountFC]);
		}
		await expectBalanced(bench);
	},
);
