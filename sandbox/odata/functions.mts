import type { Value } from '../entities/entity.mjs';
import type { EdmType } from './literal.mjs';

interface ODataFunction {
	takes: EdmType[];
	returns: EdmType;
	/** Called with values that are not null. */
	of(...args: Value[]): Value;
}

/** LIKE of SQL Server: without regard to case, but padding counts. */
const lower = (value: Value) => String(value).toLowerCase();
const datePart = (read: (date: Date) => number): ODataFunction => ({
	takes: ['DateTime'],
	returns: 'Int32',
	of: (instant) => read(new Date(Number(instant))),
});

/** The functions that clients are known to use against Exact; any other is unknown to it as well. */
export const functions: Record<string, ODataFunction> = {
	substringof: {
		takes: ['String', 'String'],
		returns: 'Boolean',
		of: (part, text) => lower(text).includes(lower(part)),
	},
	startswith: {
		takes: ['String', 'String'],
		returns: 'Boolean',
		of: (text, part) => lower(text).startsWith(lower(part)),
	},
	endswith: {
		takes: ['String', 'String'],
		returns: 'Boolean',
		of: (text, part) => lower(text).endsWith(lower(part)),
	},
	tolower: { takes: ['String'], returns: 'String', of: lower },
	toupper: { takes: ['String'], returns: 'String', of: (text) => String(text).toUpperCase() },
	trim: { takes: ['String'], returns: 'String', of: (text) => String(text).trim() },
	year: datePart((date) => date.getUTCFullYear()),
	month: datePart((date) => date.getUTCMonth() + 1),
	day: datePart((date) => date.getUTCDate()),
	hour: datePart((date) => date.getUTCHours()),
	minute: datePart((date) => date.getUTCMinutes()),
	second: datePart((date) => date.getUTCSeconds()),
};

export function signature(name: string, takes: EdmType[]): string {
	return `${name}(${takes.map((type) => `System.${type}`).join(', ')})`;
}
