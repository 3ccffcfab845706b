import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import type { TroubleCode } from '../exact/errors/trouble';
import { textOf } from '../exact/values/text';

/** Where a value stands on the screen, and how to refuse it. */
export interface Place {
	/** The field as the user sees it: `Filters > Updated After`. */
	label: string;
	/** Time zone of the workflow. */
	zone: string;
	/** The same, one level further in. */
	inside(label: string): Place;
	/** The item's file under this name, or nothing. */
	file(name: string): BinaryFile | undefined;
	/** Stops the item: names the field and the value, says what is expected. Nothing was sent to Exact. */
	refuse(code: TroubleCode, what: string, expected: string): never;
}

/** A file that comes with an item. It is loaded only when it is sent. */
export interface BinaryFile {
	/** As the workflow gives it; may be empty. */
	name: string;
	mimeType: string;
	load(): Promise<Buffer>;
}

/** Order in which fields stand on the panel, whatever the operation. */
export const SECTIONS = [
	'division',
	'subject',
	'lines',
	'paging',
	'filters',
	'more',
	'options',
	'output',
] as const;
export type Section = (typeof SECTIONS)[number];

/** One field: what n8n shows, and how its value becomes an input. */
export interface Field<T> {
	section: Section;
	property: Omit<INodeProperties, 'name'>;
	/** What it means that the field was not added, where that is not the value it starts with. */
	absent?: 'nothing';
	read(value: unknown, place: Place): T;
}

/** Fields by parameter name. Names are kept for ever: saved workflows hold them. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an operation gets for its fields. */
export type Inputs<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A value as it is quoted in a message. */
export function quoted(value: unknown): string {
	if (value === undefined) return 'nothing';
	const simple = typeof value === 'string' ? value : textOf(value);
	const text = typeof value === 'object' ? jsonOf(value) : simple;
	return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

/** A value as text without blanks around it; what is missing is an empty text. */
export function plainText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return textOf(value);
	// Dates, JavaScript's and luxon's, are written as a text.
	return jsonOf(value).replace(/^"(.*)"$/s, '$1');
}

/** Whether a value is neither a text nor something that writes itself as one: an expression gave several values. */
export function isSeveral(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !jsonOf(value).startsWith('"');
}

/** An expression may give what has no JSON: whole numbers of any size, circles. */
function jsonOf(value: unknown): string {
	try {
		// What has none at all is null within a list.
		return JSON.stringify([value]).slice(1, -1);
	} catch {
		return 'an object that is no JSON';
	}
}

/** The value that counts where a field of a collection or a row is not there. */
export function absentValue({ absent, property }: Field<unknown>): unknown {
	return absent === 'nothing' ? undefined : property.default;
}

/** The value that a field has before anybody touches it. */
export function defaultOf(field: Field<unknown>): NodeParameterValueType {
	return field.property.default;
}
