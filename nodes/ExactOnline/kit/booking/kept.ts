import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { format, toMinor } from '../../ledger/money';
import type { EntryDraft, Expectation, ExpectedLine } from './entry';

/** The number that Exact gave, where another one was asked for. */
export function numberWarnings(row: Row, { number }: { number?: number }): string[] {
	if (number === undefined || Number(row.EntryNumber) === number) return [];
	return [`Exact Online numbered the entry ${textOf(row.EntryNumber)} instead of ${number}`];
}

/** By what the entry goes, where that is not what was asked for. */
export function nameWarnings(row: Row, { number, reference }: Expectation): string[] {
	const warnings = numberWarnings(row, { number });
	const kept = textOf(row.YourRef);
	if (reference !== undefined && !sameText(kept, reference)) {
		warnings.push(
			kept === ''
				? `Exact Online did not keep the reference "${reference}"`
				: `Exact Online kept "${kept}" of the reference "${reference}"`,
		);
	}
	return warnings;
}

/** What of the header Exact did not keep as it was given. */
export function keptWarnings(row: Row, { expect, same }: EntryDraft): string[] {
	const { bookingReference } = expect;
	const warnings = nameWarnings(row, expect);
	if (bookingReference !== undefined && textOf(row.ExternalLinkReference) !== bookingReference) {
		warnings.push(`Exact Online did not keep the booking reference "${bookingReference}"`);
	}
	if (same?.isSame(row) === false) {
		warnings.push('It can not be found by its key: running this again would book it again');
	}
	return warnings;
}

/** A total may be off by Exact's rounding; where one was given, that is said. */
export function totalWarnings(total: number, { total: asked, decimals }: Expectation): string[] {
	if (asked?.isGiven !== true || Math.abs(total) === Math.abs(asked.gross)) return [];
	const [stands, given] = [total, asked.gross].map((minor) => format(Math.abs(minor), decimals));
	return [
		`Exact Online reckons a total of ${stands} where ${given} was given: it rounds VAT itself`,
	];
}

/**
 * The lines of the ledger that stand for the lines that were asked for, found by their account, and what Exact did not
 * keep of them. The lines of VAT that Exact adds stand for none.
 */
export function compareLines(
	ledger: readonly Row[],
	{ lines: asked, decimals }: Pick<Expectation, 'lines' | 'decimals'>,
): { rows: Row[]; warnings: string[] } {
	const left = [...ledger];
	const rows: Row[] = [];
	const warnings = asked.flatMap((line) => {
		const best = left
			.filter((row) => sameText(row.GLAccount, line.ledgerAccountId))
			.sort((a, b) => score(b, line, decimals) - score(a, line, decimals))[0];
		const row = best ?? left.find((one) => isAmount(one, line.amount, decimals));
		if (row === undefined) {
			return [`${line.label}: the ledger shows no line on ledger account ${line.ledgerAccount}`];
		}
		left.splice(left.indexOf(row), 1);
		rows.push(row);
		return differencesOf(row, line, decimals);
	});
	return { rows, warnings };
}

function differencesOf(row: Row, line: ExpectedLine, decimals: number): string[] {
	const { label, amount, costCenter, costUnit, projectId, ledgerAccount } = line;
	const { relationId, vatCode } = line;
	const lost = (words: string, asked: string | undefined, stands: unknown) =>
		asked === undefined || sameText(asked, stands)
			? []
			: [`${label}: Exact Online did not keep the ${words} ${asked}`];
	const moved = line.ledgerAccountId !== '' && !sameText(row.GLAccount, line.ledgerAccountId);
	return [
		...(moved
			? [
					`${label}: booked on ledger account ${textOf(row.GLAccountCode)} instead of ${ledgerAccount}`,
				]
			: []),
		...(amount !== undefined && !isAmount(row, amount, decimals)
			? [`${label}: booked with ${textOf(row.AmountFC)} instead of ${format(amount, decimals)}`]
			: []),
		...lost('cost center', costCenter, row.CostCenter),
		...lost('cost unit', costUnit, row.CostUnit),
		...lost('project', projectId, row.Project),
		...lost('client or supplier', relationId, row.Account),
		...lost('VAT code', vatCode, row.VATCode),
	];
}

/** How well a line of the ledger fits, when several are on one account. */
function score(row: Row, line: ExpectedLine, decimals: number): number {
	const fits = [
		isAmount(row, line.amount, decimals),
		sameText(row.CostCenter, line.costCenter ?? ''),
		sameText(row.CostUnit, line.costUnit ?? ''),
		sameText(row.Project, line.projectId ?? ''),
		sameText(row.Account, line.relationId ?? ''),
	];
	return fits.filter(Boolean).length;
}

function isAmount(row: Row, minor: number | undefined, decimals: number): boolean {
	return toMinor(Number(row.AmountFC ?? 0), decimals) === minor;
}

function sameText(a: unknown, b: unknown): boolean {
	return textOf(a).toLowerCase() === textOf(b).toLowerCase();
}
