import { alphabet } from '../alphabet';
import { loginKey } from '../../exact/connection';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { perWorld } from '../../exact/world';
import { division } from '../../records/division';
import type { LookUp, SearchRequest, SearchResult } from './lookUp';

/** The companies that the login can reach. */
export const divisions: LookUp = {
	label: 'Division',
	noun: 'division',
	searchMethod: 'searchDivisions',
	codeExample: 'e.g. 123456',
	codeWidth: 10,
	listValue: 'code',
	inDivision: false,
	search: searchDivisions,
};

/** Rows of `system/Divisions`, for a minute: the editor asks again with every letter that is typed. */
const divisionRows = perWorld(() => new Map<string, { rows: Promise<Row[]>; until: number }>());

async function searchDivisions(session: Session, { text }: SearchRequest): Promise<SearchResult> {
	const { world } = session.connection;
	const key = loginKey(session.connection);
	const known = divisionRows(world).get(key);
	const fresh = known === undefined || world.now() > known.until;
	const rows = fresh ? readDivisions(session) : known.rows;
	const wanted = text.toLowerCase();
	const items = (await rows)
		.map((row) => ({
			name: `${textOf(row.Description)} (${textOf(row.Code)})`,
			value: textOf(row.Code),
		}))
		.filter(({ name }) => name.toLowerCase().includes(wanted));
	// Only what has arrived is kept: a login that was refused may be mended in the next moment.
	if (fresh) divisionRows(world).set(key, { rows, until: world.now() + 60_000 });
	return { items: items.sort((a, b) => alphabet.compare(a.name, b.name)) };
}

async function readDivisions(session: Session): Promise<Row[]> {
	const { currentDivision } = await session.me();
	const rows: Row[] = [];
	const select = ['Code', 'Description'];
	for await (const row of session.list(division, { division: currentDivision, select }))
		rows.push(row);
	return rows;
}
