import { all, any, equals, type Condition } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import { isOpenTerm, termRecords } from '../../../kit/openTerms';
import { toMinor } from '../../../ledger/money';
import { openSign, type OpenSide } from '../../../ledger/openItems';
import type { OpenInvoice, Payment } from '../../../ledger/proposal';
import { bankAccount } from '../../../records/bankAccount';
import { DECIMALS, keyOf } from '../../../kit/matching/terms';

/** Exact's type of entries of banks and cash registers. */
const PAYMENT = 40;

const select = [
	...[
		'ID',
		'TransactionID',
		'TransactionEntryID',
		'TransactionType',
		'Status',
		'AmountDC',
		'Account',
	],
	...['AccountCode', 'AccountName', 'AccountBankAccountNumber', 'EntryNumber', 'InvoiceNumber'],
	...['InvoiceDate', 'DueDate', 'YourRef', 'PaymentReference', 'Description', 'Journal'],
];

/** What is open of one side of a division. */
export interface OpenBooks {
	invoices: readonly OpenInvoice[];
	payments: readonly Payment[];
	/** The terms behind them, by their ID. */
	terms: ReadonlyMap<string, Row>;
	/** What is open of a term, in minor units: invoices positive, payments negative. */
	openOf(term: Row): number;
	/** Invoices for which a payment is certain, whatever item it came from. */
	taken: Set<string>;
}

/** Read once for all items of an execution. */
const known = new WeakMap<Session, Map<string, OpenBooks>>();

/** The open terms of a side, or those of one relation: 1,000 a call. */
export async function openBooks(
	side: OpenSide,
	relation: string | undefined,
	division: number,
	session: Session,
): Promise<OpenBooks> {
	const key = `${division} ${side} ${relation ?? ''}`;
	const books = known.get(session) ?? new Map<string, OpenBooks>();
	known.set(session, books);
	const found = books.get(key) ?? (await readOpen(side, relation, division, session));
	books.set(key, found);
	return found;
}

async function readOpen(
	side: OpenSide,
	relation: string | undefined,
	division: number,
	session: Session,
): Promise<OpenBooks> {
	const where = all(isOpenTerm, relation === undefined ? undefined : equals('Account', relation));
	const rows: Row[] = [];
	for await (const row of session.list(termRecords[side], { division, select, where })) {
		rows.push(row);
	}
	const stored = rows.map((row) => ({
		type: Number(row.TransactionType),
		amount: Number(row.AmountDC ?? 0),
	}));
	const sign = openSign(stored, side);
	const openOf = (term: Row) => toMinor(Number(term.AmountDC ?? 0), DECIMALS) * sign;
	const isPayment = (row: Row) => Number(row.TransactionType) === PAYMENT;
	return {
		invoices: rows.filter((row) => !isPayment(row)).map((row) => invoiceOf(row, openOf(row))),
		payments: rows.filter(isPayment).map((row) => paymentOf(row, -openOf(row))),
		terms: new Map(rows.map((row) => [keyOf(row.ID), row])),
		openOf,
		taken: new Set(),
	};
}

function invoiceOf(row: Row, amount: number): OpenInvoice {
	const names = ['InvoiceNumber', 'EntryNumber', 'YourRef', 'PaymentReference'];
	return {
		key: keyOf(row.ID),
		relation: keyOf(row.Account),
		relationName: textOf(row.AccountName),
		amount,
		date: day(row.InvoiceDate),
		due: day(row.DueDate),
		references: [...new Set(names.map((name) => textOf(row[name])).filter(Boolean))],
	};
}

function paymentOf(row: Row, amount: number): Payment {
	const texts = ['Description', 'YourRef', 'PaymentReference', 'InvoiceNumber'];
	return {
		key: keyOf(row.ID),
		amount,
		relation: keyOf(row.Account),
		relationsOfIban: [],
		text: texts.map((name) => textOf(row[name])).join(' \n '),
		date: day(row.InvoiceDate) || undefined,
	};
}

/** A column with a date as a day; empty without. */
export function day(value: unknown): string {
	const ms = exactMs(value);
	return ms === undefined ? '' : dayOf(ms);
}

/** The relations that a bank account belongs to: as open terms show it, else as Exact knows it, in one call. */
export async function relationsOfIban(
	iban: string | undefined,
	{ terms }: OpenBooks,
	division: number,
	session: Session,
): Promise<string[]> {
	const number = plainNumber(iban);
	if (number === '') return [];
	const shown = [...terms.values()].filter(
		({ AccountBankAccountNumber }) => plainNumber(AccountBankAccountNumber) === number,
	);
	if (shown.length > 0) return [...new Set(shown.map(({ Account }) => keyOf(Account)))];
	const where: Condition = any(
		...[...new Set([number, textOf(iban), inFours(number)])].map((one) =>
			equals('BankAccount', one),
		),
	);
	const reading = { division, select: ['Account', 'BankAccount'], where };
	const relations: string[] = [];
	for await (const { Account } of session.list(bankAccount, reading))
		relations.push(keyOf(Account));
	return [...new Set(relations)];
}

function plainNumber(value: unknown): string {
	return textOf(value)
		.replace(/[\s.-]/g, '')
		.toUpperCase();
}

/** As people write an IBAN, and as Exact may have stored it. */
function inFours(number: string): string {
	return number.replace(/(.{4})(?=.)/g, '$1 ');
}
