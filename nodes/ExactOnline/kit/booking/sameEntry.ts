import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { invoiceKinds, kindOf } from '../../ledger/kinds';
import { format, toMinor } from '../../ledger/money';
import { columnsOf } from '../../records/record';
import { presenter } from '../output';
import type { EntryDraft, Expectation } from './entry';

/** Columns by which entries are compared, whatever the output shows. */
const COMPARED = [
	'Type',
	'Status',
	'AmountFC',
	'VATAmountFC',
	'Currency',
	'EntryDate',
	'EntryNumber',
	'Journal',
	'ReportingYear',
	'YourRef',
	'ExternalLinkReference',
	'Document',
];

/** The entries that are booked already, in one call for each kind of key and up to 40 drafts. */
export async function findBooked(
	drafts: readonly EntryDraft[],
	division: number,
	session: Session,
): Promise<Map<EntryDraft, Row>> {
	const candidates = new Map<EntryDraft, Row[]>();
	for (const group of byWay(drafts)) {
		const [first] = group.drafts;
		if (first === undefined) continue;
		const { record } = first;
		const { field, values } = group;
		const select = await columnsFor(group.drafts, division, session);
		const rows: Row[] = [];
		const reading = { division, select, field, values: [...values] };
		for await (const row of session.listByValues(record, reading)) rows.push(row);
		for (const draft of group.drafts) {
			const same = rows.filter((row) => draft.same?.isSame(row));
			candidates.set(draft, [...(candidates.get(draft) ?? []), ...same]);
		}
	}
	return new Map(
		[...candidates].flatMap(([draft, rows]) => {
			const best = bestOf(rows, draft);
			return best === undefined ? [] : [[draft, best] as const];
		}),
	);
}

/** Exact cuts long references, so that two of them may look alike: the one in which all else fits is meant. */
function bestOf(rows: readonly Row[], draft: EntryDraft): Row | undefined {
	const reference = draft.expect.reference?.toLowerCase();
	const isWhole = (row: Row) => textOf(row.YourRef).toLowerCase() === reference;
	const fitting = rows.filter((row) => differences(row, draft).length === 0);
	return fitting.find(isWhole) ?? fitting[0] ?? rows.find(isWhole) ?? rows[0];
}

interface Way {
	field: string;
	values: Set<string | number>;
	drafts: EntryDraft[];
}

/** Drafts that can be looked for together: on the same entity, by the same column. */
function byWay(drafts: readonly EntryDraft[]): Way[] {
	const ways = new Map<string, Way>();
	for (const draft of drafts) {
		for (const { field, values } of draft.same?.ways ?? []) {
			const name = `${draft.record.path} ${field}`;
			const way = ways.get(name) ?? { field, values: new Set(), drafts: [] };
			for (const value of values) way.values.add(value);
			way.drafts.push(draft);
			ways.set(name, way);
		}
	}
	return [...ways.values()];
}

async function columnsFor(
	drafts: readonly EntryDraft[],
	division: number,
	session: Session,
): Promise<string[]> {
	const columns = new Set(COMPARED);
	for (const { record, output } of drafts) {
		for (const column of columnsOf(record, ['relationId'])) columns.add(column);
		for (const column of (await presenter(record, { division, ...output }, session)).columns) {
			columns.add(column);
		}
	}
	return [...columns];
}

/** In which points a booked entry is not the one that was asked for. None: it is the same. */
export function differences(row: Row, { words, expect }: EntryDraft): string[] {
	const { day, entryType, currency } = expect;
	const bookedOn = dayOf(exactMs(row.EntryDate) ?? 0);
	const bookedIn = textOf(row.Currency);
	const points: string[] = [];
	if (Number(row.Type) !== entryType) {
		const kind = kindOf(Number(row.Type));
		const other = kind === undefined ? 'another kind of entry' : `a ${invoiceKinds[kind].words}`;
		points.push(`it is ${other}, not a ${words}`);
	}
	if (bookedOn !== day) points.push(`its date is ${bookedOn}, not ${day}`);
	if (currency !== '' && bookedIn !== currency) {
		points.push(`its currency is ${bookedIn}, not ${currency}`);
	} else points.push(...totalDifferences(row, expect));
	return points;
}

function totalDifferences(row: Row, { decimals, total, entered }: Expectation): string[] {
	const [gross, vat] = [row.AmountFC, row.VATAmountFC].map((amount) =>
		Math.abs(toMinor(Number(amount), decimals)),
	) as [number, number];
	const differs = (asked: number) => [
		`its total is ${format(gross, decimals)}, not ${format(asked, decimals)}`,
	];
	if (total !== undefined) {
		const asked = Math.abs(total.gross);
		return Math.abs(gross - asked) > total.tolerance ? differs(asked) : [];
	}
	// What VAT the lines get is Exact's choice: without it they come to less, with it at most to the total.
	return gross - vat <= entered && entered <= gross ? [] : differs(entered);
}
