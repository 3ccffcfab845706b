import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { format, toMinor } from '../../ledger/money';
import type { Expectation, ExpectedLine } from './entry';

/** What of the header Exact did not keep as it was given. */
export function keptWarnings(row: Row, expect: Expectation): string[] {
	const { number, reference, bookingReference } = expect;
	const warnings: string[] = [];
	if (number !== undefined && Number(row.EntryNumber) !== number) {
		warnings.push(
			`Exact Online numbered the entry ${textOf(row.EntryNumber)} instead of ${number}`,
		);
	}
	if (reference !== undefined && textOf(row.YourRef) !== reference) {
		warnings.push(`Exact Online kept "${textOf(row.YourRef)}" of the reference "${reference}"`);
	}
	if (bookingReference !== undefined && textOf(row.ExternalLinkReference) !== bookingReference) {
		warnings.push(
			'Exact Online did not keep the booking reference: running this again would book it again',
		);
	}
	return warnings;
}

/** What of the lines Exact did not keep: each line is looked for in the ledger by its account. */
export function lineWarnings(
	lines: readonly Row[],
	{ lines: asked, decimals }: Expectation,
): string[] {
	const left = [...lines];
	return asked.flatMap((line) => {
		const best = left
			.filter((row) => sameText(row.GLAccount, line.ledgerAccountId))
			.sort((a, b) => score(b, line, decimals) - score(a, line, decimals))[0];
		if (best === undefined) return [movedWarning(line, left, decimals)];
		left.splice(left.indexOf(best), 1);
		return differencesOf(best, line, decimals);
	});
}

function movedWarning(line: ExpectedLine, left: Row[], decimals: number): string {
	const { label, ledgerAccount, amount } = line;
	const other = left.find((row) => amount !== undefined && isAmount(row, amount, decimals));
	if (other === undefined)
		return `${label}: the ledger shows no line on ledger account ${ledgerAccount}`;
	left.splice(left.indexOf(other), 1);
	return `${label}: booked on ledger account ${textOf(other.GLAccountCode)} instead of ${ledgerAccount}`;
}

function differencesOf(row: Row, line: ExpectedLine, decimals: number): string[] {
	const { label, amount, costCenter, costUnit, projectId } = line;
	const lost = (words: string, asked: string | undefined, stands: unknown) =>
		asked === undefined || sameText(asked, stands)
			? []
			: [`${label}: Exact Online did not keep the ${words} ${asked}`];
	const other = amount !== undefined && !isAmount(row, amount, decimals);
	return [
		...(other
			? [`${label}: booked with ${textOf(row.AmountFC)} instead of ${format(amount, decimals)}`]
			: []),
		...lost('cost center', costCenter, row.CostCenter),
		...lost('cost unit', costUnit, row.CostUnit),
		...lost('project', projectId, row.Project),
	];
}

/** How well a line of the ledger fits, when several are on one account. */
function score(row: Row, line: ExpectedLine, decimals: number): number {
	const fits = [
		line.amount !== undefined && isAmount(row, line.amount, decimals),
		sameText(row.CostCenter, line.costCenter ?? ''),
		sameText(row.CostUnit, line.costUnit ?? ''),
		sameText(row.Project, line.projectId ?? ''),
	];
	return fits.filter(Boolean).length;
}

function isAmount(row: Row, minor: number, decimals: number): boolean {
	return toMinor(Number(row.AmountFC ?? 0), decimals) === minor;
}

function sameText(a: unknown, b: unknown): boolean {
	return textOf(a).toLowerCase() === textOf(b).toLowerCase();
}
