import type { IDataObject } from 'n8n-workflow';

import { broken, checked } from './answer';
import {
	cancelSignal,
	connect,
	loginKey,
	type Connection,
	type ExactContext,
	type Patience,
} from './connection';
import { explainNoReply } from './errors/noAnswer';
import { nodeError, type Trouble } from './errors/trouble';
import type { Call } from './http/call';
import { download, type Download } from './http/download';
import { request } from './http/request';
import { meCall } from './http/me';
import { readPage, type Page } from './odata/page';
import {
	listByValues,
	listPages,
	readFirstPage,
	readOnePage,
	type Reading,
	type ReadingByValues,
	type ReadingPage,
} from './read';
import { pages, rowsOf, type Pages } from './pages';
import type { Row, Source } from './source';
import { serverZone } from './values/serverZone';
import { textOf } from './values/text';
import { dayOf, wallClockAt, type Zone } from './values/time';
import { perWorld, type World } from './world';
import { createRow, removeRow, updateRow, type Target } from './write';
import type { MatchSet } from './xml/matchSets';
import { matchOpenTerms, type SetAnswer } from './xml/upload';

/** What `current/Me` says of the login. */
export interface Me {
	userId: string;
	/** The company that the user opened last in Exact: never a default, only a way into the list of companies. */
	currentDivision: number;
	zone: Zone;
}

/** What the protocol layer hands out for one credential: everything above speaks to Exact through it. */
export interface Session {
	readonly connection: Connection;
	/** Stops with an explained error. */
	fail(trouble: Trouble): never;
	/** Says something beside the output that the user should know; a sentence. Lists and polls have no place for it. */
	hint(message: string): void;
	me(): Promise<Me>;
	/** Today's calendar day in the workflow's time zone, `2026-06-25`. */
	today(): string;
	/** The rows of an entity, in as few calls as Exact allows: 1,000 a page where there is a bulk twin. */
	list(source: Source, reading: Reading): AsyncGenerator<Row>;
	/** The same, page by page, for as many rows as a ledger has. */
	listPages(source: Source, reading: Reading): Pages;
	/** The rows whose column holds one of the values, in chunks that fit into an address. */
	listByValues(source: Source, reading: ReadingByValues): AsyncGenerator<Row>;
	/** The first page in Exact's own order, and whether there is more: for lists that are mostly short. */
	first(source: Source, reading: Reading): Promise<Page>;
	/** One page in an order of choice, for lists that a person scrolls. */
	page(source: Source, reading: ReadingPage): Promise<Page>;
	/** Writes go out once; see `exact/write`. */
	create(source: Source, division: number, body: IDataObject): Promise<Row>;
	update(target: Target, body: IDataObject): Promise<void>;
	remove(target: Target): Promise<void>;
	/** Matches open terms with each other; see `exact/xml/upload`. */
	match(division: number, sets: readonly MatchSet[]): Promise<SetAnswer[] | undefined>;
	/** The file behind an address that Exact gave. */
	download(url: string, division: number): Promise<Download>;
	/** Waits, unless somebody stops the execution. */
	sleep(ms: number): Promise<void>;
	/** Any call below a division; the body of the answer. */
	call(call: OpenCall): Promise<unknown>;
	/** Any list below a division, page by page. */
	listPath(call: OpenCall, limit?: number): Pages;
}

/** A call whose path the user wrote. */
export interface OpenCall {
	method: Call['method'];
	division: number;
	/** Below the division, without a slash in front; `query` is encoded already. */
	path: string;
	query: string;
	body?: IDataObject;
}

/** Opens a session with the node's credential. No call is made. */
export async function openSession(
	context: ExactContext,
	world: World,
	patience: Patience,
): Promise<Session> {
	const connection = await connect(context, world, patience);
	return {
		connection,
		fail: (trouble) => {
			throw nodeError(context.getNode(), trouble);
		},
		hint: (message) => {
			if (!('addExecutionHints' in context)) return;
			context.addExecutionHints({ message, location: 'outputPane' });
		},
		me: async () => await readMe(connection),
		today: () => dayOf(wallClockAt(world.now(), { name: context.getTimezone() })),
		list: (source, reading) => rowsOf(listPages(connection, source, reading)),
		listPages: (source, reading) => listPages(connection, source, reading),
		listByValues: (source, reading) => rowsOf(listByValues(connection, source, reading)),
		first: async (source, reading) => await readFirstPage(connection, source, reading),
		page: async (source, reading) => await readOnePage(connection, source, reading),
		create: async (source, division, body) => await createRow(connection, source, division, body),
		update: async (target, body) => await updateRow(connection, target, body),
		remove: async (target) => await removeRow(connection, target),
		match: async (division, sets) => await matchOpenTerms(connection, division, sets),
		download: async (url, division) => await download(connection, url, division),
		sleep: async (ms) => await sleep(connection, ms),
		call: async (call) => (await request(connection, openCall(connection, call))).body,
		listPath: (call, limit) => pages(connection, openCall(connection, call), limit),
	};
}

async function sleep(connection: Connection, ms: number): Promise<void> {
	const signal = cancelSignal(connection);
	await connection.world.sleep(ms, signal);
	if (signal?.aborted !== true) return;
	const stopped = { kind: 'cancelled', detail: 'stopped', sent: false } as const;
	throw nodeError(connection.context.getNode(), explainNoReply(stopped, meCall(connection)));
}

/** One look is good for ten minutes: an execution, or somebody who fills in a panel. */
const knownLogins = perWorld(() => new Map<string, { me: Me; until: number }>());

const meShape = {
	source: { columns: { UserID: 'Guid', CurrentDivision: 'Int32', ServerUtcOffset: 'Int32' } },
	select: ['UserID', 'CurrentDivision', 'ServerUtcOffset'],
} as const;

/** Seconds between UTC and the clock of any place. */
const LARGEST_OFFSET = 14 * 60 * 60;

async function readMe(connection: Connection): Promise<Me> {
	const { world } = connection;
	const key = loginKey(connection);
	const known = knownLogins(world).get(key);
	if (known !== undefined && world.now() < known.until) return known.me;
	const reply = await request(connection, meCall(connection));
	const row = readPage(reply.body)?.rows[0];
	if (row === undefined || textOf(row.CurrentDivision) === '')
		return broken(connection, meCall(connection), 'it says nothing of the login');
	checked(connection, meCall(connection), [row], meShape);
	const offset = Number(row.ServerUtcOffset ?? 0);
	if (Math.abs(offset) > LARGEST_OFFSET)
		return broken(connection, meCall(connection), 'its clock is that of no place');
	const zone = serverZone(offset, world.now());
	const me = { userId: String(row.UserID), currentDivision: Number(row.CurrentDivision), zone };
	knownLogins(world).set(key, { me, until: world.now() + 10 * 60_000 });
	return me;
}

function openCall(connection: Connection, call: OpenCall): Call {
	const { method, division, path, query, body } = call;
	const address = `${connection.baseUrl}/api/v1/${division}/${path}`;
	const url = query === '' ? address : `${address}?${query}`;
	return { method, url, endpoint: path.replace(/\(.*$/, ''), division, body };
}
