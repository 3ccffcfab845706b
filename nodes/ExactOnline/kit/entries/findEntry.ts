import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { ledgerLine } from '../../records/ledgerEntry';
import { transactionLine } from '../../records/transactionLine';
import { entryId, findBy, foundBy, numberFields } from '../entryKey';
import type { Inputs } from '../field';
import type { Ask } from '../operation';
import { entryKind } from './entryKind';
import { addLine, dayOfEntry, neededOfLines, wholeEntry } from './wholeEntry';

/** How Get finds an entry. */
export const entryKeyFields = {
	getBy: findBy('entry'),
	entry: entryId('entry'),
	...numberFields,
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
	const key = { ...inputs, id: inputs.entry };
	const columns = { journal: 'JournalCode', year: 'FinancialYear' };
	const { where, named } = await foundBy('entry', key, columns, division, session);
	const select = [...new Set([...ask.select, ...ask.columnsOf(ledgerLine), ...neededOfLines])];
	const needed = ['EntryNumber', 'JournalCode', 'FinancialYear'].filter(
		(one) => !select.includes(one),
	);
	const entries = new Map<string, Row[]>();
	const reading = { division, select: [...select, ...needed], where };
	for await (const line of session.list(transactionLine, reading)) {
		addLine(entries, line);
	}
	const found = [...entries.values()].map(wholeEntry);
	const fitting = found.filter(({ Type }) => types?.includes(Number(Type)) ?? true);
	const [entry, ...others] = fitting;
	if (entry === undefined) return nothingFits(named, found[0], division, session);
	return others.length === 0 ? entry : ambiguous(named, fitting, division, session);
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
	const [what, use] = entryKind(type, 'another entry');
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
