import { demoUser, type Store } from './seam.mjs';

/** A company as a person sees it on the pages of the sandbox. */
export interface CompanyLabel {
	code: number;
	name: string;
	/** Archived companies are in the list, and can be opened, like any other. */
	archived: boolean;
}

/** Status of a division that has been archived. */
const ARCHIVED = '2';

/** The companies that the demo user may open. */
export function companiesOf(store: Store): CompanyLabel[] {
	return store.divisionsOf(demoUser).map((code) => {
		const own = store.dump(code, 'Divisions').find((row) => text(row, 'Code') === String(code));
		const name = own && text(own, 'Description');
		return { code, name: name ?? String(code), archived: own !== undefined && isArchived(own) };
	});
}

function isArchived(division: object): boolean {
	return text(division, 'Status') === ARCHIVED;
}

/** A stored value as text; nothing for what is empty. */
export function text(row: object, name: string): string | undefined {
	const value: unknown = Reflect.get(row, name);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
