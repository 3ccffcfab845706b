import type { IDataObject } from 'n8n-workflow';

const widest = 34;

/** Rows as a table for a terminal, with the columns that were asked for. */
export function table(rows: readonly IDataObject[], columns: readonly string[]): string {
	const head = [...columns];
	const body = rows.map((row) => columns.map((column) => cell(row[column])));
	const widths = columns.map((_, index) => longest([head, ...body].map((line) => line[index])));
	const lines = [head, widths.map((width) => '-'.repeat(width)), ...body].map((line) =>
		line
			.map((text, index) => text.padEnd(widths[index] ?? 0))
			.join('  ')
			.trimEnd(),
	);
	return lines.join('\n');
}

function cell(value: IDataObject[string]): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

function longest(texts: readonly (string | undefined)[]): number {
	return Math.max(...texts.map((text) => text?.length ?? 0));
}
