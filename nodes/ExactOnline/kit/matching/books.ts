import { any, equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { dayOf, exactMs } from '../../exact/values/time';
import { gatherFacts, type Facts, type Needs } from '../booking/facts';
import { lookUps } from '../lookups';
import { termRecords } from '../openTerms';
import type { OpenSide } from '../../ledger/openItems';
import { glAccount } from '../../records/glAccount';
import { transactionLine } from '../../records/transactionLine';
import { groupedBy, keyOf, openAmounts, readTerms, rowsBy, type Terms } from './terms';
import { isWrittenOff, type Wanted } from './wanted';

/** Exact's types of ledger accounts on which open items stand, by whose they are. */
const types: Readonly<Record<OpenSide, number>> = { client: 20, supplier: 22 };

const sidesOf = ['client', 'supplier'] as const;

const lineColumns = [
	...['ID', 'EntryID', 'EntryNumber', 'JournalCode', 'FinancialYear', 'FinancialPeriod', 'Date'],
	...['GLAccount', 'GLAccountCode', 'Account', 'AccountCode', 'AmountDC', 'OffsetID'],
	...['AmountFC', 'Currency', 'InvoiceNumber'],
];

/** What the books of a division hold of what is to be matched. */
export interface Books {
	facts: Facts;
	/** The lines on receivable and payable accounts that an ID stands for: of an entry, a line or a term. */
	linesOf(id: string): readonly Row[];
	/** Whether an ID is that of a term: it stands for this part of its line only. */
	isTerm(id: string): boolean;
	/** Whose open items stand on the account of a line. */
	sideOf(line: Row): OpenSide | undefined;
	terms: Terms;
	/** Whether the counterpart that a line names belongs to another entry; asked of matched lines only. */
	isOffsetElsewhere(line: Row): boolean;
}

/** Reads what all matchings of a division need: each list once, whatever their number. */
export async function readBooks(
	wanted: readonly Wanted[],
	division: number,
	session: Session,
): Promise<Books> {
	const sides = await readSides(division, session);
	const linesBy = async (field: string, values: readonly string[]) =>
		await readLines({ field, values }, [...sides.keys()], division, session);
	const ids = [...new Set(wanted.flatMap((one) => one.ids))];
	const ofEntries = groupedBy('EntryID', await linesBy('EntryID', ids));
	const others = ids.filter((id) => !ofEntries.has(id));
	const named = await namedTerms(wanted, others, division, session);
	const lineIds = new Set([...others, ...named.values()]);
	const single = new Map((await linesBy('ID', [...lineIds])).map((row) => [keyOf(row.ID), row]));
	const linesOf = (id: string): readonly Row[] => {
		const one = single.get(named.get(id) ?? id);
		return ofEntries.get(id) ?? (one === undefined ? [] : [one]);
	};
	const lines = ids.flatMap(linesOf);
	const sideOf = ({ GLAccount }: Row) => sides.get(keyOf(GLAccount));
	const terms = new Map<string, readonly Row[]>();
	for (const side of sidesOf) {
		const mine = lines.filter((line) => sideOf(line) === side).map(({ ID }) => keyOf(ID));
		for (const [id, rows] of await readTerms(mine, side, division, session)) terms.set(id, rows);
	}
	const matched = lines.filter((line) => openAmounts(line, terms.get(keyOf(line.ID))).length === 0);
	const elsewhere = await offsetsElsewhere(matched, division, session);
	return {
		facts: await gatherFacts(
			wanted.map((one) => needsOf(one, linesOf)),
			division,
			session,
		),
		...{ linesOf, sideOf, terms },
		isTerm: (id) => named.has(id),
		isOffsetElsewhere: ({ ID }) => elsewhere.has(keyOf(ID)),
	};
}

/** The day on which a difference is booked: that of the last line, unless another one was given. */
export function writeOffDay({ ids, date }: Wanted, linesOf: Books['linesOf']): string | undefined {
	const days = ids.flatMap(linesOf).flatMap(({ Date: day }) => {
		const ms = exactMs(day);
		return ms === undefined ? [] : [dayOf(ms)];
	});
	return date ?? days.sort().at(-1);
}

function needsOf(wanted: Wanted, linesOf: Books['linesOf']): Needs {
	const { side, relation, ledgerAccount } = wanted;
	const account = lookUps.ledgerAccount;
	const day = isWrittenOff(wanted) ? writeOffDay(wanted, linesOf) : undefined;
	return {
		references: [
			...(relation === undefined ? [] : [{ lookUp: lookUps[side], reference: relation }]),
			...(ledgerAccount === undefined ? [] : [{ lookUp: account, reference: ledgerAccount }]),
		],
		days: day === undefined ? [] : [day],
	};
}

async function readSides(division: number, session: Session): Promise<Map<string, OpenSide>> {
	const where = any(...sidesOf.map((side) => equals('Type', types[side])));
	const sides = new Map<string, OpenSide>();
	for await (const row of session.list(glAccount, { division, select: ['ID', 'Type'], where })) {
		sides.set(keyOf(row.ID), Number(row.Type) === types.client ? 'client' : 'supplier');
	}
	return sides;
}

async function readLines(
	by: { field: string; values: readonly string[] },
	accounts: readonly string[],
	division: number,
	session: Session,
): Promise<Row[]> {
	if (accounts.length === 0) return [];
	const where = any(...accounts.map((id) => equals('GLAccount', id)));
	return await rowsBy(transactionLine, { division, select: lineColumns, ...by, where }, session);
}

/** The lines of terms that were named by their own ID, as *Outstanding Item: Get Many* gives it. */
async function namedTerms(
	wanted: readonly Wanted[],
	ids: readonly string[],
	division: number,
	session: Session,
): Promise<Map<string, string>> {
	const named = new Map<string, string>();
	for (const side of sidesOf) {
		const mine = new Set(wanted.filter((one) => one.side === side).flatMap((one) => one.ids));
		const values = ids.filter((id) => mine.has(id));
		const reading = { division, select: ['ID', 'TransactionID'], field: 'ID', values };
		for (const { ID, TransactionID } of await rowsBy(termRecords[side], reading, session)) {
			named.set(keyOf(ID), keyOf(TransactionID));
		}
	}
	return named;
}

/** Matched lines, by their ID, whose counterpart is a line of another entry. */
async function offsetsElsewhere(
	matched: readonly Row[],
	division: number,
	session: Session,
): Promise<Set<string>> {
	const values = [...new Set(matched.map(({ OffsetID }) => keyOf(OffsetID)).filter(Boolean))];
	const reading = { division, select: ['ID', 'EntryID'], field: 'ID', values };
	const entries = new Map<string, string>();
	for (const { ID, EntryID } of await rowsBy(transactionLine, reading, session)) {
		entries.set(keyOf(ID), keyOf(EntryID));
	}
	const isElsewhere = ({ OffsetID, EntryID }: Row) => {
		const entry = entries.get(keyOf(OffsetID));
		return entry !== undefined && entry !== keyOf(EntryID);
	};
	return new Set(matched.filter(isElsewhere).map(({ ID }) => keyOf(ID)));
}
