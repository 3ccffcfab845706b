import type { ODataSettings } from '../odata/switches.mjs';
import type { SandboxUser } from '../seam.mjs';
import type { Company, World } from '../rows/company.mjs';
import type { Column, Columns } from './column.mjs';

/** Int64 and both kinds of DateTime (milliseconds since 1970 UTC) are kept as numbers. */
export type Value = string | number | boolean | null;

/** A stored record: only what differs from null, false and 0. */
export type Row = Record<string, Value | undefined>;

export type Language = 'en' | 'nl';
export type Words = Record<Language, string>;

/** What is known while rows are read. */
export interface Scope {
	company: Company;
	world: World;
	user: SandboxUser;
	now: number;
	base: string;
	settings: ODataSettings;
}

/** A write under way. `fail` collects validation errors, which are answered together. */
export interface Writing {
	company: Company;
	user: SandboxUser;
	now: number;
	settings: ODataSettings;
	fail(text: Words): void;
	/** Takes rows away with everything that they own; sync clients learn of it. */
	erase(entity: string, rows: readonly Row[]): void;
}

/** A record of a POST before it is stored; `given` names the columns that were sent. */
export interface Draft {
	row: Row;
	given: ReadonlySet<string>;
}

/** How a row came to be stored: by itself, inside another record, or by a PUT. */
export type Storing = 'created' | 'inside' | 'changed';

/** What an entity does beyond storing what it was given. */
export interface Rules {
	/** Fills, on a POST, what may be missing where the reference says otherwise; `parent` holds it. */
	fill?(row: Row, writing: Writing, parent?: Row): void;
	/** Fills defaults and checks; `before` is missing on a POST, `given` names what was sent. */
	prepare?(row: Row, writing: Writing, before: Row | undefined, given: ReadonlySet<string>): void;
	/** Calculates, once a POST with everything inside it has turned out to be valid. */
	complete?(draft: Draft, inside: readonly Draft[], writing: Writing): void;
	/** Called after the row was stored; `given` names the columns that were sent. */
	stored?(row: Row, writing: Writing, given: ReadonlySet<string>, how: Storing): void;
	/** Checks before a DELETE. */
	checkDelete?(row: Row, writing: Writing): void;
	/** Names of what still uses the row; a DELETE is then refused. */
	usedIn?(row: Row, company: Company): Words[];
	/** Rows of other entities, named as their tables, that are deleted with it. */
	owns?(row: Row, company: Company): { entity: string; rows: Row[] }[];
	/** Called after the row was deleted. */
	removed?(row: Row, writing: Writing): void;
}

export interface Entity {
	/** Name of the table, which is also the last part of the path. */
	name: string;
	/** As in `__metadata.type`. */
	model: string;
	key: string;
	/** Columns that make up the key together with it. */
	furtherKeys?: readonly string[];
	columns: Columns;
	/** What Exact calls the entity in its messages. */
	title: Words;
	/** What Exact calls a column in its messages; the name of the column otherwise. */
	labels?: Record<string, Words>;
	/** Columns that Exact joins or calculates when a row is read. */
	computed?: Record<string, (row: Row, scope: Scope) => Value>;
	rules?: Rules;
	/** A POST is answered with the record; without this it is only when the client prefers so. */
	answersPosts?: boolean;
	/** Columns that may still be 0 in the answer to a POST (`postTotals`). */
	pending?: readonly string[];
	/** `EntityType` in sync/Deleted. */
	deletedType?: number;
	/** Rows that do not live in a company's table. */
	rows?(scope: Scope): Row[];
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Endpoint {
	/** Canonical path below the division. */
	path: string;
	kind: 'ordinary' | 'bulk' | 'sync' | 'function';
	entity: Entity;
	columns: Columns;
	verbs: readonly Verb[];
	pageSize: number;
	/** Wide enough that Exact wants a `$select` or `$top=1`. */
	wide: boolean;
	/** One of these must occur in `$filter`, as far as that is enforced. */
	mandatoryFilter: readonly string[];
	/** The only columns that may be filtered; undefined: any. */
	closedFilter?: readonly string[];
	/** The answer is `d.results` even when `$top` is small. */
	alwaysResults: boolean;
	/** Answers a read function instead of listing the table. */
	call?(query: URLSearchParams, scope: Scope): Row[];
}

/** The columns of the key; only a few read-only lists have more than one. */
export function keyColumns({ key, furtherKeys = [], columns }: Entity): Column[] {
	return [key, ...furtherKeys].flatMap((name) => columns.byName.get(name) ?? []);
}

export function label(entity: Entity, column: Column): Words {
	return entity.labels?.[column.name] ?? { en: column.name, nl: column.name };
}
