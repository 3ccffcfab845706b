import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import axios, { type AxiosInstance } from 'axios';

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
	limits(): Promise<Limits>;
	stop(): Promise<void>;
}

interface Announcement {
	url: string;
	clientId: string;
	clientSecret: string;
}

const root = resolve(__dirname, '../..');

/** Starts the sandbox program on a free port; it ends with `stop`, or when this process ends. */
export async function startSandbox(options: { profile?: ProfileName } = {}): Promise<Sandbox> {
	const program = ['--import', 'tsx', 'sandbox/main.mts', '--json', '--port', '0'];
	const child = spawn(process.execPath, [...program, '--profile', options.profile ?? 'strict'], {
		cwd: root,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const announcement = await announced(child);
	release(child);
	return { ...announcement, ...controls(announcement.url), stop: () => stopped(child) };
}

async function announced(child: ChildProcess): Promise<Announcement> {
	if (!child.stdout) throw new Error('The sandbox was started without a pipe for its output');
	const lines = createInterface(child.stdout);
	// The output closes as well when the program fails to start; it says why on its standard error.
	const line = await new Promise<string>((ready, fail) => {
		lines.once('line', ready);
		lines.once('close', () => fail(new Error('The sandbox ended before it was ready')));
	});
	lines.close();
	return JSON.parse(line) as Announcement;
}

/** A test that fails before it stops its sandbox must not keep jest alive; the sandbox ends with it. */
function release(child: ChildProcess): void {
	child.unref();
	for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref();
}

async function stopped(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.ref();
	child.kill();
	await exit;
}

type Controls = Omit<Sandbox, keyof Announcement | 'stop'>;

function controls(url: string): Controls {
	const control = axios.create({ baseURL: `${url}/control` });
	explainRefusals(control);
	const post = async (path: string, body: object = {}): Promise<void> => {
		await control.post(path, body);
	};
	return {
		reset: (options = {}) => post('/reset', options),
		setClock: (now) => post('/clock', { now }),
		advance: (milliseconds) => post('/clock', { advance: milliseconds }),
		useRealClock: () => post('/clock', { mode: 'real' }),
		settings: async (patch) => (await control.patch<Settings>('/settings', patch)).data,
		log: async (since = 0) => {
			const { data } = await control.get<{ entries: LogEntry[] }>('/log', { params: { since } });
			return data.entries;
		},
		clearLog: async () => void (await control.delete('/log')),
		faults: (rules) => post('/faults', rules),
		clearFaults: async () => void (await control.delete('/faults')),
		issueTokens: async (options = {}) => (await control.post<TokenSet>('/tokens', options)).data,
		expireTokens: () => post('/tokens/expire'),
		revokeTokens: () => post('/tokens/revoke'),
		records: async (division, entity) =>
			(await control.get<Row[]>(`/records/${division}/${entity}`)).data,
		insert: (division, entity, rows) => post(`/records/${division}/${entity}`, { rows }),
		generate: (division, entity, count) => post(`/records/${division}/${entity}`, { count }),
		limits: async () => (await control.get<Limits>('/limits')).data,
	};
}

/** A control call that the sandbox refuses is a mistake in the test: show what the sandbox says. */
function explainRefusals(control: AxiosInstance): void {
	control.interceptors.response.use(undefined, (error: unknown) => {
		if (!axios.isAxiosError<unknown>(error) || !error.response) throw error;
		const { method, url } = error.config ?? {};
		const { status, data } = error.response;
		throw new Error(`Sandbox refused ${method} ${url}: ${status} ${JSON.stringify(data)}`);
	});
}
