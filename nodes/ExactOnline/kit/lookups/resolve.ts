import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { MasterLookUp, Reference } from './lookUp';

/** A record that an input points at; without a reference: the whole list. */
export interface Wanted {
	lookUp: MasterLookUp;
	reference?: Reference;
}

/** What one division knows of the records that the inputs of an execution point at. */
export interface Known {
	/** The record, or nothing when there is none. */
	row(lookUp: MasterLookUp, reference: Reference): Row | undefined;
	/** All rows that were seen; of a list that was wanted as a whole, all there are. */
	rows(lookUp: MasterLookUp): readonly Row[];
}

/**
 * Looks everything up that many inputs point at: each list once, whatever the number of inputs. Of a short list the first
 * page is read, which mostly is all of it, and then only what it does not hold.
 */
export async function resolve(
	wanted: readonly Wanted[],
	division: number,
	session: Session,
): Promise<Known> {
	const seen = new Map<MasterLookUp, Seen>();
	for (const lookUp of new Set(wanted.map((one) => one.lookUp))) {
		const mine = wanted.filter((one) => one.lookUp === lookUp);
		seen.set(lookUp, await look(lookUp, mine, division, session));
	}
	return {
		row: (lookUp, reference) => rowOf(seen.get(lookUp), reference),
		rows: (lookUp) => seen.get(lookUp)?.rows ?? [],
	};
}

interface Seen {
	rows: Row[];
	byKey: Map<string, Row>;
	byCode: Map<string, Row>;
}

async function look(
	lookUp: MasterLookUp,
	wanted: readonly Wanted[],
	division: number,
	session: Session,
): Promise<Seen> {
	const { record, select, isShort } = lookUp;
	const seen: Seen = { rows: [], byKey: new Map(), byCode: new Map() };
	const references = wanted.flatMap(({ reference }) => reference ?? []);
	if (references.length < wanted.length) {
		for await (const row of session.list(record, { division, select })) note(seen, row, lookUp);
		return seen;
	}
	if (isShort) {
		const { rows, next } = await session.first(record, { division, select });
		for (const row of rows) note(seen, row, lookUp);
		if (next === undefined) return seen;
	}
	const missing = references.filter((reference) => rowOf(seen, reference) === undefined);
	const ids = missing.flatMap((reference) => ('id' in reference ? [reference.id] : []));
	const codes = missing.flatMap((reference) => ('code' in reference ? [reference.code] : []));
	for (const [field, values] of [
		[record.key, ids],
		[record.code ?? record.key, codes],
	] as const) {
		const reading = { division, select, field, values: [...new Set(values)] };
		for await (const row of session.listByValues(record, reading)) note(seen, row, lookUp);
	}
	return seen;
}

function note(seen: Seen, row: Row, { record }: MasterLookUp): void {
	seen.rows.push(row);
	seen.byKey.set(sameCase(row[record.key]), row);
	seen.byCode.set(sameCase(row[record.code ?? record.key]), row);
}

function rowOf(seen: Seen | undefined, reference: Reference): Row | undefined {
	return 'id' in reference
		? seen?.byKey.get(sameCase(reference.id))
		: seen?.byCode.get(sameCase(reference.code));
}

/** Exact's database takes upper and lower case as equal, and pads codes. */
function sameCase(value: unknown): string {
	return textOf(value).toUpperCase();
}
