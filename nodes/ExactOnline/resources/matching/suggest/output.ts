import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../exact/values/text';
import { fromMinor } from '../../../ledger/money';
import type { OpenSide } from '../../../ledger/openItems';
import type { Payment, Proposal } from '../../../ledger/proposal';
import type { JsonSchema } from '../../../records/shows';
import { DECIMALS } from '../../../kit/matching/terms';
import { day, type OpenBooks } from './terms';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const whole: JsonSchema = { type: 'integer' };

const termSchema: Readonly<Record<string, JsonSchema>> = {
	id: text,
	entryId: text,
	number: whole,
	invoiceNumber: whole,
	reference: text,
	date: text,
	dueDate: text,
	openAmount: number,
};

/** What a proposal looks like in the output. */
export const proposalSchema: Readonly<Record<string, JsonSchema>> = {
	division: whole,
	side: text,
	grade: text,
	score: whole,
	reasons: { type: 'array', items: text },
	amount: number,
	difference: number,
	relationId: text,
	relationCode: text,
	relationName: text,
	entries: { type: 'array', items: text },
	payment: { type: 'object', properties: termSchema },
	invoices: { type: 'array', items: { type: 'object', properties: termSchema } },
};

/** A proposal with what Match and Financial Entry: Create ask for. Amounts: what pays an invoice is positive. */
export function proposalItem(
	{ payment: key, invoices, relation, grade, score, reasons, difference }: Proposal,
	payment: Payment | undefined,
	{ books, side, division }: { books: OpenBooks; side: OpenSide; division: number },
): IDataObject {
	const { terms } = books;
	const term = terms.get(invoices[0] ?? '') ?? {};
	return {
		division,
		side,
		grade,
		score,
		reasons,
		amount: fromMinor(payment?.amount ?? 0, DECIMALS),
		difference: fromMinor(difference, DECIMALS),
		relationId: relation,
		relationCode: textOf(term.AccountCode),
		relationName: textOf(term.AccountName),
		entries: [...invoices, ...(terms.has(key) ? [key] : [])],
		payment: termItem(key, books),
		invoices: invoices.map((one) => termItem(one, books)),
	};
}

/** A bank line for which nothing fits: it comes out all the same, so that somebody looks at it. */
export function noProposal(amount: number, side: OpenSide, division: number): IDataObject {
	return {
		division,
		side,
		grade: 'none',
		score: 0,
		reasons: [],
		amount: fromMinor(amount, DECIMALS),
		difference: 0,
		relationId: null,
		relationCode: null,
		relationName: null,
		entries: [],
		payment: null,
		invoices: [],
	};
}

/** An open term; nothing for a bank line that is not booked. */
function termItem(key: string, { terms, openOf }: OpenBooks): IDataObject | null {
	const term = terms.get(key);
	if (term === undefined) return null;
	return {
		id: key,
		entryId: textOf(term.TransactionEntryID),
		number: Number(term.EntryNumber),
		invoiceNumber: typeof term.InvoiceNumber === 'number' ? term.InvoiceNumber : null,
		reference: textOf(term.YourRef),
		date: day(term.InvoiceDate),
		dueDate: day(term.DueDate),
		openAmount: fromMinor(openOf(term), DECIMALS),
	};
}
