import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { splitAmount, splitQuantity, type Combination } from '../../../ledger/split';
import { lookUps } from '../../lookups';
import type { Where } from '../problems';
import type { finder } from './finder';
import { keyOf, sharesOf, type AnalyticInput } from './shares';

/** Rows of analytic accounts by plan and key. */
export type AnalyticRows = ReadonlyMap<string, Row | undefined>;

/** Looks up the analytic accounts of a line; `find` notes those that do not exist. */
export function analyticRows(
	input: AnalyticInput,
	where: Where,
	find: ReturnType<typeof finder>,
): AnalyticRows {
	return new Map(
		sharesOf(input).map(({ plan, account }) => {
			const row = find(lookUps[plan], account, [...where, lookUps[plan].label]);
			return [`${plan} ${keyOf(account)}`, row] as const;
		}),
	);
}

/** What of a line is divided among its parts; amounts in minor units. */
interface Divisible {
	amount: number;
	vatAmount?: number;
	quantity?: number;
}

/** The analytic accounts of a part, as Exact takes them. */
interface PartAccounts {
	costCenter?: string;
	costUnit?: string;
	projectId?: string;
}

/** The lines that one line becomes: one for each combination of its shares, which add up to it. */
export function splitLine<L extends Divisible>(
	line: L,
	combinations: readonly Combination[],
	accounts: AnalyticRows,
): Array<L & PartAccounts> {
	const { amount, vatAmount, quantity } = line;
	const amounts = splitAmount(amount, combinations);
	const vats = vatAmount === undefined ? [] : splitAmount(vatAmount, combinations);
	const quantities = quantity === undefined ? [] : splitQuantity(quantity, combinations);
	const column = (plan: string, key: string | undefined, name: string) =>
		key === undefined ? undefined : textOf(accounts.get(`${plan} ${key}`)?.[name]) || undefined;
	return combinations.map(({ costCenter, costUnit, project }, index) => ({
		...line,
		amount: amounts[index] ?? 0,
		vatAmount: vats[index],
		quantity: quantities[index],
		costCenter: column('costCenter', costCenter, 'Code'),
		costUnit: column('costUnit', costUnit, 'Code'),
		projectId: column('project', project, 'ID'),
	}));
}
