import { by } from '../../harness/inputs.cjs';
import { cost, OTHER_SUPPLIER, perItem, purchase, SUPPLIER } from '../../harness/invoices.cjs';
import type { LogEntry } from '../../harness/sandbox.cjs';
import { pagesOf, type Scenario } from '../scenario.cjs';
import { itemsOf, type Exact, type Row } from '../ways/exact.cjs';

const entries = 'purchaseentry/PurchaseEntries';
const accounts = ['4000', '4100', '4200', '4300', '4500', '7000'] as const;

/** What the nth invoice says: a supplier, and two lines. */
const invoice = (n: number) => ({
	reference: `F-2026-${n}`,
	supplier: n % 2 === 0 ? SUPPLIER : OTHER_SUPPLIER,
	lines: [0, 1].map((line) => ({
		ledgerAccount: accounts[(n + line) % accounts.length] ?? '4000',
		vatCode: (n + line) % 2 === 0 ? '4' : '5',
		amount: 10 + (n % 90) + line,
	})),
});

const isBooking = ({ method, endpoint, status }: LogEntry): boolean =>
	method === 'POST' && endpoint === entries && status === 201;

/** One invoice for each item that comes in. */
function booking(count: number): Scenario {
	return {
		key: `invoices-booked-${count}`,
		name: `Invoice: Create, ${count} items`,
		count,
		unit: 'invoices',
		isChanging: true,
		prepare: async (_sandbox, number) => {
			const all = Array.from({ length: number }, (_, n) => {
				const { reference, supplier, lines } = invoice(n);
				const drafted = lines.map(({ amount, ...more }) => cost(amount, more));
				return purchase(reference, drafted, { supplier: by('code', supplier) });
			});
			// What is looked up once; each invoice; for 40 of them a look before and one after.
			const calls = LOOK_UPS + number + 2 * pagesOf(number, 40);
			return { ...perItem(all), records: number, calls };
		},
		isNeeded: isBooking,
		recordsOf: (log) => log.filter(isBooking).length,
		generic: async (exact, { needed }) => {
			const booked: Row[] = [];
			for (const [n, { body }] of needed.entries()) {
				await lookUpEach(exact, invoice(n));
				booked.push(await exact.post(entries, body));
			}
			return itemsOf(booked);
		},
	};
}

/** The company, the suppliers, ledger accounts, VAT codes, journals, currencies, periods and their states. */
const LOOK_UPS = 8;

/** A call for each code of the invoice, whether it was asked for before or not. */
async function lookUpEach(
	exact: Exact,
	{ supplier, lines }: ReturnType<typeof invoice>,
): Promise<void> {
	const find = async (path: string, code: string) =>
		await exact.get(path, { $select: 'ID,Code', $filter: `Code eq '${code}'` });
	await find('crm/Accounts', supplier.padStart(18));
	await find('financial/Journals', '60');
	for (const { ledgerAccount, vatCode } of lines) {
		await find('financial/GLAccounts', ledgerAccount);
		await find('vat/VATCodes', vatCode);
	}
}

export const hundredBooked = booking(100);
export const thousandBooked = booking(1000);
