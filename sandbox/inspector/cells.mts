import { text } from '../companies.mjs';
import type { SandboxState } from '../state.mjs';

/** What the tables of one company are made from. */
export interface CompanyRows {
	/** Rows as they are stored. */
	rows(entity: string): object[];
	/** Names of relations by their key. */
	names: ReadonlyMap<string, string>;
}

export function rowsOf({ store }: SandboxState, division: number): CompanyRows {
	const rows = (entity: string) => store.dump(division, entity);
	const names = rows('Accounts').map((row): [string, string] => [
		text(row, 'ID') ?? '',
		text(row, 'Name') ?? '',
	]);
	return { rows, names: new Map(names) };
}

export function numberIn(row: object, name: string): number {
	const value: unknown = Reflect.get(row, name);
	return typeof value === 'number' ? value : 0;
}

/** Those with the highest number in that column, highest first. */
export function latest(rows: object[], name: string, count: number): object[] {
	return rows.sort((a, b) => numberIn(b, name) - numberIn(a, name)).slice(0, count);
}

/** The date of a moment, as it is stored: UTC. */
export function dateIn(row: object, name: string): string {
	const moment = numberIn(row, name);
	return moment === 0 ? '' : new Date(moment).toISOString().slice(0, 10);
}

/** An amount with its currency; amounts are stored to the cent. */
export function amountIn(row: object, name: string): string {
	return `${numberIn(row, name).toFixed(2)} ${text(row, 'Currency') ?? ''}`;
}
