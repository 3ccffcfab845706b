/** One request as the sandbox saw it. */
export interface LogEntry {
	n: number;
	at: number;
	method: string;
	path: string;
	query: Record<string, string>;
	url: string;
	division: number | null;
	endpoint: string;
	status: number;
	rows?: number;
	counted: { minute: boolean; day: boolean; error: boolean };
	body?: unknown;
	fault?: string;
}

export interface TokenSet {
	access_token: string;
	token_type: string;
	expires_in: string;
	refresh_token: string;
}

type When = 'before' | 'after';

export type Fault =
	| { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
	| { kind: 'reset'; when: When }
	| { kind: 'timeout'; when: When; commitAfterMs?: number }
	| { kind: 'truncate' | 'nextLoop' | 'emptyPage' | 'empty500' | 'expired' }
	| { kind: 'html'; status?: number }
	| { kind: 'contentType'; value: string }
	| { kind: 'delay'; ms: number }
	| { kind: 'nextHost'; host: string }
	| { kind: 'redirect'; location: string };

export interface FaultRule {
	/** `path`: regular expression on path and query, in any case. */
	match: { method?: string; path?: string };
	skip?: number;
	times?: number;
	fault: Fault;
}

export type ProfileName = 'strict' | 'lenient';

/** The switches of the sandbox; the sandbox refuses an unknown one. */
export type Settings = Record<string, unknown>;

export interface ResetOptions {
	profile?: ProfileName;
	settings?: Settings;
	data?: 'demo' | 'empty';
}

export interface Limits {
	usage: Array<{ app: string; division: number; minuteUsed: number; dayUsed: number }>;
	errors: Array<{
		app: string;
		user: string;
		division: number | 'current';
		endpoint: string;
		count: number;
		blockedUntil: number | null;
	}>;
	tokenCalls: Array<{ app: string; user: string; used: number }>;
}

/** A record as it is stored: typed, codes without padding. */
export type Row = Record<string, unknown>;

/** The ledger of a company, added up. */
export interface LedgerSums {
	entries: number;
	debit: number;
	credit: number;
	/** Whether every entry has as much debit as credit. */
	balanced: boolean;
	perAccount: Record<string, number>;
}

/** A running sandbox, steered over HTTP. */
export interface Sandbox {
	readonly url: string;
	readonly clientId: string;
	readonly clientSecret: string;
	reset(options?: ResetOptions): Promise<void>;
	/** Freezes the sandbox's clock at that moment (milliseconds since 1970 UTC). */
	setClock(now: number): Promise<void>;
	/** Moves the frozen clock on; late commits that fall due are carried out. */
	advance(milliseconds: number): Promise<void>;
	useRealClock(): Promise<void>;
	settings(patch: Settings): Promise<Settings>;
	log(since?: number): Promise<LogEntry[]>;
	clearLog(): Promise<void>;
	faults(rules: readonly FaultRule[]): Promise<void>;
	clearFaults(): Promise<void>;
	issueTokens(options?: { user?: string; life?: number }): Promise<TokenSet>;
	expireTokens(): Promise<void>;
	revokeTokens(): Promise<void>;
	records(division: number, entity: string): Promise<Row[]>;
	insert(division: number, entity: string, rows: readonly object[]): Promise<void>;
	generate(division: number, entity: string, count: number): Promise<void>;
	ledger(division: number): Promise<LedgerSums>;
	/** Matches open items of one relation, named by their keys or by those of their ledger lines. */
	match(
		division: number,
		chosen: { terms: readonly unknown[] } | { lines: readonly unknown[] },
	): Promise<{ matched: number; left: number }>;
	/** Sets the `ApprovalStatus` that PayablesList shows for a purchase entry. */
	approve(division: number, entry: unknown, status: number | null): Promise<void>;
	limits(): Promise<Limits>;
	stop(): Promise<void>;
}
