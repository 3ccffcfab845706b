import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
} from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { editorContext, executeContext, type RunOptions } from './context.cjs';
import { connectedCredential, type StoredCredential } from './credential.cjs';
import { startSandbox, type LogEntry, type ProfileName, type Sandbox } from './sandbox.cjs';
import { expectNoSecret, secretsOf } from './secrets.cjs';
import { MONDAY, VirtualWorld } from './world.cjs';

/** What n8n would show. */
export interface RunResult {
	items: INodeExecutionData[];
	json: IDataObject[];
	hints: string[];
}

/** The real node in n8n-core's real contexts, against a running sandbox. */
export class Bench {
	world!: VirtualWorld;
	node!: ExactOnline;
	credential!: StoredCredential;

	private constructor(readonly sandbox: Sandbox) {}

	static async start(profile: ProfileName = 'strict'): Promise<Bench> {
		const bench = new Bench(await startSandbox({ profile }));
		await bench.reset(profile);
		return bench;
	}

	/** A fresh sandbox, a fresh process memory, a fresh login. */
	async reset(profile: ProfileName = 'strict', start = MONDAY): Promise<void> {
		await this.sandbox.reset({ profile });
		this.world = new VirtualWorld(this.sandbox, start);
		await this.world.set(start);
		jest.spyOn(Date, 'now').mockImplementation(() => this.world.now());
		this.node = new ExactOnline(this.world);
		this.credential = await connectedCredential(this.sandbox, start);
		await this.sandbox.clearLog();
	}

	/**
	 * Another n8n process on the same clock and with the same stored credential: it remembers nothing of this one. The
	 * credential has another ID there, so that n8n-core, which is loaded once, does not take the two for one process.
	 */
	another(name: string): Bench {
		const other = new Bench(this.sandbox);
		other.world = new Proxy(this.world, {});
		other.node = new ExactOnline(other.world);
		other.credential = { ...this.credential, id: `${this.credential.id}#${name}`, saves: 0 };
		return other;
	}

	async stop(): Promise<void> {
		jest.restoreAllMocks();
		await this.sandbox.stop();
	}

	/** Runs the node with these parameters. */
	async run(parameters: INodeParameters, options: RunOptions = {}): Promise<RunResult> {
		const { credential = this.credential } = options;
		const context = executeContext(this.node, credential, parameters, options);
		const output = await this.guarded(
			async () => await this.node.execute!.call(context as unknown as IExecuteFunctions),
		);
		const items = (output as INodeExecutionData[][])[0] ?? [];
		const hints = context.hints.map((hint) => hint.message);
		return { items, json: items.map((item) => item.json), hints };
	}

	/** Runs the node and hands back the error that n8n would show. */
	async fail(parameters: INodeParameters, options: RunOptions = {}): Promise<ShownError> {
		const outcome = await this.run(parameters, options).then(
			({ json }) => new Error(`The node answered ${json.length} items instead of an error`),
			(error: unknown) => error,
		);
		if (!('context' in (outcome as object))) throw outcome;
		return outcome as ShownError;
	}

	/** Opens a *From List* of the panel. */
	async search(
		method: string,
		parameters: INodeParameters,
		text?: string,
		from?: string,
	): Promise<INodeListSearchResult> {
		const context = editorContext(this.node, this.credential, parameters);
		const search = this.node.methods?.listSearch?.[method];
		if (search === undefined) throw new Error(`There is no list search ${method}`);
		return await this.guarded(
			async () => await search.call(context as unknown as ILoadOptionsFunctions, text, from),
		);
	}

	/** Whatever any test of the suite makes the node answer or throw: no secret is in it. */
	private async guarded<T>(task: () => Promise<T>): Promise<T> {
		const before = secretsOf(this.credential);
		try {
			const result = await this.world.run(task);
			expectNoSecret(sample(result), [...before, ...secretsOf(this.credential)]);
			return result;
		} catch (error) {
			expectNoSecret(error, [...before, ...secretsOf(this.credential)]);
			throw error;
		}
	}

	/** The calls that reached Exact, in short: `GET crm/Accounts 200`. */
	async calls(): Promise<string[]> {
		return (await this.sandbox.log()).map(brief);
	}

	/** How often each of them did. */
	async countedCalls(): Promise<Record<string, number>> {
		const counts: Record<string, number> = {};
		for (const call of await this.calls()) counts[call] = (counts[call] ?? 0) + 1;
		return counts;
	}
}

/** The first items of an answer: looking into a hundred thousand takes longer than making them. */
function sample(result: unknown): unknown {
	return Array.isArray(result)
		? result.map((items: unknown) => (Array.isArray(items) ? items.slice(0, 100) : items))
		: result;
}

/** The error as the editor's panel gets it. */
export interface ShownError extends Error {
	description: unknown;
	httpCode?: string | null;
	failure?: { cause: string; resetsAtEpochMs?: number };
	context: { itemIndex?: number; code?: string; details?: IDataObject };
}

export function brief({ method, endpoint, status }: LogEntry): string {
	return `${method} ${endpoint} ${status}`;
}
