import { connectedCredential } from '../harness/credential.cjs';
import type { LogEntry, Sandbox } from '../harness/sandbox.cjs';
import { measureApart } from './measuring/child.cjs';
import type { Measured } from './measuring/measure.cjs';
import type { Prepared, Scenario, SentCall } from './scenario.cjs';
import type { Way } from './ways/index.cjs';

/** A run, and what the sandbox saw of it. */
export interface Observed extends Measured {
	/** Calls of the API; logins are not among them. */
	calls: number;
	/** The calls that a plain script makes as well. */
	needed: SentCall[];
}

/** A scenario in a sandbox of its own making. */
export interface Setting {
	/** Records that are there. */
	records(): number;
	/** Carries out one run and checks that it did what the others do. */
	observe(way: Way, needed: SentCall[], watched?: boolean): Promise<Observed>;
}

/** Fills the sandbox for a scenario: once, or for each run. */
export async function settingOf(
	program: string,
	scenario: Scenario,
	sandbox: Sandbox,
	count: number,
): Promise<Setting> {
	const prepare = async () => {
		// Limits are no part of what is measured: nothing waits.
		await sandbox.reset({ settings: { minuteLimit: 1e6, dayLimit: 1e6 } });
		return await scenario.prepare(sandbox, count);
	};
	let prepared = await prepare();
	let isUsed = false;
	return {
		records: () => prepared.records,
		observe: async (way, needed, watched = false) => {
			if (isUsed && scenario.isChanging) prepared = await prepare();
			isUsed = true;
			const { parameters, items, records, now = Date.now() } = prepared;
			const credential = await connectedCredential(sandbox, now);
			const task = { scenario: scenario.key, records, parameters, items, needed };
			await sandbox.clearLog();
			const assignment = { ...task, base: sandbox.url, credential };
			const measured = await measureApart(program, { way, watched, assignment });
			const log = (await sandbox.log()).filter(({ endpoint }) => endpoint !== 'oauth2/token');
			check(scenario, prepared, { way, measured, log });
			const sent = log.filter(scenario.isNeeded).map((call) => sentCall(call, sandbox.url));
			return { ...measured, calls: log.length, needed: sent };
		},
	};
}

function sentCall({ method, url, body }: LogEntry, base: string): SentCall {
	return {
		method: method === 'POST' ? 'POST' : 'GET',
		url: `${base}${url}`,
		...(body === undefined ? {} : { body }),
	};
}

interface Seen {
	way: Way;
	measured: Measured;
	log: readonly LogEntry[];
}

/** A table of numbers is worth nothing when a way has not done its work, or the sandbox has refused a call. */
function check(
	scenario: Scenario,
	{ records, output = records, calls }: Prepared,
	{ way, measured, log }: Seen,
): void {
	const expect = (what: string, is: number, wanted: number) => {
		if (is === wanted) return;
		const counts = JSON.stringify(countsOf(log));
		throw new Error(`${scenario.name}, ${way}: ${what} ${is}, not ${wanted}. ${counts}`);
	};
	expect('calls that failed:', log.filter(({ status }) => status >= 400).length, 0);
	if (way === 'page') return;
	expect('records in the calls:', scenario.recordsOf(log), records);
	if (way !== 'node') return;
	expect('calls:', log.length, calls);
	expect('records in the output:', measured.records, output);
}

function countsOf(log: readonly LogEntry[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { method, endpoint, status } of log) {
		const call = `${method} ${endpoint} ${status}`;
		counts[call] = (counts[call] ?? 0) + 1;
	}
	return counts;
}
