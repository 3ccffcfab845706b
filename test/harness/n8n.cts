import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { connectedCredential, credentialsHelper, type StoredCredential } from './credential.cjs';
import { startSandbox, type LogEntry, type ProfileName, type Sandbox } from './sandbox.cjs';
import { expectNoSecret, secretsOf } from './secrets.cjs';
import { MONDAY, VirtualWorld } from './world.cjs';

/** How an execution differs from a plain one. */
export interface RunOptions {
	items?: IDataObject[];
	continueOnFail?: boolean;
	timezone?: string;
	credential?: StoredCredential;
	signal?: AbortSignal;
}

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

	async stop(): Promise<void> {
		jest.restoreAllMocks();
		await this.sandbox.stop();
	}

	/** Runs the node with these parameters. */
	async run(parameters: INodeParameters, options: RunOptions = {}): Promise<RunResult> {
		const context = this.executeContext(parameters, options);
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
		const error = outcome as ShownError;
		if (error.context === undefined) throw outcome;
		return error;
	}

	/** Opens a *From List* of the panel. */
	async search(
		method: string,
		parameters: INodeParameters,
		text?: string,
		from?: string,
	): Promise<INodeListSearchResult> {
		const { workflow, node, additionalData } = this.workflow({}, {});
		additionalData.currentNodeParameters = parameters;
		const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.client');
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

	private executeContext(parameters: INodeParameters, options: RunOptions): ExecuteContext {
		const { workflow, node, additionalData } = this.workflow(parameters, options);
		const items = (options.items ?? [{}]).map((json) => ({ json }));
		const data = { main: [items] };
		return new ExecuteContext(
			workflow,
			node,
			additionalData,
			'manual',
			createRunExecutionData({}),
			0,
			items,
			data,
			{ node, data, source: null },
			[],
			options.signal,
		);
	}

	private workflow(parameters: INodeParameters, options: RunOptions) {
		const type = this.node;
		const nodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		} as unknown as INodeTypes;
		const node: INode = {
			id: '1',
			name: 'Exact Online',
			type: 'n8n-nodes-exactonline.exactOnline',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { exactOnlineOAuth2Api: { id: 'credential-1', name: 'My Exact' } },
			...(options.continueOnFail === true ? { onError: 'continueRegularOutput' as const } : {}),
		};
		const settings = { timezone: options.timezone ?? 'Europe/Amsterdam' };
		const workflow = new Workflow({
			id: 'workflow-1',
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes,
			settings,
		});
		const additionalData = {
			credentialsHelper: credentialsHelper(options.credential ?? this.credential),
			executionId: '1',
			variables: {},
			restApiUrl: 'http://localhost/rest',
			instanceBaseUrl: 'http://localhost/',
			webhookBaseUrl: 'http://localhost/webhook/',
			webhookWaitingBaseUrl: 'http://localhost/webhook-waiting/',
			formWaitingBaseUrl: 'http://localhost/form-waiting/',
			setExecutionStatus: () => undefined,
		} as unknown as IWorkflowExecuteAdditionalData;
		return { workflow, node: workflow.getNode(node.name) ?? node, additionalData };
	}
}

/** The first items of an answer: looking into a hundred thousand takes longer than making them. */
function sample(result: unknown): unknown {
	return Array.isArray(result)
		? (result as unknown[][]).map((items) => items?.slice?.(0, 100))
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
