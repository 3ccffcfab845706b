import type { Row } from '../entities/entity.mjs';
import { endpointAt } from '../entities/index.mjs';
import { leftBy } from '../ledger/freeBooking.mjs';
import { generalJournal } from '../ledger/freeKinds.mjs';
import { enter } from '../odata/drafts.mjs';
import type { Begun } from '../odata/writing.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import { lineWords } from '../rules/entryLines.mjs';
import { messages } from '../rules/messages.mjs';
import type { WriteOff } from './matchSets.mjs';

/** Types of ledger entries: 82 exchange rate difference, 83 payment difference. A discount is taken for the latter. */
const typeOf = ({ type }: WriteOff) => (type === 4 ? 82 : 83);

/** The journal of matching differences, as recorded of a French company; other companies: the first general one. */
const ofDifferences = '93';

interface Difference {
	writeOff: WriteOff;
	/** What the lines add up to on their account. */
	rest: number;
	terms: readonly Row[];
}

/**
 * Books what is written off as an entry of its own, by the rules of every general entry, and returns the open
 * item that it leaves on the account of the others: it takes what they have too much.
 */
export function bookWriteOff({ writeOff, rest, terms }: Difference, begun: Begun): Row {
	const { writing, check } = begun;
	const { company } = writing;
	const own = byCode(company, 'GLAccounts', writeOff.glAccount);
	if (!own) writing.fail(messages.invalidReference(lineWords.glAccount));
	check();
	const [term = {}] = terms;
	const common = {
		Date: writeOff.date ?? Math.max(...terms.map(({ EntryDate }) => Number(EntryDate))),
		Description: writeOff.description,
	};
	const lines: Row[] = [
		{ ...common, GLAccount: term['GLAccount'], Account: term['Account'], AmountFC: -rest },
		{ ...common, GLAccount: own?.['ID'], AmountFC: rest },
	];
	const header: Row = {
		...{ Type: typeOf(writeOff), JournalCode: journalOf(company) },
		...{ FinancialYear: writeOff.year, FinancialPeriod: writeOff.period },
		Currency: company.division['Currency'],
	};
	const left = leftBy(company, entered(header, lines, begun));
	const [item] = [...left.Receivables, ...left.Payments];
	if (!item) throw new Error('A write-off has left no open item');
	return item;
}

function journalOf(company: Company): Row[string] {
	const general = company
		.table('Journals')
		.rows()
		.filter((row) => row['Type'] === 90 && row['IsBlocked'] !== true)
		.map((row) => String(row['Code']))
		.sort();
	return general.includes(ofDifferences) ? ofDifferences : general[0];
}

function entered(values: Row, lines: readonly Row[], begun: Begun): Row {
	const endpoint = endpointAt(generalJournal.path);
	const child = endpointAt(generalJournal.linesPath);
	if (!endpoint || !child) throw new Error('There are no general entries');
	const payloads = lines.map((line) => ({ values: line, children: [] }));
	return enter(
		endpoint,
		{ values, children: [{ endpoint: child, by: 'EntryID', payloads }] },
		begun,
	);
}
