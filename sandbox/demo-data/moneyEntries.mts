import { bank, cash } from '../ledger/freeKinds.mjs';
import { match } from '../ledger/matching.mjs';
import type { Company } from '../rows/company.mjs';
import { bookPlanned, type PlannedLine } from './bookFree.mjs';
import type { Bookkeeping } from './bookkeeping.mjs';
import { openingBank, wagesIn } from './generalEntries.mjs';
import { paymentsOf, type Payment } from './invoicePayments.mjs';
import { monthsFrom, type Month } from './months.mjs';

const dayLength = 86_400_000;
/** The cash book begins with 2025. */
const cashFrom = Date.UTC(2025, 0, 1);
/** The month in which somebody pays without saying what for. */
const puzzling = '2026-02';

/** A bank statement every month, a cash entry every month since 2025; payments are matched at once. */
export function fillMoneyEntries(company: Company, plan: Bookkeeping): void {
	const payments = paymentsOf(company, plan.closedYear);
	for (const month of monthsFrom(plan.begins)) {
		if (month.first >= cashFrom) bookCash(company, plan, month);
		bookStatement(company, plan, month, payments);
	}
}

/** What the shop takes in, VAT included, and brings to the bank. */
const takingsIn = ({ index }: Month) => 484 + (index % 5) * 60.5;

function bookCash(company: Company, plan: Bookkeeping, month: Month): void {
	const { accounts, words, vatCode, journals } = plan;
	const day = (number: number) => month.first + (number - 1) * dayLength;
	const takings = takingsIn(month);
	bookPlanned(company, cash, { JournalCode: journals.cash }, [
		{
			...{ account: accounts.takings, amount: takings, date: day(8), description: words.takings },
			more: { VATCode: vatCode },
		},
		{ account: accounts.petty, amount: -18.5, date: day(9), description: words.petty },
		{ account: accounts.transit, amount: -400, date: day(20), description: words.deposit },
	]);
}

function bookStatement(
	company: Company,
	plan: Bookkeeping,
	month: Month,
	payments: readonly Payment[],
): void {
	const due = payments
		.filter(({ date }) => month.first <= date && date <= month.last)
		.sort((a, b) => a.date - b.date);
	const paid = due.map((payment) => paymentLine(company, plan, payment));
	const lines = [...paid, ...regularLines(plan, month), ...puzzle(company, plan, month)];
	const header = { JournalCode: plan.journals.bank };
	const opening = month.index === 0 ? { OpeningBalanceFC: openingBank } : {};
	const keys = bookPlanned(company, bank, { ...header, ...opening }, lines);
	const now = month.last + 2 * dayLength;
	for (const [index, { line }] of due.entries()) {
		match(company, { lines: [line, String(keys[index])] }, now);
	}
}

function paymentLine(
	company: Company,
	{ words }: Bookkeeping,
	{ glAccount, account, number, amount, date, sold }: Payment,
): PlannedLine {
	const code = company.table('GLAccounts').get(String(glAccount))?.['Code'];
	return {
		...{ account: String(code), amount, date },
		description: `${sold ? words.received : words.paid} ${String(number)}`,
		more: { Account: account, OurRef: number },
	};
}

/** Wages of the month before, the deposit of cash, VAT every quarter, and what the bank charges. */
function regularLines(plan: Bookkeeping, month: Month): PlannedLine[] {
	const { accounts, words, begins } = plan;
	const day = (number: number) => month.first + (number - 1) * dayLength;
	const before = monthsFrom(begins)[month.index - 1];
	const lines: PlannedLine[] = [];
	const add = (account: string, amount: number, date: number, description: string) =>
		lines.push({ account, amount, date, description });
	if (before) {
		const description = `${words.wages} ${before.name}`;
		add(accounts.wagesDue, -wagesIn(plan, before), day(5), description);
	}
	if (month.first >= cashFrom) add(accounts.transit, 400, day(22), words.deposit);
	if (month.index % 3 === 0 && before) add(accounts.vat, -350, day(25), words.vat);
	add(accounts.bankCosts, -12.5, month.last, words.bankCosts);
	return lines;
}

/** A receipt that names no invoice: it stays an open item of the customer. */
function puzzle(company: Company, { words }: Bookkeeping, month: Month): PlannedLine[] {
	if (month.name !== puzzling) return [];
	const [first] = company
		.table('Receivables')
		.rows()
		.filter((term) => term['Status'] === 20)
		.sort((a, b) => Number(b['InvoiceNumber']) - Number(a['InvoiceNumber']));
	const glAccount = company.table('GLAccounts').get(String(first?.['GLAccount']));
	if (!first || !glAccount) return [];
	const date = month.first + 17 * dayLength;
	const line = { account: String(glAccount['Code']), amount: 250, date };
	return [{ ...line, description: words.onAccount, more: { Account: first['Account'] } }];
}
