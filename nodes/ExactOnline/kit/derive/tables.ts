import type { RecordType } from '../../records/record';
import * as declared from '../../resources';
import type { Operation, Resource } from '../operation';
import { coverageRows } from './coverageRows';

/** Markdown tables of the documentation, by the name of their markers. */
export function docTables(): Record<string, string> {
	return { coverage: coverageTable(), operations: operationsTable(), scopes: scopesTable() };
}

/** Which rows of the list work, and where. */
function coverageTable(): string {
	const served = new Map(
		everyOperation().flatMap((place) => place.operation.rows.map((row) => [row, place])),
	);
	const rows = coverageRows.map(({ id, asked, resource, operation }) => {
		const place = served.get(id);
		const where = place === undefined ? `${resource}: ${operation}` : nameOf(place);
		return [id, `\`${asked}\``, where, place === undefined ? 'planned' : 'works'];
	});
	const summary = `**${served.size} of ${coverageRows.length}** rows work.`;
	return `${summary}\n\n${table(['Row', 'Asked for', 'Resource: operation', 'State'], rows)}`;
}

/** Every operation with what it costs. */
function operationsTable(): string {
	const rows = everyOperation().map((place) => [
		nameOf(place),
		place.operation.words.description,
		place.operation.cost,
	]);
	return table(['Operation', 'What it does', 'Calls to Exact Online'], rows);
}

/** Which boxes to tick for the app in Exact's App Center. */
function scopesTable(): string {
	const rows = resources()
		.map(({ name, operations }) => [name, scopesOf(operations).join(', ')])
		.map(([name = '', scopes = '']) => [
			name,
			scopes === '' ? 'that of the path that is called' : scopes,
		]);
	return table(['Resource', 'Scope (level *read*)'], rows);
}

function scopesOf(operations: readonly Operation[]): string[] {
	const records = operations
		.map(({ record }) => record)
		.filter((record): record is RecordType => record !== undefined);
	const parts = records.flatMap((record) => Object.values(record.parts).map((part) => part.record));
	return [...new Set([...records, ...parts].map(({ scope }) => scope))].sort();
}

/** In the order of the drop-down. */
function resources(): Resource[] {
	return Object.values(declared).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

interface Place {
	resource: Resource;
	operation: Operation;
}

function everyOperation(): Place[] {
	return resources().flatMap((resource) =>
		resource.operations.map((operation) => ({ resource, operation })),
	);
}

function nameOf({ resource, operation }: Place): string {
	return `${resource.name}: ${operation.words.name}`;
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
