import type { Row } from '../entities/entity.mjs';
import { endpointAt } from '../entities/index.mjs';
import { purchases, sales } from '../ledger/kinds.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import { enter } from '../odata/drafts.mjs';
import { lenientOData } from '../odata/switches.mjs';
import { begin } from '../odata/writing.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import { demoUser } from '../seam.mjs';
import { guidOf, pick, spaceOf } from './deterministic.mjs';
import type { LinePlan, Story, StoryPart } from './entriesStories.mjs';

const dayLength = 86_400_000;
const partners = 8;

/** Sales and purchases, by the rules that a POST goes by. */
export function fillEntries(company: Company, { sales: sold, purchases: bought }: Story): void {
	for (let number = 0; number < sold.count; number++) fillEntry(company, sales, sold, number);
	for (let number = 0; number < bought.count; number++) {
		fillEntry(company, purchases, bought, number);
	}
}

function fillEntry(company: Company, kind: EntryKind, part: StoryPart, number: number): void {
	const key = part.first + number;
	const seed = spaceOf(`${company.code} ${kind.entity} ${key}`);
	const credit = part.credits.includes(number);
	const date = dateOf(part, number, seed);
	const plans = credit ? part.lines.slice(0, 1) : chosen(part, number, seed);
	const lines = plans.map((plan, index) => lineOf(company, kind, plan, key * 8 + index, credit));
	const header: Row = {
		EntryID: guidOf(spaceOf(`${company.code} ${kind.entity}`), key),
		[kind.partner]: partnersOf(company, kind)[number % partners],
		Journal: credit ? part.returns : part.journal,
		EntryDate: date,
		Currency: number === part.dollars ? 'USD' : undefined,
		YourRef: part.reference(number, date),
		Description: lines[0]?.['Description'],
	};
	const now = date + dayLength + (seed % 30_000) * 1000;
	bookEntry(company, kind, { header, lines, date, now });
}

/** An entry with its lines: dated so, and made at that moment. */
export interface PlannedEntry {
	header: Row;
	lines: readonly Row[];
	date: number;
	now: number;
}

/** Books an entry as a POST would. What is to be sent never is its state: up to 2025 all is processed. */
export function bookEntry(
	company: Company,
	{ path, linesPath }: { path: string; linesPath: string },
	{ header, lines, date, now }: PlannedEntry,
): Row {
	const endpoint = endpointAt(path);
	const child = endpointAt(linesPath);
	if (!endpoint || !child) throw new Error(`nothing can be booked at ${path}`);
	const values = { ...header, Status: date < Date.UTC(2026, 0, 1) ? 50 : 20 };
	const payloads = lines.map((line) => ({ values: line, children: [] }));
	const children = [{ endpoint: child, by: 'EntryID', payloads }];
	const begun = begin({ company, user: demoUser, now, settings: lenientOData });
	return enter(endpoint, { values, children }, begun);
}

/** One after the other over the days; what would lie where the journal gets closed comes right after. */
function dateOf({ count, closed, from, days }: StoryPart, number: number, seed: number): number {
	const pace = days / count;
	const date = from + Math.floor(pace * number + pick(seed, Math.floor(pace))) * dayLength;
	const day = new Date(date);
	const month = (day.getUTCFullYear() - 2025) * 12 + day.getUTCMonth();
	return month === closed ? Date.UTC(2025, month + 1, 1) : date;
}

/** Every third entry has two lines; one entry is split over cost centers. */
function chosen({ lines, analytic, split }: StoryPart, number: number, seed: number) {
	if (number === analytic) return split;
	const first = pick(seed + 1, lines.length);
	const rotated = [...lines.slice(first), ...lines.slice(0, first)];
	return rotated.slice(0, number % 3 === 0 ? 2 : 1);
}

function lineOf(
	company: Company,
	kind: EntryKind,
	[account, description, vatCode, price, more]: LinePlan,
	number: number,
	credit: boolean,
): Row {
	const quantity = 1 + pick(number, 4);
	const amount = Math.round(price * quantity * 100) / 100;
	return {
		ID: guidOf(spaceOf(`${company.code} ${kind.lines}`), number),
		GLAccount: byCode(company, 'GLAccounts', account)?.['ID'],
		Description: description,
		VATCode: vatCode,
		Quantity: quantity,
		AmountFC: credit ? -amount : amount,
		...more,
	};
}

/** The first customers or suppliers that are in use. */
function partnersOf(company: Company, { role }: EntryKind): Row[string][] {
	return company
		.table('Accounts')
		.rows()
		.filter((row) => row[role.column] === role.value && !row['Blocked'] && !row['EndDate'])
		.sort((a, b) => Number(a['Code']) - Number(b['Code']))
		.slice(0, partners)
		.map((row) => row['ID']);
}
