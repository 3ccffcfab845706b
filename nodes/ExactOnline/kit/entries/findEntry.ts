import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { withoutMetadata, type Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { invoiceKinds, kindOf } from '../../ledger/kinds';
import { ledgerLine } from '../../records/ledgerEntry';
import { transactionLine } from '../../records/transactionLine';
import { idField, journalCodeOf, missingKey, numberFields, shownFor } from '../entryKey';
import type { Inputs } from '../field';
import { choice } from '../fields';
import type { Ask } from '../operation';
import { addLine, dayOfEntry, neededOfLines, wholeEntry } from './wholeEntry';

/** How Get finds an entry. */
export const entryKeyFields = {
	getBy: choice(
		{ label: 'Get By', hint: 'What you know of the entry', section: 'subject' },
		[
			{ name: 'ID', value: 'id', description: 'The key that Exact Online gave it' },
			{ name: 'Number', value: 'number', description: 'The entry number that people see' },
		],
		'id',
	),
	entry: shownFor(
		idField(
			{
				label: 'Entry ID',
				placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
				hint: 'The ID of the entry, as Get Many returns it',
			},
			"the ID of an entry, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. To use its number, switch 'Get By' to 'Number'.",
		),
		'id',
	),
	...numberFields,
};

/** What an entry can be, by the type of its lines, and what reads it. */
const kinds: Readonly<Record<number, readonly [what: string, use: string]>> = {
	10: ['an opening balance', 'Journal Entry'],
	40: ['a bank or cash entry', 'Financial Entry'],
	50: ['a VAT return', 'Journal Entry'],
	90: ['a general journal entry', 'Miscellaneous Operation'],
};

/** More candidates than these are not listed. */
const MOST_CANDIDATES = 10;

/** The one entry that is meant, whole, with one call; `types` are those that the resource reads, all without. */
export async function findEntry(
	inputs: Inputs<typeof entryKeyFields>,
	types: readonly number[] | undefined,
	ask: Pick<Ask, 'division' | 'select' | 'columnsOf'>,
	session: Session,
): Promise<Row> {
	const { division } = ask;
	const { where, named } = await wanted(inputs, division, session);
	const select = [...new Set([...ask.select, ...ask.columnsOf(ledgerLine), ...neededOfLines])];
	const needed = ['EntryNumber', 'JournalCode', 'FinancialYear'].filter(
		(one) => !select.includes(one),
	);
	const entries = new Map<string, Row[]>();
	const reading = { division, select: [...select, ...needed], where };
	for await (const line of session.list(transactionLine, reading)) {
		addLine(entries, withoutMetadata(line));
	}
	const found = [...entries.values()].map(wholeEntry);
	const fitting = found.filter(({ Type }) => types?.includes(Number(Type)) ?? true);
	const [entry, ...others] = fitting;
	if (entry === undefined) return nothingFits(named, found[0], division, session);
	return others.length === 0 ? entry : ambiguous(named, fitting, division, session);
}

async function wanted(
	{ getBy, entry, entryNumber, journal, year }: Inputs<typeof entryKeyFields>,
	division: number,
	session: Session,
): Promise<{ where: Condition; named: string }> {
	if (getBy === 'id') {
		const id = entry ?? missingKey(session, 'Entry ID');
		return { where: equals('EntryID', id), named: `ID ${id}` };
	}
	const number = entryNumber ?? missingKey(session, 'Entry Number');
	const code = journal === undefined ? undefined : await journalCodeOf(journal, division, session);
	const where = all(
		equals('EntryNumber', number),
		code === undefined ? undefined : equals('JournalCode', code),
		year === undefined ? undefined : equals('FinancialYear', year),
	);
	const places = [code && ` in journal ${code}`, year && ` in year ${year}`];
	return { where, named: `number ${number}${places.filter(Boolean).join('')}` };
}

function nothingFits(
	named: string,
	other: Row | undefined,
	division: number,
	session: Session,
): never {
	if (other === undefined) {
		return session.fail({
			code: 'NOT_FOUND',
			message: `No entry with ${named} in division ${division}`,
			description:
				'It may have been deleted, or belong to another division. Use Get Many to see what there is.',
			endpoint: transactionLine.path,
			division,
		});
	}
	const type = Number(other.Type);
	const kind = kindOf(type);
	const [what, use] =
		kind === undefined
			? (kinds[type] ?? ['another entry', 'Journal Entry'])
			: [`a ${invoiceKinds[kind].words}`, 'Invoice'];
	return session.fail({
		code: 'TYPE',
		message: `The entry with ${named} is ${what} (type ${type})`,
		description: `Use ${use} for it.`,
		division,
		more: { type, id: textOf(other.EntryID) },
	});
}

function ambiguous(
	named: string,
	entries: readonly Row[],
	division: number,
	session: Session,
): never {
	const candidates = entries.slice(0, MOST_CANDIDATES).map((row) => ({
		id: textOf(row.EntryID),
		journal: textOf(row.JournalCode),
		year: Number(row.FinancialYear),
		date: dayOfEntry(row),
	}));
	const list = candidates.map(
		({ id, journal, year, date }) => `journal ${journal}, year ${year}, ${date}: ${id}`,
	);
	return session.fail({
		code: 'AMBIGUOUS',
		message: `Several entries have ${named} in division ${division}`,
		description: `Narrow it down by journal or year, or use the ID. They are: ${list.join('; ')}.`,
		division,
		more: { candidates },
	});
}
