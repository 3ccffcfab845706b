import type { INodeListSearchItems } from 'n8n-workflow';

import { loginKey } from '../exact/connection';
import { all, any, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { perWorld } from '../exact/world';
import { client, supplier, type Relation } from '../records/account';
import { division } from '../records/division';

/** Something that fields point at: how it is found in the editor, and which codes it takes. */
export interface LookUp {
	/** The field's name on the screen, and what one of them is called in a sentence. */
	label: string;
	noun: string;
	searchMethod: string;
	codeExample: string;
	codeWidth: number;
	/** Whether the list depends on the division that was chosen before. */
	inDivision: boolean;
	search(session: Session, request: SearchRequest): Promise<SearchResult>;
}

export interface SearchRequest {
	/** The division chosen in the panel; 0 for lists that need none. */
	division: number;
	text: string;
	/** Where the page before said that this one begins. */
	from?: string;
}

export interface SearchResult {
	items: INodeListSearchItems[];
	next?: string;
}

export const lookUps = {
	division: {
		label: 'Division',
		noun: 'division',
		searchMethod: 'searchDivisions',
		codeExample: 'e.g. 123456',
		codeWidth: 10,
		inDivision: false,
		search: searchDivisions,
	},
	client: relationLookUp('Client', 'client', 'searchClients', client),
	supplier: relationLookUp('Supplier', 'supplier', 'searchSuppliers', supplier),
} as const satisfies Record<string, LookUp>;

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
	return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'en')) };
}

async function readDivisions(session: Session): Promise<Row[]> {
	const { currentDivision } = await session.me();
	const rows: Row[] = [];
	const select = ['Code', 'Description'];
	for await (const row of session.list(division, { division: currentDivision, select }))
		rows.push(row);
	return rows;
}

function relationLookUp(
	label: string,
	noun: string,
	searchMethod: string,
	{ record, role }: Relation,
): LookUp {
	return {
		label,
		noun,
		searchMethod,
		codeExample: 'e.g. 10023',
		codeWidth: record.padded?.Code ?? 18,
		inDivision: true,
		search: async (session, { division: number, text, from }) => {
			const reading = { division: number, select: ['ID', 'Code', 'Name'], orderBy: 'Name', from };
			const where = all(role, text === '' ? undefined : nameOrCode(text));
			const { rows, next } = await session.page(record, { ...reading, where });
			return { items: rows.map(relationItem), next };
		},
	};
}

function nameOrCode(text: string): Condition {
	return any({ field: 'Name', contains: text }, { field: 'Code', contains: text });
}

function relationItem(row: Row): INodeListSearchItems {
	return {
		name: `${textOf(row.Name)} (${textOf(row.Code)})`,
		value: textOf(row.ID),
	};
}
