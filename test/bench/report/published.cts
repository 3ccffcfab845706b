import type { Published } from '../published.cjs';
import { table } from './table.cjs';

/** Kilobytes, milliseconds and kilobytes. */
const goals = { unpacked: 500, required: 20, described: 250 };

interface Line {
	what: string;
	value: number;
	unit: 'KB' | 'ms';
	goal?: number;
}

function linesOf({ unpacked, required, made, described }: Published): Line[] {
	return [
		{ what: 'Package, unpacked', value: unpacked / 1000, unit: 'KB', goal: goals.unpacked },
		{ what: 'Loading the files of both nodes', value: required, unit: 'ms', goal: goals.required },
		{ what: 'Making one of each', value: made, unit: 'ms' },
		{
			what: 'Description of both nodes that the editor loads',
			value: described / 1000,
			unit: 'KB',
			goal: goals.described,
		},
	];
}

const isMissed = ({ value, goal = Infinity }: Line): boolean => value > goal;

const amount = ({ unit }: Line, value: number): string =>
	`${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;

export function publishedTable(published: Published): string {
	return table(
		['Package', 'Is', 'Goal', ''],
		linesOf(published).map((line) => [
			...[line.what, amount(line, line.value)],
			line.goal === undefined ? '' : amount(line, line.goal),
			line.goal === undefined ? '' : isMissed(line) ? 'missed' : 'reached',
		]),
	);
}

/** What was asked for and not reached, in words. */
export function missedByPackage(published: Published): string[] {
	return linesOf(published)
		.filter(isMissed)
		.map(
			(line) => `${line.what}: ${amount(line, line.value)}; the goal is ${line.goal} ${line.unit}`,
		);
}
