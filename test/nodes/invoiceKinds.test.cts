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
	// 21 % of 13,333 yen are 2,799.93: a whole 2,800.
	{ name: 'JPY', decimals: 0, units: 133.33, rate: 0.006, ...inCurrency('JPY') },
];

type Way = 'normal' | 'return' | 'automatic';
const ways: readonly Way[] = ['normal', 'return', 'automatic'];
const profiles: readonly ProfileName[] = ['strict', 'lenient'];

/** A kind of invoice in a journal of an Exact; each is tried in every currency. */
interface Booking {
	kind: Kind;
	way: Way;
	profile: ProfileName;
}

const bookings: readonly Booking[] = kinds.flatMap((kind) =>
	ways.flatMap((way) => profiles.map((profile) => ({ kind, way, profile }))),
);

/** Invoices do not go into a return journal; a strict Exact makes no credit note in a normal one. */
const isRefused = ({ kind, way }: Booking) => !kind.isCredit && way === 'return';
const isUndone = ({ kind, way, profile }: Booking) =>
	kind.isCredit && way === 'normal' && profile === 'strict';
/** What a return journal of the strict kind makes of the usual sign is the opposite. */
const isTurned = ({ kind, way, profile }: Booking) =>
	kind.isCredit && way !== 'normal' && profile === 'strict';

function parametersOf({ kind, way }: Booking, money: Money): INodeParameters {
	const make = kind.type < 30 ? sale : purchase;
	const line = kind.type < 30 ? revenue : cost;
	const journal = way === 'automatic' ? {} : { journal: by('code', kind.journals[way]) };
	const additionalFields = { ...money.fields, ...journal };
	return make(money.name, [line(inUnits(100, money))], { kind: kind.kind, additionalFields });
}

/** What an amount of the postings is in this currency. */
function inUnits(amount: number, { units, decimals }: Money): number {
	return minor(amount * units, decimals) / 10 ** decimals;
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

describe.each(bookings.filter((one) => !isRefused(one) && !isUndone(one)))(
	'$kind.kind, $way journal, $profile sandbox',
	(booking) => {
		const { kind, way, profile } = booking;
		beforeAll(async () => await bench.reset(profile));

		it.each(monies)('$name: debit, credit and the signs in the output', async (money) => {
			const { units, rate, decimals, code } = money;
			const before = (await bench.sandbox.ledger(NL)).perAccount;
			const { json } = await bench.run(parametersOf(booking, money));
			const journal = kind.journals[kind.isCredit && way !== 'normal' ? 'return' : 'normal'];
			const [item] = json;
			expect(item).toMatchObject({
				kind: kind.kind,
				journal,
				currency: code,
				exchangeRate: rate,
				net: inUnits(kind.shown.net, money),
				vat: inUnits(kind.shown.total - kind.shown.net, money),
				total: inUnits(kind.shown.total, money),
				alreadyBooked: false,
			});
			expect(minor(item?.totalInDivisionCurrency)).toBe(minor(kind.shown.total * units * rate));
			const posted = (factor: number, digits: number) =>
				kind.postings.map(([account, amount]) => [account, minor(amount * factor, digits)]);
			expect(await ledgerOf(item?.id, 'AmountFC', decimals)).toEqual(posted(units, decimals));
			expect(await ledgerOf(item?.id, 'AmountDC', 2)).toEqual(posted(units * rate, 2));
			const after = (await bench.sandbox.ledger(NL)).perAccount;
			const moved = kind.postings.map(([account]) => [
				account,
				minor(after[account]) - minor(before[account] ?? 0),
			]);
			expect(moved).toEqual(posted(units * rate, 2));
			const { entry } = await stored(bench, item?.id);
			expect(entry).toMatchObject({ Type: kind.type, Journal: journal, Currency: code });
			// The first one into a journal that turns the sign says so.
			const said = (item?._warnings ?? []) as string[];
			expect(said.filter((one) => !(isTurned(booking) && /takes credit/.test(one)))).toEqual([]);
		});
	},
);

describe.each(bookings.filter(isUndone))(
	'$kind.kind, normal journal of a strict Exact',
	(booking) => {
		beforeAll(async () => await bench.reset(booking.profile));

		it.each(monies)('$name: is deleted again, and said', async (money) => {
			await bench.sandbox.clearLog();
			const before = await bench.sandbox.ledger(NL);
			const error = await bench.fail(parametersOf(booking, money));
			expect(error.context.code).toBe('WRONG_KIND');
			expect(error.description).toContain("(type 'return invoice')");
			expect(await posted(bench)).toHaveLength(1);
			expect(await bench.sandbox.ledger(NL)).toEqual(before);
		});
	},
);

describe.each(bookings.filter(isRefused))('$kind.kind, return journal, $profile sandbox', (one) => {
	beforeAll(async () => await bench.reset(one.profile));

	it.each(monies)('$name: is not sent', async (money) => {
		const error = await bench.fail(parametersOf(one, money));
		expect(error.context.code).toBe('JOURNAL');
		expect(error.message).toContain(one.kind.journals.return);
		expect(await posted(bench)).toEqual([]);
	});
});

describe('what is sent', () => {
	const [euro] = monies;
	it.each(bookings.filter((one) => !isRefused(one) && one.way !== 'automatic'))(
		'$kind.kind, $way journal, $profile sandbox: signs',
		async (booking) => {
			await bench.reset(booking.profile);
			await bench.run(parametersOf(booking, euro!), { continueOnFail: true });
			const amounts = (await posted(bench)).map((body) => {
				const lines = (body.SalesEntryLines ?? body.PurchaseEntryLines) as Row[];
				return lines.map(({ AmountFC }) => AmountFC);
			});
			const first = booking.kind.isCredit ? -100 : 100;
			expect(amounts).toEqual(isTurned(booking) ? [[first], [-first]] : [[first]]);
		},
	);
});
