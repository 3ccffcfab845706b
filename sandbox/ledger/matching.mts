import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { newGuid } from '../rows/input.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { rounded, total } from './money.mjs';

/** Status of an open item: 20 open, 30 selected, 40 sent to the bank, 50 matched. */
const MATCHED = 50;

const tables = ['Receivables', 'Payments'] as const;

interface Item {
	table: (typeof tables)[number];
	term: Row;
	/** What of it has not been matched yet, unsigned. */
	left: number;
}

/** Open items to match, by their own keys or by those of the ledger lines that they stand for. */
export type Chosen = { terms: readonly string[] } | { lines: readonly string[] };

/**
 * Matches open items of one relation on one control account: what is to be received or paid with what was.
 * What one side has too much stays open as a part of its own: a term is split, its parts have one `EntryID`.
 * The ledger lines point to each other (`OffsetID`).
 */
export function match(company: Company, chosen: Chosen, now: number) {
	const items = itemsOf(company, chosen);
	checkTogether(items);
	const sides = [1, -1].map((sign) =>
		items
			.filter(({ term }) => Math.sign(Number(term['AmountDC'])) === sign)
			.sort((a, b) => Number(a.term['DueDate']) - Number(b.term['DueDate'])),
	);
	const [debts = [], settlements = []] = sides;
	const sums = sides.map((side) => total(side.map(({ left }) => left)));
	const matched = Math.min(...sums);
	if (matched === 0) throw new Error('There is nothing to match these open items with');
	pair(company, debts, settlements);
	const last = items.reduce((a, b) => (dateOf(b) > dateOf(a) ? b : a));
	for (const item of items) settle(company, item, last.term, now);
	return { matched, left: rounded(Math.max(...sums) - matched) };
}

/**
 * Matches what a bank or cash entry has left open with the invoice of the same relation that the line names
 * (`OurRef`). That Exact does so by itself is not proven.
 */
export function matchByReference(company: Company, { EntryID: entry }: Row, now: number): void {
	for (const table of tables) {
		const open = company
			.table(table)
			.rows()
			.filter((term) => term['Status'] !== MATCHED && term['InvoiceNumber']);
		for (const payment of open.filter((term) => term['TransactionEntryID'] === entry)) {
			const invoice = open.find((term) => settles(payment, term));
			if (invoice) match(company, { terms: [String(payment['ID']), String(invoice['ID'])] }, now);
		}
	}
}

/** Whether a payment is one of this invoice; another payment may have paid it before. */
function settles(payment: Row, invoice: Row): boolean {
	const same = ['Account', 'GLAccount', 'InvoiceNumber'].every(
		(name) => payment[name] === invoice[name],
	);
	// An invoice has its own number; a payment has that of what it pays.
	const own = invoice['EntryNumber'] === invoice['InvoiceNumber'];
	const opposite = Number(payment['AmountDC']) * Number(invoice['AmountDC']) < 0;
	return same && own && opposite && invoice['Status'] !== MATCHED;
}

/** Whether something of what an entry left open was matched. */
export function isMatched(company: Company, { EntryID: entry }: Row): boolean {
	return tables.some((table) =>
		company
			.table(table)
			.rows()
			.some((term) => term['TransactionEntryID'] === entry && term['Status'] === MATCHED),
	);
}

const dateOf = ({ term }: Item) => Number(term['EntryDate']);

function itemsOf(company: Company, chosen: Chosen): Item[] {
	const [column, keys] = 'terms' in chosen ? ['ID', chosen.terms] : ['TransactionID', chosen.lines];
	return keys.map((key) => {
		for (const table of tables) {
			const rows = company.table(table).rows();
			const term = rows.find((row) => row[column] === key && row['Status'] !== MATCHED);
			if (term) return { table, term, left: Math.abs(Number(term['AmountDC'])) };
		}
		throw new Error(`No open item has the ${column} ${key}`);
	});
}

function checkTogether(items: readonly Item[]): void {
	for (const name of ['Account', 'GLAccount']) {
		if (new Set(items.map(({ term }) => term[name])).size > 1) {
			throw new Error(`The open items do not have the same ${name}`);
		}
	}
}

/** Takes from both sides in turn until one is used up; lines that meet point to each other. */
function pair(company: Company, debts: readonly Item[], settlements: readonly Item[]): void {
	const lines = company.table('TransactionLines');
	const [ones, others] = [[...debts], [...settlements]];
	for (let [one] = ones, [other] = others; one && other; [one] = ones, [other] = others) {
		const part = Math.min(one.left, other.left);
		one.left = rounded(one.left - part);
		other.left = rounded(other.left - part);
		for (const [from, to] of [
			[one, other],
			[other, one],
		] as const) {
			const line = lines.get(String(from.term['TransactionID']));
			if (!line) continue;
			line['OffsetID'] = to.term['TransactionID'];
			company.store('TransactionLines', [line]);
		}
		if (one.left === 0) ones.shift();
		if (other.left === 0) others.shift();
	}
}

/** Ends a term, or the part of it that was matched. */
function settle(company: Company, { table, term, left }: Item, last: Row, now: number): void {
	const amount = Number(term['AmountDC']);
	if (Math.abs(amount) === left) return;
	const Modified = sqlMoment(now);
	const ended: Row = {
		...{ Status: MATCHED, Modified, EndDate: last['EntryDate'] },
		...{ EndYear: last['TransactionReportingYear'], EndPeriod: last['TransactionReportingPeriod'] },
		...(table === 'Receivables' ? { LastPaymentDate: last['EntryDate'] } : {}),
	};
	if (left === 0) {
		company.store(table, [Object.assign(term, ended)]);
		return;
	}
	const share = left / Math.abs(amount);
	const rest = {
		AmountDC: Math.sign(amount) * left,
		AmountFC: rounded(Number(term['AmountFC']) * share),
	};
	const part: Row = {
		...term,
		...ended,
		ID: newGuid(company, table),
		AmountDC: rounded(amount - rest.AmountDC),
		AmountFC: rounded(Number(term['AmountFC']) - rest.AmountFC),
	};
	company.store(table, [Object.assign(term, rest, { Modified }), part]);
}
