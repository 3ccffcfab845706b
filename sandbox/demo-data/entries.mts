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

/** What was booked from January 2025 to March 2026, by the rules that a POST goes by. */
export function fillEntries(company: Company, { sales: sold, purchases: bought }: Story): void {
	for (let number = 0; number < sold.count; number++) fillEntry(company, sales, sold, number);
	for (let number = 0; number < bought.count; number++) {
		fillEntry(company, purchases, bought, number);
	}
}

function fillEntry(company: Company, kind: EntryKind, part: StoryPart, number: number): void {
	const endpoint = endpointAt(kind.path);
	const child = endpointAt(kind.linesPath);
	if (!endpoint || !child) throw new Error(`nothing can be booked at ${kind.path}`);
	const seed = spaceOf(`${company.code} ${kind.entity} ${number}`);
	const credit = part.credits.includes(number);
	const date = dateOf(part, number, seed);
	const values: Row = {
		EntryID: guidOf(spaceOf(`${company.code} ${kind.entity}`), number),
		[kind.partner]: partnersOf(company, kind)[number % partners],
		Journal: credit ? part.returns : part.journal,
		EntryDate: date,
		Currency: number === part.dollars ? 'USD' : undefined,
		YourRef: part.reference(number, date),
		// Not to be sent, but the year 2025 is processed.
		Status: date < Date.UTC(2026, 0, 1) ? 50 : 20,
	};
	const plans = credit ? part.lines.slice(0, 1) : chosen(part, number, seed);
	const payloads = plans.map((plan, index) => ({
		values: lineOf(company, kind, plan, number * 8 + index, credit),
		children: [],
	}));
	values['Description'] = payloads[0]?.values['Description'];
	const children = [{ endpoint: child, by: 'EntryID', payloads }];
	const now = date + dayLength + (seed % 30_000) * 1000;
	enter(
		endpoint,
		{ values, children },
		begin({ company, user: demoUser, now, settings: lenientOData }),
	);
}

/** One after the other over the months; what would lie where the journal is closed comes right after. */
function dateOf({ count, closed }: StoryPart, number: number, seed: number): number {
	const days = 455 / count;
	const date = new Date(
		Date.UTC(2025, 0, 1 + Math.floor(days * number + pick(seed, Math.floor(days)))),
	);
	const month = (date.getUTCFullYear() - 2025) * 12 + date.getUTCMonth();
	return month === closed ? Date.UTC(2025, month + 1, 1) : date.getTime();
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
