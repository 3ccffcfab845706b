import type { INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	cost,
	expectBalanced,
	posted,
	purchase,
	revenue,
	sale,
	stored,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { ProfileName, Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

/** A kind of invoice: what it debits and credits, per 100 of net and 21 of VAT. */
interface Kind {
	kind: string;
	isCredit: boolean;
	type: number;
	journals: { normal: string; return: string };
	/** Ledger accounts and what they get; debit is positive. */
	postings: ReadonlyArray<readonly [account: string, amount: number]>;
	/** Net and total as the node shows them. */
	shown: { net: number; total: number };
}

const sales = { normal: '70', return: '71' };
const purchases = { normal: '60', return: '61' };
const invoice = { isCredit: false, shown: { net: 100, total: 121 } };
const credit = { isCredit: true, shown: { net: -100, total: -121 } };

const kinds: readonly Kind[] = [
	{
		...invoice,
		kind: 'customerInvoice',
		type: 20,
		journals: sales,
		postings: [
			['1300', 121],
			['8000', -100],
			['1500', -21],
		],
	},
	{
		...credit,
		kind: 'customerRefund',
		type: 21,
		journals: sales,
		postings: [
			['1300', -121],
			['8000', 100],
			['1500', 21],
		],
	},
	{
		...invoice,
		kind: 'supplierInvoice',
		type: 30,
		journals: purchases,
		postings: [
			['1600', -121],
			['4100', 100],
			['1510', 21],
		],
	},
	{
		...credit,
		kind: 'supplierRefund',
		type: 31,
		journals: purchases,
		postings: [
			['1600', 121],
			['4100', -100],
			['1510', -21],
		],
	},
];

/** A currency: how many units of it stand for 1 of the postings, and what one unit is worth in EUR. */
interface Money {
	name: string;
	code: string;
	decimals: number;
	units: number;
	rate: number;
	fields: INodeParameters;
}

const inCurrency = (code: string, more: INodeParameters = {}) => ({
	code,
	fields: { currency: by('code', code), ...more },
});
const monies: readonly Money[] = [
	{ name: 'EUR', code: 'EUR', decimals: 2, units: 1, rate: 1, fields: {} },
	{ name: "USD with Exact's rate", decimals: 2, units: 1, rate: 0.9, ...inCurrency('USD') },
	{
		name: 'USD with a given rate',
		decimals: 2,
		units: 1,
		rate: 0.9375,
		...inCurrency('USD', { exchangeRate: 0.9375 }),
	},
	{ name: 'JPY', decimals: 0, units: 130, rate: 0.006, ...inCurrency('JPY') },
];

type Way = 'normal' | 'return' | 'automatic';
const ways: readonly Way[] = ['normal', 'return', 'automatic'];
const profiles: readonly ProfileName[] = ['strict', 'lenient'];

interface Case {
	kind: Kind;
	money: Money;
	way: Way;
	profile: ProfileName;
}

const cases: readonly Case[] = kinds.flatMap((kind) =>
	ways.flatMap((way) =>
		monies.flatMap((money) => profiles.map((profile) => ({ kind, way, money, profile }))),
	),
);

/** Invoices do not go into a return journal; a strict Exact makes no credit note in a normal one. */
const isRefused = ({ kind, way }: Case) => !kind.isCredit && way === 'return';
const isUndone = ({ kind, way, profile }: Case) =>
	kind.isCredit && way === 'normal' && profile === 'strict';

function parametersOf({ kind, way, money }: Case): INodeParameters {
	const make = kind.type < 30 ? sale : purchase;
	const line = kind.type < 30 ? revenue : cost;
	const journal = way === 'automatic' ? {} : { journal: by('code', kind.journals[way]) };
	const additionalFields = { ...money.fields, ...journal };
	return make('K-1', [line(100 * money.units)], { kind: kind.kind, additionalFields });
}

const minor = (amount: unknown, decimals = 2) => Math.round(Number(amount) * 10 ** decimals);

/** The ledger of an entry as account and minor units, debit positive. */
async function ledgerOf(id: unknown, amount: string, decimals: number) {
	const codes = new Map(
		(await bench.sandbox.records(NL, 'GLAccounts')).map(({ ID, Code }: Row) => [ID, Code]),
	);
	const { ledger } = await stored(bench, id);
	return ledger.map((line) => [codes.get(line.GLAccount), minor(line[amount], decimals)]);
}

describe.each(cases.filter((one) => !isRefused(one) && !isUndone(one)))(
	'$kind.kind, $way journal, $money.name, $profile sandbox',
	({ kind, way, money, profile }) => {
		it('is debited and credited as it should, and shown with its sign', async () => {
			await bench.reset(profile);
			const before = (await bench.sandbox.ledger(NL)).perAccount;
			const { json } = await bench.run(parametersOf({ kind, way, money, profile }));
			const { units, rate, decimals, code } = money;
			const journal = kind.journals[kind.isCredit && way !== 'normal' ? 'return' : 'normal'];
			const [item] = json;
			expect(item).toMatchObject({
				kind: kind.kind,
				journal,
				currency: code,
				exchangeRate: rate,
				net: kind.shown.net * units,
				vat: (kind.shown.total - kind.shown.net) * units,
				total: kind.shown.total * units,
				alreadyBooked: false,
			});
			expect(minor(item?.totalInDivisionCurrency)).toBe(minor(kind.shown.total * units * rate));
			const inItsCurrency = kind.postings.map(([account, amount]) => [
				account,
				minor(amount * units, decimals),
			]);
			const inEuro = kind.postings.map(([account, amount]) => [
				account,
				minor(amount * units * rate),
			]);
			expect(await ledgerOf(item?.id, 'AmountFC', decimals)).toEqual(inItsCurrency);
			expect(await ledgerOf(item?.id, 'AmountDC', 2)).toEqual(inEuro);
			const after = (await bench.sandbox.ledger(NL)).perAccount;
			for (const [account, amount] of kind.postings) {
				const moved = minor(after[account]) - minor(before[account] ?? 0);
				expect([account, moved]).toEqual([account, minor(amount * units * rate)]);
			}
			const { entry } = await stored(bench, item?.id);
			expect(entry).toMatchObject({ Type: kind.type, Journal: journal, Currency: code });
		});
	},
);

describe('a credit note in a normal journal of a strict Exact', () => {
	it.each(cases.filter(isUndone))(
		'$kind.kind, $money.name: is deleted again, and said',
		async (one) => {
			await bench.reset(one.profile);
			const before = await bench.sandbox.ledger(NL);
			const error = await bench.fail(parametersOf(one));
			expect(error.context.code).toBe('WRONG_KIND');
			expect(error.description).toContain("(type 'return invoice')");
			expect(await posted(bench)).toHaveLength(1);
			expect(await bench.sandbox.ledger(NL)).toEqual(before);
		},
	);
});

describe('an invoice in a return journal', () => {
	it.each(cases.filter((one) => isRefused(one) && one.profile === 'strict'))(
		'$kind.kind, $money.name: is not sent',
		async (one) => {
			await bench.reset(one.profile);
			const error = await bench.fail(parametersOf(one));
			expect(error.context.code).toBe('JOURNAL');
			expect(error.message).toContain(one.kind.journals.return);
			expect(await posted(bench)).toEqual([]);
		},
	);
});

describe('what is sent', () => {
	it.each(cases.filter(({ money }) => money.code === 'EUR'))(
		'$kind.kind, $way journal, $profile sandbox: signs',
		async (one) => {
			await bench.reset(one.profile);
			await bench.run(parametersOf(one), { continueOnFail: true });
			const amounts = (await posted(bench)).map((body) => {
				const lines = (body.SalesEntryLines ?? body.PurchaseEntryLines) as Row[];
				return lines.map(({ AmountFC }) => AmountFC);
			});
			// A return journal of the strict kind turns the sign: the first one teaches that.
			const turned = one.kind.isCredit && one.way !== 'normal' && one.profile === 'strict';
			const first = one.kind.isCredit ? -100 : 100;
			const expected = isRefused(one) ? [] : turned ? [[first], [-first]] : [[first]];
			expect(amounts).toEqual(expected);
		},
	);
});
