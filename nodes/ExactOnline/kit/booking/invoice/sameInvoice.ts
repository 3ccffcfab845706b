import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { SameEntry } from '../entry';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import type { CreateInputs } from './fields';
import type { Header } from './header';

/** Exact cuts `YourRef` at 30 or 50 characters, depending on the company: it is looked for in every form. */
const REFERENCE_LENGTHS = [50, 30];

interface Key {
	/** For two items of one run. */
	key: string;
	words: string;
	field: string;
	values: ReadonlyArray<string | number>;
	isSame(row: Row): boolean;
}

/**
 * By what an invoice is known: the booking reference; for purchases the supplier's number; the number that was asked for.
 * A customer's reference is no key: orders are invoiced in parts, and every month anew.
 */
export function sameInvoice(
	inputs: CreateInputs,
	kind: InvoiceKindFacts,
	header: Header,
	relationColumn: string,
): SameEntry | undefined {
	const own = inputs.additionalFields.bookingReference;
	const keys = [
		bookingKey(own, kind),
		kind.side === 'purchase' ? supplierKey(inputs, kind, header, relationColumn) : undefined,
		numberKey(header, kind),
		own === undefined ? bookingKey(bookingReferenceOf(inputs, header), kind) : undefined,
	].filter((key) => key !== undefined);
	const [first] = keys;
	if (first === undefined) return undefined;
	return {
		keys: keys.map(({ key }) => key),
		words: first.words,
		ways: keys.map(({ field, values }) => ({ field, values })),
		isSame: (row) => keys.some((key) => key.isSame(row)),
	};
}

/**
 * What is kept in Exact's External Link Reference. A number that was asked for goes there as well: a journal may number
 * by itself, and a rerun would not find the entry under the number again.
 */
export function bookingReferenceOf(
	{ additionalFields: { bookingReference } }: CreateInputs,
	{ entryNumber, journal, period }: Header,
): string | undefined {
	if (bookingReference !== undefined || entryNumber === undefined) return bookingReference;
	return `${textOf(journal?.Code)}/${period?.year}/${entryNumber}`;
}

function bookingKey(reference: string | undefined, kind: InvoiceKindFacts): Key | undefined {
	if (reference === undefined) return undefined;
	const field = 'ExternalLinkReference';
	return {
		key: `${kind.side} booking ${reference.toLowerCase()}`,
		words: `booking reference ${reference}`,
		field,
		values: [reference],
		isSame: (row) => sameText(row[field], reference),
	};
}

function supplierKey(
	{ reference }: CreateInputs,
	kind: InvoiceKindFacts,
	{ relation }: Header,
	relationColumn: string,
): Key | undefined {
	if (reference === undefined || relation === undefined) return undefined;
	const forms = [
		reference,
		// Half a character can not be asked for.
		...REFERENCE_LENGTHS.map((length) =>
			reference
				.slice(0, length)
				.replace(/\p{Cs}$/u, '')
				.trim(),
		),
	];
	const values = [...new Set(forms)];
	return {
		key: `${kind.entryType} ${textOf(relation.ID)} ${reference.toLowerCase()}`,
		words: `reference ${reference} of supplier ${textOf(relation.Code)}`,
		field: 'YourRef',
		values,
		isSame: (row) =>
			Number(row.Type) === kind.entryType &&
			sameText(row[relationColumn], textOf(relation.ID)) &&
			values.some((value) => sameText(row.YourRef, value)),
	};
}

function numberKey(
	{ entryNumber, journal, period }: Header,
	{ side }: InvoiceKindFacts,
): Key | undefined {
	if (entryNumber === undefined || journal === undefined || period === undefined) return undefined;
	const code = textOf(journal.Code);
	return {
		key: `${side} number ${code} ${period.year} ${entryNumber}`,
		words: `number ${entryNumber} in journal ${code}, year ${period.year}`,
		field: 'EntryNumber',
		values: [entryNumber],
		isSame: (row) =>
			Number(row.EntryNumber) === entryNumber &&
			sameText(row.Journal, code) &&
			Number(row.ReportingYear) === period.year,
	};
}

/** As Exact's database compares. */
function sameText(a: unknown, b: string): boolean {
	return textOf(a).toLowerCase() === b.trim().toLowerCase();
}
