import type { RecordType } from '../../records/record';
import * as declared from '../../resources';
import type { Fields } from '../field';
import { lookUps } from '../lookups';
import type { Operation, Resource } from '../operation';
import { coverageRows } from './coverageRows';
import { fieldsList } from './fieldsList';

/** Markdown tables of the documentation, by the name of their markers. */
export function docTables(): Record<string, string> {
	return {
		coverage: coverageTable(),
		fields: fieldsList(resources()),
		operations: operationsTable(),
		scopes: scopesTable(),
	};
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
	const rows = resources().map(({ name, operations }) => {
		const levels = levelsOf(operations);
		const scopes = [...levels].sort().map(([scope, level]) => `${scope} (${level})`);
		return [name, scopes.join(', ') || 'that of the path that is called'];
	});
	return table(['Resource', 'Scopes'], rows);
}

/** What the operations of a resource need: what they write, read, and let the user point at. */
function levelsOf(operations: readonly Operation[]): Map<string, 'read' | 'manage'> {
	const levels = new Map<string, 'read' | 'manage'>();
	for (const { record, reads = [], writes = [], fields } of operations) {
		const parts = Object.values(record?.parts ?? {}).map((part) => part.record);
		const read = [
			...(record === undefined ? [] : [record]),
			...reads,
			...parts,
			...pointedAt(fields),
		];
		for (const { scope } of read) if (!levels.has(scope)) levels.set(scope, 'read');
		for (const { scope } of writes) levels.set(scope, 'manage');
	}
	return levels;
}

/** The entities whose records fields point at, at any depth. */
function pointedAt(fields: Fields): RecordType[] {
	const used = JSON.stringify(Object.values(fields).map(({ property }) => property));
	return Object.values(lookUps).flatMap((lookUp) =>
		'record' in lookUp && used.includes(`"${lookUp.searchMethod}"`) ? [lookUp.record] : [],
	);
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
