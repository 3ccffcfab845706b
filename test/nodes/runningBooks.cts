import type { Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper, type Bookkeeper, type Side } from '../sandbox/bookkeeper.cjs';
import { freeEntries, type FreeEntries } from '../sandbox/freeEntries.cjs';
import {
	dayIn,
	EUR,
	type Company,
	type Invoice,
	type Money,
	type Settlement,
	type Story,
} from './randomBooks.cjs';

/** What was booked on an account, in cents of the company's currency; debit is positive. */
interface Posting {
	account: string;
	/** The day of the entry: that of its first line. */
	day: string;
	cents: number;
}

/** What of an entry is open: an invoice is positive on either side, money for it negative. */
interface Term {
	entry: string;
	side: Side;
	cents: number;
	isInvoice: boolean;
}

const tables = { sales: 'Receivables', purchases: 'Payments' } as const;

/** A part of an amount; half a cent goes away from zero. */
const share = (cents: number, part: number, whole: number) =>
	Math.sign(cents) * Math.floor((Math.abs(cents) * part * 2 + whole) / (whole * 2));

const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

/**
 * Books a story over HTTP, and keeps books of its own beside the sandbox: whole cents, and nothing in them that the
 * sandbox or the node worked out.
 */
export class RunningBooks {
	readonly postings: Posting[] = [];
	private readonly terms: Term[] = [];

	private constructor(
		private readonly sandbox: Sandbox,
		private readonly story: Story,
		private readonly books: Bookkeeper,
		private readonly free: FreeEntries,
	) {}

	static async keep(sandbox: Sandbox, story: Story): Promise<RunningBooks> {
		const books = await bookkeeper(sandbox, story.company.division);
		const kept = new RunningBooks(sandbox, story, books, freeEntries(books));
		for (const event of story.events) {
			if ('credit' in event) await kept.bookInvoice(event);
			else await kept.bookMoney(event);
		}
		for (const settlement of story.settlements) await kept.settle(settlement);
		return kept;
	}

	/** What is open of each entry, in cents; nothing that is settled. */
	open(side: Side): Map<string, number> {
		const sums = new Map<string, number>();
		for (const { entry, cents } of this.terms.filter((term) => term.side === side))
			sums.set(entry, (sums.get(entry) ?? 0) + cents);
		return new Map([...sums].filter(([, cents]) => cents !== 0));
	}

	private get company(): Company {
		return this.story.company;
	}

	private async bookInvoice(invoice: Invoice): Promise<void> {
		const { kind, credit, rate, lines } = invoice;
		const { accounts, codes, control, vat } = this.company;
		const day = dayIn(this.company, invoice.at);
		const entry = await this.sendInvoice(invoice, day);
		const sign = (credit === 'none') === (kind === 'sales') ? -1 : 1;
		const parts = lines.flatMap(({ net, code }) => {
			const home = (cents: number) => share(sign * cents, rate, EUR);
			const taxed = home(share(net, codes[code] ?? 0, 100));
			return [
				{ account: accounts[kind], day, cents: home(net) },
				{ account: vat[kind], day, cents: taxed },
			];
		});
		this.postings.push(...parts);
		const gross = -total(parts.map(({ cents }) => cents));
		this.postControl({ account: control[kind], day, cents: gross }, kind, entry, true);
	}

	private async sendInvoice({ kind, credit, rate, lines }: Invoice, day: string): Promise<string> {
		const { accounts, journals } = this.company;
		const isReturned = credit === 'returned';
		// In a journal of credit notes one profile takes positive amounts, the other negative ones.
		const isNegative = isReturned ? this.story.profile === 'lenient' : credit === 'negative';
		const header = {
			Journal: journals[isReturned ? (`${kind}Return` as const) : kind],
			EntryDate: day,
			...(rate === EUR ? {} : { Currency: 'USD', Rate: rate / EUR }),
		};
		const bodies = lines.map(({ net, code }) => ({
			account: accounts[kind],
			AmountFC: (isNegative ? -net : net) / 100,
			VATCode: code,
		}));
		return posted(await this.books.post(kind, header, bodies));
	}

	private async bookMoney(money: Money): Promise<string> {
		const { kind, at, rate, lines } = money;
		const { accounts, control } = this.company;
		const entry = await this.sendMoney(money);
		// An entry lies on the day of its first line.
		const day = dayIn(this.company, { ...at, day: at.day + (lines[0]?.later ?? 0) });
		for (const { on, amount } of lines) {
			const cents = share(amount, rate, EUR);
			const booked = kind === 'general' ? cents : -cents;
			if (kind !== 'general') this.postings.push({ account: accounts[kind], day, cents });
			if (on === 'costs' || on === 'other')
				this.postings.push({ account: accounts[on], day, cents: booked });
			else this.postControl({ account: control[on], day, cents: booked }, on, entry, false);
		}
		return entry;
	}

	private async sendMoney({ kind, at, rate, lines }: Money): Promise<string> {
		const { accounts, control, journals } = this.company;
		const flow = total(lines.map(({ amount }) => amount));
		const foreign = rate === EUR ? {} : { ExchangeRate: rate / EUR };
		const bodies = lines.map(({ on, amount, later }) => ({
			Date: dayIn(this.company, { ...at, day: at.day + later }),
			AmountFC: amount / 100,
			...foreign,
			...(on === 'costs' || on === 'other'
				? { account: accounts[on] }
				: { account: control[on], Account: this.books.partner[on] }),
		}));
		const header = {
			JournalCode: journals[kind],
			...(rate === EUR ? {} : { Currency: 'USD' }),
			...(kind === 'general' ? {} : { OpeningBalanceFC: 0, ClosingBalanceFC: flow / 100 }),
		};
		return posted(await this.free.post(kind, header, bodies));
	}

	/** Pays a part of an open invoice, all of it, or too much, and matches the two. */
	private async settle({ at, invoice, percent }: Settlement): Promise<void> {
		const open = this.terms.filter(({ isInvoice, cents }) => isInvoice && cents > 0);
		const term = open[invoice % Math.max(open.length, 1)];
		if (term === undefined) return;
		const { side } = term;
		const paid = Math.max(1, share(term.cents, percent, 100));
		const lines = [{ on: side, amount: side === 'sales' ? paid : -paid, later: 0 }];
		const entry = await this.bookMoney({ kind: 'bank', at, rate: EUR, lines });
		const rows = await this.sandbox.records(this.company.division, tables[side]);
		const terms = [term.entry, entry].map(
			(id) => rows.find((row) => row.TransactionEntryID === id && row.Status !== 50)?.ID,
		);
		await this.sandbox.match(this.company.division, { terms });
		const matched = Math.min(paid, term.cents);
		term.cents -= matched;
		for (const money of this.terms) if (money.entry === entry) money.cents += matched;
	}

	private postControl(posting: Posting, side: Side, entry: string, isInvoice: boolean): void {
		this.postings.push(posting);
		const cents = side === 'sales' ? posting.cents : -posting.cents;
		this.terms.push({ entry, side, cents, isInvoice });
	}
}

function posted({ status, row, error }: Awaited<ReturnType<Bookkeeper['post']>>): string {
	if (status !== 201) throw new Error(`${status} ${error}`);
	return String(row['EntryID']);
}
