import { checkShape, type Part, type Shape } from './shape.mjs';
import type { XmlSettings } from './switches.mjs';
import { documentOf, Fatal, type Element } from './tree.mjs';

/** An open item by what its ledger line shows; the amount in the currency of the company, a debit positive. */
export interface MatchLine {
	year: number;
	period: number;
	journal: string;
	entry: number;
	amount: number;
}

/** What becomes of the difference: 0 it stays open, 1 discount, 3 payment difference, 4 exchange rate difference. */
export interface WriteOff {
	type: number;
	glAccount?: string;
	description?: string;
	year?: number;
	period?: number;
	/** Midnight UTC. */
	date?: number;
	vatCorrection: boolean;
}

/** Open items to be matched with each other, all of one relation on one ledger account. */
export interface MatchSet {
	glAccount: string;
	account?: string;
	lines: MatchLine[];
	writeOff?: WriteOff;
}

const part = (name: string, shape: Shape, least = 0, most = 1): Part => ({
	...{ name, shape, least, most },
});
const coded: Shape = { required: { code: 'string' } };
const period: Record<XmlSettings['writeOffPeriods'], Shape> = {
	attribute: { required: { number: 'integer' } },
	either: { optional: { number: 'integer' }, text: 'string' },
};
const matchLine: Shape = {
	required: {
		...{ finyear: 'integer', finperiod: 'integer', journal: 'string', entry: 'integer' },
		amountdc: 'decimal',
	},
};

/** Exact's XML schema as far as it is about match sets; it has sequences, so the order counts. */
function grammar({ writeOffPeriods }: XmlSettings): Shape {
	const writeOff: Shape = {
		required: { type: ['0', '1', '3', '4'] },
		sequence: [
			part('GLAccount', coded),
			part('Description', { text: 'string' }),
			part('FinYear', period[writeOffPeriods]),
			part('FinPeriod', period[writeOffPeriods]),
			part('Date', { text: 'date' }),
			part('VATCorrection', { text: 'boolean' }),
		],
	};
	const matchSet: Shape = {
		sequence: [
			part('GLAccount', coded, 1),
			part('Account', coded),
			part('MatchLines', { sequence: [part('MatchLine', matchLine, 1, Infinity)] }, 1),
			part('WriteOff', writeOff),
		],
	};
	const matchSets = { sequence: [part('MatchSet', matchSet, 1, Infinity)] };
	return { optional: { schemaVersion: 'string' }, sequence: [part('MatchSets', matchSets, 1)] };
}

/** The sets of an upload in their order; Fatal when it is not what the schema says. */
export function matchSetsIn(body: string, switches: XmlSettings): MatchSet[] {
	const root = documentOf(body);
	if (root.name !== 'eExact') throw new Fatal(`The '${root.name}' element is not declared.`);
	checkShape(root, grammar(switches));
	return (root.children[0]?.children ?? []).map(matchSetOf);
}

function matchSetOf(element: Element): MatchSet {
	const child = (name: string) => childOf(element, name);
	const writeOff = child('WriteOff');
	return {
		glAccount: child('GLAccount')?.attributes['code'] ?? '',
		account: child('Account')?.attributes['code'],
		lines: (child('MatchLines')?.children ?? []).map(lineOf),
		...(writeOff ? { writeOff: writeOffOf(writeOff) } : {}),
	};
}

function lineOf({ attributes }: Element): MatchLine {
	const number = (name: string) => Number(attributes[name]);
	return {
		...{ year: number('finyear'), period: number('finperiod'), entry: number('entry') },
		...{ journal: attributes['journal'] ?? '', amount: number('amountdc') },
	};
}

function writeOffOf(element: Element): WriteOff {
	const text = (name: string) => childOf(element, name)?.text;
	const date = text('Date');
	return {
		type: Number(element.attributes['type']),
		glAccount: childOf(element, 'GLAccount')?.attributes['code'],
		description: text('Description'),
		year: periodOf(childOf(element, 'FinYear')),
		period: periodOf(childOf(element, 'FinPeriod')),
		date: date === undefined ? undefined : Date.parse(date),
		vatCorrection: ['true', '1'].includes(text('VATCorrection') ?? ''),
	};
}

/** The number of a year or a period, wherever it was accepted. */
function periodOf(element: Element | undefined): number | undefined {
	if (!element) return undefined;
	const written = element.attributes['number'] ?? element.text;
	if (/^\d+$/.test(written)) return Number(written);
	throw new Fatal(
		`The '${element.name}' element is invalid - The value '${written}' is no number.`,
	);
}

function childOf({ children }: Element, name: string): Element | undefined {
	return children.find((child) => child.name === name);
}
