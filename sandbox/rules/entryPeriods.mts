import type { Row, Writing } from '../entities/entity.mjs';
import { isMatched } from '../ledger/matching.mjs';
import type { Company } from '../rows/company.mjs';
import { messages } from './messages.mjs';

const year = { en: 'Financial year', nl: 'Boekjaar' };

/** Year and period of an entry: those given, else those that its date lies in. */
export function settlePeriod(row: Row, writing: Writing): void {
	const periods = writing.company.table('FinancialPeriods').rows();
	const date = Number(row['EntryDate']);
	const own = periods.find(
		({ StartDate, EndDate }) => Number(StartDate) <= date && date <= Number(EndDate),
	);
	row['ReportingYear'] ??= own?.['FinYear'];
	row['ReportingPeriod'] ??= own?.['FinPeriod'];
	const known = periods.some(
		({ FinYear, FinPeriod }) =>
			FinYear === row['ReportingYear'] && FinPeriod === row['ReportingPeriod'],
	);
	if (!known) writing.fail(messages.mandatory(year));
}

/** Whether the period of an entry is closed for its journal. */
export function isClosed(company: Company, entry: Row): boolean {
	const rows = company.table('JournalStatusList').rows();
	return rows.some(
		(row) =>
			row['Journal'] === entry['Journal'] &&
			row['Year'] === entry['ReportingYear'] &&
			row['Period'] === entry['ReportingPeriod'] &&
			row['Status'] === 1,
	);
}

const matched = { en: 'Entry (Matched)', nl: 'Boeking (Afgeletterd)' };
const processed = { en: 'Entry (Processed)', nl: 'Boeking (Verwerkt)' };

/** What is matched keeps its amounts: a guess, as nothing is known of it. Called after `requireOpen`. */
export function requireUnmatched(entry: Row, writing: Writing): void {
	if (entry['Status'] !== 20) return;
	if (isMatched(writing.company, entry)) writing.fail(messages.notAllowed(matched));
}

/** An entry changes only while it is open, and its period too. */
export function requireOpen(entry: Row, writing: Writing): void {
	if (entry['Status'] !== 20) writing.fail(messages.notAllowed(processed));
	else if (isClosed(writing.company, entry)) writing.fail(messages.yearClosed);
}
