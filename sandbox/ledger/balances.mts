import type { Row, Value } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { rounded } from './money.mjs';

/** What the amounts of the ledger are added up by. */
const groupedBy = [
	...['FinancialYear', 'FinancialPeriod', 'GLAccount', 'CostCenter', 'CostUnit', 'Type', 'Status'],
] as const;

const sums = new WeakMap<Company, { version: number; rows: Row[] }>();

/**
 * Movements: the ledger added up by account, cost center, cost unit, year, period, type and status. A debit
 * is positive, also in `Amount`. They are added up once after every change in the company.
 */
export function movementsOf(company: Company): Row[] {
	const version = company.timestamp();
	const known = sums.get(company);
	if (known?.version === version) return known.rows;
	const rows = addedUp(company);
	sums.set(company, { version, rows });
	return rows;
}

function addedUp(company: Company): Row[] {
	const groups = new Map<string, Row & { Debit: number; Credit: number; Count: number }>();
	for (const line of company.table('TransactionLines').rows()) {
		if (!line['GLAccount']) continue;
		let key = '';
		for (const name of groupedBy) key += `${line[name] ?? ''}|`;
		let group = groups.get(key);
		if (!group) {
			group = { Debit: 0, Credit: 0, Count: 0 };
			for (const name of groupedBy) group[name] = line[name];
			groups.set(key, group);
		}
		const amount = Number(line['AmountDC']);
		if (amount > 0) group.Debit += amount;
		else group.Credit -= amount;
		group.Count += 1;
	}
	const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
	return sorted.map(([, group], index) => ({
		...group,
		ID: index + 1,
		Debit: rounded(group.Debit),
		Credit: rounded(group.Credit),
		Amount: rounded(group.Debit - group.Credit),
	}));
}

/** Entries that open a year: what they book is the opening balance itself. */
const openingTypes: readonly Value[] = [10, 328];

/**
 * Opening balances of the accounts of the balance sheet: everything of the years before, and what entries of
 * the year itself opened it with. A debit is positive.
 */
export function openingsOf(company: Company, year: number, processed: boolean): Row[] {
	const accounts = company.table('GLAccounts');
	const totals = new Map<string, number>();
	for (const row of movementsOf(company)) {
		if (processed && row['Status'] !== 50) continue;
		const own = row['FinancialYear'] === year && openingTypes.includes(row['Type'] ?? null);
		if (!own && Number(row['FinancialYear']) >= year) continue;
		const account = String(row['GLAccount']);
		totals.set(account, (totals.get(account) ?? 0) + Number(row['Amount']));
	}
	// In the order of the accounts' keys, which is the order of these rows.
	return accounts.rows().flatMap(({ ID, BalanceType }) => {
		const amount = rounded(totals.get(String(ID)) ?? 0);
		if (BalanceType !== 'B' || amount === 0) return [];
		return [{ Division: company.code, GLAccount: ID, ReportingYear: year, Amount: amount }];
	});
}

/** The financial year that a moment lies in. */
export function yearOf(company: Company, now: number): number | undefined {
	for (const { StartDate, EndDate, FinYear } of company.table('FinancialPeriods').rows()) {
		const [start, end] = [Number(StartDate), Number(EndDate) + 86_400_000];
		if (start <= now && now < end) return Number(FinYear);
	}
	return undefined;
}
