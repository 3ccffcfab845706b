import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { dayOf, exactMs } from '../exact/values/time';
import { record } from './record';
import { added, day, decimal, guid, text, whole, word, type Shown } from './shows';
import { transactionLine } from './transactionLine';

/** What a line shows only on its own: within its entry, the entry shows it. */
const ofEntry = [
	...['entryId', 'entryNumber', 'status', 'year', 'period', 'journal', 'journalName'],
	...['created', 'modified'],
];

const ofLine = Object.fromEntries(
	Object.entries(transactionLine.shows).filter(([name]) => !ofEntry.includes(name)),
);

/** A line of the ledger within its entry, with its accounts of all analytic plans. */
export const ledgerLine = record({
	...transactionLine,
	shows: {
		...ofLine,
		costCenterName: text('CostCenterDescription'),
		costUnitName: text('CostUnitDescription'),
		projectName: text('ProjectDescription'),
		/** The line of another entry that it is matched with, or the other side of its own. */
		offsetId: guid('OffsetID'),
	},
});

const shown = transactionLine.shows as Readonly<Record<'type' | 'status' | 'created', Shown>> &
	Record<'modified', Shown>;

/**
 * An entry of the ledger, whatever it was booked with. Exact knows only its lines: a row is put together from them
 * (`TransactionLines`), the header from the first. `Debit` and `Credit` are sums in the currency of the division.
 */
export const ledgerEntry = record({
	...transactionLine,
	noun: 'entry',
	key: 'EntryID',
	parts: {
		lines: {
			name: 'TransactionLines',
			record: ledgerLine,
			parent: 'EntryID',
			orderBy: 'LineNumber',
		},
	},
	shows: {
		id: guid('EntryID'),
		type: shown.type,
		number: whole('EntryNumber'),
		journal: text('JournalCode'),
		journalName: text('JournalDescription'),
		date: day('Date'),
		dueDate: ofLines('string', (rows) => days(rows).at(-1) ?? null, 'DueDate'),
		year: whole('FinancialYear'),
		period: whole('FinancialPeriod'),
		status: word('Status', { 20: 'open', 50: 'processed' }),
		relationId: one('Account'),
		relationCode: one('AccountCode'),
		relationName: one('AccountName'),
		currency: text('Currency'),
		exchangeRate: decimal('ExchangeRate'),
		debit: added({ type: 'number' }, onRow('Debit')),
		credit: added({ type: 'number' }, onRow('Credit')),
		isBalanced: added({ type: 'boolean' }, onRow('IsBalanced')),
		description: first('Description'),
		reference: first('YourRef'),
		paymentReference: first('PaymentReference'),
		documentId: first('Document'),
		dueDates: {
			...ofLines('array', dueDates, 'DueDate', 'AmountFC'),
			schema: {
				type: 'array',
				items: {
					type: 'object',
					properties: { date: { type: 'string' }, amount: { type: 'number' } },
				},
			},
		},
		created: shown.created,
		modified: shown.modified,
	},
});

/** Something that the lines say together, and the columns of theirs that it takes. */
function ofLines(
	type: 'string' | 'array',
	read: (lines: readonly Row[]) => GenericValue,
	...columns: string[]
): Shown {
	return {
		columns,
		schema: { type },
		read: ({ TransactionLines }) => read((TransactionLines ?? []) as Row[]),
	};
}

/** The first text that a line has. */
function first(name: string): Shown {
	return ofLines('string', (lines) => texts(lines, name)[0] ?? null, name);
}

/** What all lines agree on, as far as they say it. */
function one(name: string): Shown {
	return ofLines(
		'string',
		(lines) => {
			const all = new Set(texts(lines, name));
			return all.size === 1 ? ([...all][0] ?? null) : null;
		},
		name,
	);
}

function texts(lines: readonly Row[], name: string): string[] {
	return lines.map((line) => textOf(line[name])).filter((value) => value !== '');
}

/** The due dates of the lines, in order. */
function days(lines: readonly Row[]): string[] {
	return lines
		.flatMap(({ DueDate }) => exactMs(DueDate) ?? [])
		.sort((a, b) => a - b)
		.map(dayOf);
}

/** Only lines on receivables and payables are due; the amount is that of the line, debit positive. */
function dueDates(lines: readonly Row[]): GenericValue {
	return lines.flatMap(({ DueDate, AmountFC }) => {
		const ms = exactMs(DueDate);
		return ms === undefined ? [] : [{ date: dayOf(ms), amount: AmountFC as number }];
	});
}

function onRow(name: string): (row: Row) => GenericValue {
	return (row) => (row[name] as GenericValue) ?? null;
}
