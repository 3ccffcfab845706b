import type { Row, Writing } from '../entities/entity.mjs';
import { termTableOf } from '../ledger/freeBooking.mjs';
import { match } from '../ledger/matching.mjs';
import { total } from '../ledger/money.mjs';
import { ODataError } from '../odata/failure.mjs';
import { begin } from '../odata/writing.mjs';
import { byCode } from '../rules/codes.mjs';
import { lineWords } from '../rules/entryLines.mjs';
import { isClosed } from '../rules/entryPeriods.mjs';
import { messages } from '../rules/messages.mjs';
import type { MatchLine, MatchSet } from './matchSets.mjs';
import { matchTexts, type Message } from './messages.mjs';
import { bookWriteOff } from './writeOff.mjs';

type Circumstances = Omit<Writing, 'fail' | 'erase'>;

const MATCHED = 50;
const relation = { en: 'Account', nl: 'Relatie' };
const vatCorrection = { en: 'VAT correction', nl: 'Btw-correctie' };

/**
 * Matches one set, or refuses it and leaves everything as it was. What the lines leave is booked as the set
 * says, or stays open.
 */
export function carryOut(set: MatchSet, circumstances: Circumstances): Message {
	const { company, now, settings } = circumstances;
	const { writing, check } = begin(circumstances);
	const keyAlt = [set.glAccount, set.account ?? ''].join(' ').trim();
	try {
		const terms = termsOf(set, writing);
		check();
		const rest = total(set.lines.map(({ amount }) => amount));
		checkRest(set, rest, writing);
		check();
		const { writeOff } = set;
		const booked =
			rest !== 0 && writeOff && writeOff.type !== 0
				? [bookWriteOff({ writeOff, rest, terms }, { writing, check })]
				: [];
		const keys = [...terms, ...booked].map(({ ID }) => String(ID));
		match(company, { terms: keys }, now);
		return { type: 2, text: matchTexts.matched[settings.language], data: { key: keys[0], keyAlt } };
	} catch (error) {
		if (!(error instanceof ODataError)) throw error;
		return { type: 0, text: error.message, data: { keyAlt } };
	}
}

/** Where the items of a set stand. */
interface Place {
	glAccount: Row;
	account: Row | undefined;
	table: ReturnType<typeof termTableOf>;
}

/** The open items of the lines, each of them another one; what cannot be found is noted. */
function termsOf(set: MatchSet, writing: Writing): Row[] {
	const place = placeOf(set, writing);
	if (!place) return [];
	const { glAccount, account, table } = place;
	const { company } = writing;
	const rows = table ? company.table(table).rows() : [];
	const found: Row[] = [];
	const canBeMatched = (term: Row) =>
		term['GLAccount'] === glAccount['ID'] &&
		term['Account'] === account?.['ID'] &&
		term['Status'] !== MATCHED &&
		!found.includes(term);
	for (const line of set.lines) {
		const term = rows.find((row) => isNamed(row, line) && canBeMatched(row));
		if (term && !isClosed(company, periodOf(line))) found.push(term);
		else writing.fail(matchTexts.notFound(set, line));
	}
	return found;
}

/** Ledger account and relation; the relation is only left out where the account is nobody's. */
function placeOf(set: MatchSet, writing: Writing): Place | undefined {
	const { company } = writing;
	const glAccount = byCode(company, 'GLAccounts', set.glAccount);
	const account = byCode(company, 'Accounts', set.account);
	const table = termTableOf(glAccount);
	const missing = set.account === undefined;
	if (!glAccount) writing.fail(messages.invalidReference(lineWords.glAccount));
	else if (table && missing) writing.fail(messages.mandatory(relation));
	// Others are matched where they are set up so; the sandbox keeps no open items of them.
	else if (!table && glAccount['Matching'] !== true) {
		writing.fail(messages.notAllowed(lineWords.glAccount));
	}
	if (!missing && !account) writing.fail(messages.invalidReference(relation));
	const known = table ? account !== undefined : missing || account !== undefined;
	return glAccount && known ? { glAccount, account, table } : undefined;
}

const periodOf = ({ journal, year, period }: MatchLine): Row => ({
	...{ Journal: journal, ReportingYear: year, ReportingPeriod: period },
});

/** An open item has the opposite sign of its ledger line. */
function isNamed(term: Row, { year, period, journal, entry, amount }: MatchLine): boolean {
	return (
		term['TransactionReportingYear'] === year &&
		term['TransactionReportingPeriod'] === period &&
		term['Journal'] === journal &&
		term['EntryNumber'] === entry &&
		total([Number(term['AmountDC']), amount]) === 0
	);
}

/** What does not add up needs a write-off, which says where the difference goes. */
function checkRest({ lines, writeOff }: MatchSet, rest: number, writing: Writing): void {
	if (rest === 0) return;
	if (!writeOff) writing.fail(matchTexts.notBalanced(rest));
	else if (writeOff.type === 0) {
		const sides = new Set(lines.map(({ amount }) => Math.sign(amount)));
		if (sides.size < 2) writing.fail(matchTexts.oneSided);
	} else {
		// The schema does without: that there is no account to fall back on is a guess.
		if (!writeOff.glAccount) writing.fail(messages.mandatory(lineWords.glAccount));
		// Not played here: the VAT that goes with a discount.
		if (writeOff.vatCorrection) writing.fail(messages.notAllowed(vatCorrection));
	}
}
