import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { StoredCredential } from '../harness/credential.cjs';
import type { LogEntry, Sandbox } from '../harness/sandbox.cjs';
import type { Stopwatch } from './measuring/stopwatch.cjs';
import type { Exact } from './ways/exact.cjs';

/** What the node is told to do. */
export interface Task {
	parameters: INodeParameters;
	items?: IDataObject[];
}

/** A sandbox is ready for a run. */
export interface Prepared extends Task {
	/** Records that there are to read, or to book. */
	records: number;
	/** How many the node puts out of them; all without this. */
	output?: number;
	/** Calls that the node may need for them, logins apart. */
	calls: number;
	/** Where the sandbox's clock stands still (ms); it goes on its own without this. */
	now?: number;
}

/** A call as it was sent. */
export interface SentCall {
	method: 'GET' | 'POST';
	url: string;
	body?: unknown;
}

/** What a run of any way is given. */
export interface Assignment extends Task {
	/** Key of the scenario. */
	scenario: string;
	records: number;
	/** Where the sandbox is. */
	base: string;
	credential: StoredCredential;
	/** The calls of the node that a plain script makes as well. */
	needed: SentCall[];
}

/** Something that people do with the node, and what it may cost. */
export interface Scenario {
	/** Its name on the command line. */
	key: string;
	name: string;
	/** How many records it is about, and what one is called. */
	count: number;
	unit: string;
	/** Most time until the end, as a multiple of the axios loop's. */
	goal?: number;
	/** Whether what is needed beyond the output must fit in one page. */
	isFlat?: boolean;
	/** Whether a run changes the books or the clock, so that the next one begins with a fresh sandbox. */
	isChanging?: boolean;
	/** Fills a sandbox that was reset. */
	prepare(sandbox: Sandbox, count: number): Promise<Prepared>;
	/** Whether a plain script makes this call of the node as well. */
	isNeeded(call: LogEntry): boolean;
	/** How many of the records the calls of a run were about. */
	recordsOf(log: readonly LogEntry[]): number;
	/** How many the node put out; each item is one without this. */
	countOf?(items: readonly INodeExecutionData[]): number;
	/** The same with the calls of a node that knows nothing of Exact; answers what it has in the end. */
	generic(exact: Exact, assignment: Assignment): Promise<unknown>;
	/** How the node does it, where that is not one execution. */
	run?(assignment: Assignment, stopwatch: Stopwatch): Promise<INodeExecutionData[]>;
}

/** How many rows came from these endpoints. */
export const rowsOf =
	(...endpoints: readonly string[]) =>
	(log: readonly LogEntry[]): number =>
		log
			.filter(({ endpoint }) => endpoints.includes(endpoint))
			.reduce((sum, { rows = 0 }) => sum + rows, 0);

/** Calls for so many records. */
export const pagesOf = (records: number, size = 1000): number => Math.ceil(records / size);
