import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import axios, { type AxiosInstance } from 'axios';

import type {
	LogEntry,
	TokenSet,
	ProfileName,
	Settings,
	LedgerSums,
	Limits,
	Row,
	Sandbox,
} from './sandboxControl.cjs';

export type * from './sandboxControl.cjs';

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
		ledger: async (division) => (await control.get<LedgerSums>(`/ledger/${division}`)).data,
		match: async (division, chosen) =>
			(await control.post<{ matched: number; left: number }>(`/match/${division}`, chosen)).data,
		approve: (division, entry, status) => post(`/approval/${division}`, { entry, status }),
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
