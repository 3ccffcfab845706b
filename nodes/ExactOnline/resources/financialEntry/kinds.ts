import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { oneOf } from '../../kit/entries/filters';
import { journal } from '../../records/journal';

export type FinancialKind = 'bank' | 'cash';

/** `TransactionLines.Type` of money that flowed. */
export const CASH_FLOW = 40;

/** `Journals.Type` by kind; payment services book as banks do. */
const journalTypes: Readonly<Record<FinancialKind, readonly number[]>> = {
	bank: [12, 16],
	cash: [10],
};

/** The kind of each bank and cash journal, by its code; with `code` of that journal only. */
export async function kindsOfJournals(
	division: number,
	session: Session,
	code?: string,
): Promise<Map<string, FinancialKind>> {
	const kinds = new Map<string, FinancialKind>();
	const where =
		code === undefined ? oneOf('Type', Object.values(journalTypes).flat()) : equals('Code', code);
	const select = ['Code', 'Type'];
	for await (const { Code, Type } of session.list(journal, { division, select, where })) {
		kinds.set(textOf(Code), journalTypes.cash.includes(Number(Type)) ? 'cash' : 'bank');
	}
	return kinds;
}
