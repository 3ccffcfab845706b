import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { RecordType } from '../../records/record';
import type { AttachTo } from '../attaching/entryFiles';
import type { BinaryFile } from '../field';
import type { OutputInputs } from '../output';
import type { Draft } from './pipeline';

/** An entry that is to be booked once, of whatever kind. */
export interface OnceDraft extends Draft {
	/** What it is called: `purchase invoice`. */
	words: string;
	/** The entity that it is booked in. */
	record: RecordType;
	division: number;
	warnings: readonly string[];
	/** How to tell that it is booked already; without, it can not be told. */
	same?: OnceKey;
	ifBooked: 'return' | 'fail';
	file?: { source: BinaryFile; name?: string };
	output: OutputInputs;
}

/** A key that Exact does not have: what makes two entries the same in the eyes of a bookkeeper. */
export interface OnceKey {
	/** Two items of one run that share one of these would book the same. */
	keys: readonly string[];
	/** In words: `reference F-2026-1 of supplier 5001`. */
	words: string;
}

/** A draft that is in Exact now, booked by this run or before. */
export interface Booked<D> {
	draft: D;
	row: Row;
	alreadyBooked: boolean;
	warnings: string[];
	attachment?: IDataObject;
}

/** What differs between kinds of entries when they are booked once. */
export interface Books<D extends OnceDraft> {
	/** What the output shows: rows of it come from `find` and `post`, and are completed by `compare`. */
	shown(draft: D): RecordType;
	/** The entries that are booked already, by draft, for a chunk at once. */
	find(drafts: readonly D[]): Promise<Map<D, Row>>;
	/** In which points a booked entry is not the one that was asked for. None: it is the same. */
	differences(row: Row, draft: D): string[];
	/** The same for two items of one run, before Exact has said what it stored. */
	twinDifferences(draft: D, twin: D): string[];
	/** Books one; throws UNKNOWN_OUTCOME or BOOKED_DIFFERENTLY when something may be booked. */
	post(draft: D): Promise<Booked<D>>;
	/** Compares a chunk with what Exact stored; answers the errors, smaller things become warnings. */
	compare(entries: ReadonlyArray<Booked<D>>): Promise<Map<Booked<D>, unknown>>;
	attachTo(draft: D, row: Row): AttachTo;
}

/** An entry in words, as one looks it up in Exact: `entry 26600012 in journal 60`. */
export function entryWords(row: Row): string {
	return `entry ${textOf(row.EntryNumber)} in journal ${textOf(row.Journal ?? row.JournalCode)}`;
}
