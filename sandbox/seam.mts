import type { Chosen } from './ledger/matching.mjs';
import type { Writing } from './entities/entity.mjs';
import type { ODataSettings } from './odata/switches.mjs';
import type { MatchSet } from './xml/matchSets.mjs';
import type { Message } from './xml/messages.mjs';

/**
 * The seam between the two halves of the sandbox: the server (OAuth, limits, faults, log) hands over a
 * request that is allowed to be answered, the store answers it as Exact Online would.
 */

/** Somebody who can log in; the demo knows one. */
export interface SandboxUser {
	id: string;
	fullName: string;
	email: string;
	currentDivision: number;
}

export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path after the division, percent-decoded, e.g. `crm/Accounts(guid'…')`. */
	service: string;
	division: number | 'current';
	/** Decoded. */
	query: URLSearchParams;
	/** Path and query as they arrived, still encoded. */
	rawUrl: string;
	/** Scheme and host of this sandbox, without a slash at the end. */
	base: string;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The parsed JSON of a write; undefined without one. */
	body: unknown;
	user: SandboxUser;
	/** The sandbox's clock, milliseconds since 1970 UTC. */
	now: number;
}

export interface ApiReply {
	status: number;
	headers?: Record<string, string>;
	/** An object is sent as JSON, a string as it is. */
	body?: unknown;
	contentType?: string;
	/** Number of records in the answer, for the log. */
	rows?: number;
	/** Canonical name for the log and the error count, e.g. `crm/Accounts`. */
	endpoint: string;
}

export interface Store {
	answer(request: ApiRequest, settings: ODataSettings): ApiReply;
	/** Rows as stored: typed, codes without padding. */
	dump(division: number, entity: string): object[];
	insert(division: number, entity: string, rows: readonly object[]): void;
	/** Adds that many deterministic rows. */
	generate(division: number, entity: string, count: number): void;
	/** Matches open items; how much in the company's currency, and how much of them stays open. */
	match(division: number, chosen: Chosen, now: number): { matched: number; left: number };
	/** Carries out one match set of the XML API; what is said of it. */
	matchSet(
		division: number,
		set: MatchSet,
		by: Pick<Writing, 'user' | 'now' | 'settings'>,
	): Message;
	/** How far the approval of a purchase entry is (`ApprovalStatus` in PayablesList). */
	approve(division: number, entry: string, status: number | null): void;
	/** The companies that this user may open. */
	divisionsOf(user: SandboxUser): number[];
	/** Whether the company exists at all, granted or not. */
	exists(division: number): boolean;
}

/** The only person of the demo; everything the sandbox does is done in this name. */
export const demoUser: SandboxUser = {
	id: '8f2b1c6e-5d0a-4c3f-9b7e-1a2d3c4e5f60',
	fullName: 'Demo Boekhouder',
	email: 'demo.boekhouder@example.com',
	currentDivision: 2104587,
};
