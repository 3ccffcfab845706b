/** Which counters a request has moved. */
export interface Counted {
	minute: boolean;
	day: boolean;
	error: boolean;
}

/** One request as the sandbox saw it; never a token or a secret. */
export interface LogEntry {
	n: number;
	/** The sandbox's clock. */
	at: number;
	method: string;
	/** As it arrived, without the query. */
	path: string;
	/** Decoded. */
	query: Record<string, string>;
	/** Path and query as they arrived. */
	url: string;
	division: number | null;
	/** `crm/Accounts`, `bulk/CRM/Accounts`, `current/Me`, `oauth2/token`, … */
	endpoint: string;
	/** What was answered; 0 when nothing has been carried out (yet). */
	status: number;
	rows?: number;
	/** Messages of the XML API: type and text. */
	said?: readonly string[];
	counted: Counted;
	body?: unknown;
	/** Kind of the scripted fault that hit this request. */
	fault?: string;
}

export interface RequestLog {
	/** Returns the stored entry: an answer that comes later changes it. */
	add(entry: Omit<LogEntry, 'n' | 'path' | 'query'>): LogEntry;
	since(n: number): LogEntry[];
	latest(count: number): LogEntry[];
	clear(): void;
}

/** Enough for the longest benchmark, and still no leak in a sandbox that stays up for weeks. */
const CAPACITY = 50_000;

/** Query parameters that may carry something secret. */
const secretParameters = ['code', 'state', 'access_token', 'refresh_token', 'client_secret'];

const secretInUrl = new RegExp(`([?&](?:${secretParameters.join('|')})=)[^&]*`, 'gi');

/** An empty log; numbers go on after `clear`, so that `since` stays meaningful. */
export function createLog(): RequestLog {
	let entries: LogEntry[] = [];
	let count = 0;
	return {
		add: (request) => {
			count += 1;
			const url = request.url.replace(secretInUrl, '$1[hidden]');
			const [path = '', search = ''] = splitOnce(url, '?');
			const query = Object.fromEntries(new URLSearchParams(search));
			const entry = { n: count, ...request, url, path, query };
			if (entry.body !== undefined) entry.body = shortened(entry.body);
			entries.push(entry);
			if (entries.length > CAPACITY) entries.shift();
			return entry;
		},
		since: (n) => entries.filter((entry) => entry.n > n),
		latest: (n) => entries.slice(-n),
		clear: () => {
			entries = [];
		},
	};
}

/** Longer texts are cut, files above all: the log is there to be read, and it is kept. */
const longestText = 200;

function shortened(value: unknown): unknown {
	if (typeof value === 'string') return cut(value);
	if (Array.isArray(value)) return value.map(shortened);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner)]));
}

function cut(text: string): string {
	if (text.length <= longestText) return text;
	// Through a buffer: a slice would hold on to the whole text.
	const start = Buffer.from(text.slice(0, longestText)).toString();
	return `${start}… (${text.length} characters)`;
}

function splitOnce(text: string, separator: string): [string, string] {
	const at = text.indexOf(separator);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
