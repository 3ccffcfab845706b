import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure, IDataObject, INode } from 'n8n-workflow';

/**
 * Why something did not work, in one word that a workflow can switch on (`code` of an error item).
 * The words are part of the public interface: they are never renamed.
 */
export type TroubleCode =
	/** An input is missing, malformed, out of range, or does not fit another input. */
	| 'PARAM_REQUIRED'
	| 'PARAM_FORMAT'
	| 'PARAM_RANGE'
	| 'PARAM_PAIR'
	/** A key is not a GUID, or not a number. */
	| 'ID_FORMAT'
	/** Exact knows no such record in this division. */
	| 'NOT_FOUND'
	/** The record exists, but is not a client (or supplier). */
	| 'ROLE'
	/** The key belongs to another kind of entry. */
	| 'TYPE'
	/** Several records answer to what was given. */
	| 'AMBIGUOUS'
	/** The division does not exist, or this login may not reach it. */
	| 'DIVISION_UNKNOWN'
	/** The app or the user lacks a right, a scope, a module or a licence. */
	| 'FORBIDDEN'
	/** The login is gone for good: someone has to reconnect the credential. */
	| 'RECONNECT'
	/** The login could not be used this time; nothing has to be reconnected. */
	| 'LOGIN'
	/** Exact's limits: calls a minute, calls a day, repeated mistakes. */
	| 'RATE_LIMIT'
	| 'DAY_LIMIT'
	| 'ERROR_LIMIT'
	/** Exact is down, did not answer in time, or answered something that is not its API. */
	| 'UNAVAILABLE'
	/** The query asks for too much at once. */
	| 'TOO_BROAD'
	/** A record with this key, code or number exists, or is still used. */
	| 'CONFLICT'
	| 'PERIOD_UNKNOWN'
	| 'PERIOD_CLOSED'
	/** What an input points at is not there, is blocked, or does not fit: by what it is. */
	| 'PARTNER'
	| 'JOURNAL'
	| 'JOURNAL_AMBIGUOUS'
	| 'GL_UNKNOWN'
	| 'GL_BLOCKED'
	| 'GL_TYPE'
	/** Which ledger account holds what a relation or an employee owes can not be told. */
	| 'CONTROL_ACCOUNT'
	| 'EMPLOYEE_ACCOUNT'
	/** VAT on a line of a client, supplier or employee. */
	| 'TAX_LINE'
	| 'VAT_UNKNOWN'
	| 'VAT_RATE'
	| 'PAYMENT_TERM_UNKNOWN'
	| 'CURRENCY'
	| 'ANALYTIC_UNKNOWN'
	| 'ANALYTIC_REQUIRED'
	| 'ANALYTIC_SHARE'
	| 'ANALYTIC_DUPLICATE'
	/** The code of a cost center or cost unit can not be changed through Exact's API. */
	| 'ANALYTIC_CODE_LOCKED'
	/** The lines do not add up to the total that was given. */
	| 'TOTAL_MISMATCH'
	/** A line has both debit and credit, or neither; debit and credit of an entry are not equal. */
	| 'LINE_AMOUNT'
	| 'BALANCE'
	/** The lines do not fit the kind of journal. */
	| 'ROUTE'
	| 'VAT_NOT_ALLOWED'
	| 'WITHHOLDING_UNSUPPORTED'
	/** Nothing of it is open for this relation, it is on several accounts, it does not add up, or it is matched. */
	| 'MATCH_LINE'
	| 'MATCH_ACCOUNT'
	| 'MATCH_BALANCE'
	| 'MATCH_DONE'
	/** Exact refused the content of an XML upload; its own text says why. */
	| 'EXACT_XML'
	/** Exact has no XML API any more. */
	| 'XML_GONE'
	/** A file is missing, empty, too large, or not what its name says. */
	| 'FILE'
	/** A file can not be fetched: a login page came instead, or its address is on another host. */
	| 'DOWNLOAD'
	/** The entry has a file already. */
	| 'ATTACHMENT_EXISTS'
	/** It is booked, but not as it was asked for. */
	| 'BOOKED_DIFFERENTLY'
	/** Exact made something else of it; it was deleted again. */
	| 'WRONG_KIND'
	/** A first step was carried out, a later one was not. */
	| 'PARTIAL'
	/** A write got no answer: it may or may not have been carried out. */
	| 'UNKNOWN_OUTCOME'
	/** The workflow was stopped. */
	| 'CANCELLED'
	/** Exact refused the content; its own text says why. */
	| 'EXACT';

/** What went wrong, as data: all that the error panel, the error item and a test need. */
export interface Trouble {
	code: TroubleCode;
	/** What happened, in one sentence without a final period. */
	message: string;
	/** Why probably, and what to do about it. */
	description: string;
	/** HTTP status of the answer, when there was one. */
	status?: number;
	/** Path below the division (`crm/Accounts`), and the division. */
	endpoint?: string;
	division?: number;
	/** Exact's own text, unchanged, in the language of the connected user. */
	exactText?: string;
	/** Exact's `Reason` response header. */
	reason?: string;
	/** What n8n should know: whether waiting helps, or a person has to act. */
	failure?: Failure;
	/** What else a workflow may want to look at: IDs of what was made, the single problems. */
	more?: IDataObject;
}

/** What n8n's error item and `error.context` carry beside the message. */
export interface TroubleDetails extends IDataObject {
	code: TroubleCode;
	details: IDataObject;
}

/** Where an answer came from, in words: ` (crm/Accounts, division 123)`. */
export function whereabouts(place: { endpoint?: string; division?: number }): string {
	const parts = [
		place.endpoint,
		place.division === undefined ? undefined : `division ${place.division}`,
	].filter((part) => part !== undefined);
	return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/**
 * Turns a trouble into the error that n8n shows. The HTTP client's own error is left behind on purpose: it
 * carries the request's headers and with them the access token. Only a defect of this node brings its `cause`.
 */
export function nodeError(
	node: INode,
	trouble: Trouble,
	cause?: Error,
): NodeApiError | NodeOperationError {
	const { message, description, failure, status } = trouble;
	const options = { message, description, failure };
	const error =
		status === undefined
			? new NodeOperationError(node, cause ?? message, options)
			: new NodeApiError(node, {}, { ...options, httpCode: `${status}` });
	// NodeApiError swaps a message that happens to contain a word such as ENOENT for a text of its own.
	error.message = message;
	Object.assign(error.context, detailsOf(trouble));
	return error;
}

/** The code and the details of a trouble, without what is empty. */
export function detailsOf(trouble: Trouble): TroubleDetails {
	const { code, status, endpoint, division, exactText, reason, more } = trouble;
	const details = Object.entries({ status, endpoint, division, exactText, reason, ...more }).filter(
		([, value]) => value !== undefined,
	);
	return { code, details: Object.fromEntries(details) };
}
