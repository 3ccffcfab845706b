import { Fatal, type Element } from './tree.mjs';

/** Types of the schema, or the values that there are. */
export type Kind = 'string' | 'integer' | 'decimal' | 'date' | 'boolean' | readonly string[];

/** What an element may hold, as an XML schema says it: attributes, then a sequence or a text. */
export interface Shape {
	/** Required attributes. */
	required?: Readonly<Record<string, Kind>>;
	optional?: Readonly<Record<string, Kind>>;
	/** The only children, in this order. */
	sequence?: readonly Part[];
	text?: Kind;
}

/** A child of a sequence: so often at least and at most. */
export interface Part {
	name: string;
	shape: Shape;
	least: number;
	most: number;
}

const forms: Readonly<Record<Extract<Kind, string>, RegExp>> = {
	string: /^/,
	integer: /^[+-]?\d+$/,
	decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
	date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
	boolean: /^(true|false|1|0)$/,
};

/** Declares namespaces or the schema: no attribute of the element itself. */
const declaration = /^(xmlns:|xsi:)/;

/**
 * Refuses what is not of the shape, the first difference by name. The texts are those of .NET, which Exact is
 * built with; that it answers with just these is a guess.
 */
export function checkShape(element: Element, shape: Shape): void {
	checkAttributes(element, shape);
	checkText(element, shape);
	checkSequence(element, shape.sequence ?? []);
}

function checkAttributes({ attributes }: Element, { required = {}, optional = {} }: Shape): void {
	const known = new Map(Object.entries({ ...required, ...optional }));
	for (const [name, value] of Object.entries(attributes)) {
		if (declaration.test(name)) continue;
		const kind = known.get(name);
		if (!kind) throw new Fatal(`The '${name}' attribute is not declared.`);
		if (!fits(value, kind)) throw new Fatal(invalid(`'${name}' attribute`, value, kind));
	}
	for (const name of Object.keys(required)) {
		if (!(name in attributes)) throw new Fatal(`The required attribute '${name}' is missing.`);
	}
}

function checkText({ name, text }: Element, { text: kind }: Shape): void {
	if (kind) {
		if (!fits(text, kind)) throw new Fatal(invalid(`'${name}' element`, text, kind));
	} else if (text !== '') throw new Fatal(`The element '${name}' cannot contain text.`);
}

function checkSequence({ name, children }: Element, sequence: readonly Part[]): void {
	let [at, count] = [0, 0];
	const expected = () => {
		const names = sequence.slice(at).map((part) => `'${part.name}'`);
		return ` List of possible elements expected: ${names.join(', ')}.`;
	};
	/** Goes on to the next part, unless this one is still to come. */
	const next = (refusal: string) => {
		if (count < (sequence[at]?.least ?? 0)) throw new Fatal(refusal + expected());
		[at, count] = [at + 1, 0];
	};
	for (const child of children) {
		const refusal = `The element '${name}' has invalid child element '${child.name}'.`;
		const part = () => sequence[at];
		while (part() && (part()?.name !== child.name || count === part()?.most)) next(refusal);
		const found = part();
		if (!found) throw new Fatal(refusal);
		count += 1;
		checkShape(child, found.shape);
	}
	while (at < sequence.length) next(`The element '${name}' has incomplete content.`);
}

function fits(value: string, kind: Kind): boolean {
	return typeof kind === 'string' ? forms[kind].test(value) : kind.includes(value);
}

function invalid(what: string, value: string, kind: Kind): string {
	const type = typeof kind === 'string' ? kind : kind.join(', ');
	return `The ${what} is invalid - The value '${value}' is invalid according to its datatype '${type}'.`;
}
