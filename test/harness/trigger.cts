import { Container } from '@n8n/di';
import { PollContext, PollTriggerExecutor } from 'n8n-core';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodePropertyOptions,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { ExactOnlineTrigger } from '../../nodes/ExactOnline/ExactOnlineTrigger.node.js';
import { editorContext, surroundings } from './context.cjs';
import type { Bench, ShownError } from './n8n.cjs';
import { expectNoSecret, secretsOf } from './secrets.cjs';
import { watchingWorkflow } from './watchingWorkflow.cjs';

/** What n8n made of one poll: an execution, a failed execution, or nothing. */
export interface Polled {
	json: IDataObject[];
	/** The same with their files. */
	items: INodeExecutionData[];
	error?: ShownError;
}

interface Options {
	timezone?: string;
	/** The node's ID, where a workflow has several. */
	id?: string;
	/** What n8n's database holds from before. */
	saved?: string;
}

/** A workflow with the trigger in one n8n process, polled through n8n-core's own executor. */
export class TriggerBench {
	node!: ExactOnlineTrigger;
	/** What n8n's database holds: written when items are handed over, and after the activation. */
	saved: string;
	/** What n8n gives to one poll (ms). */
	budget = 36_000;
	/** Warnings in n8n's log. */
	readonly warnings: string[] = [];
	private workflow!: Workflow;
	private results: Polled[] = [];

	constructor(
		readonly bench: Bench,
		public parameters: INodeParameters,
		private readonly options: Options = {},
	) {
		this.saved = options.saved ?? '{}';
		this.restart();
	}

	/** Another n8n process, which knows of the trigger only what was saved. */
	restart(): void {
		this.node = new ExactOnlineTrigger(this.bench.world);
		this.load();
	}

	/** The workflow is saved with other parameters: n8n activates it again, with what its database holds. */
	async change(parameters: INodeParameters): Promise<Polled> {
		this.parameters = { ...this.parameters, ...parameters };
		this.load();
		return await this.activate();
	}

	/** What the process holds, written or not. */
	get state(): IDataObject {
		return this.workflow.getStaticData('node', this.trigger);
	}

	private save(): void {
		this.saved = JSON.stringify(this.workflow.staticData);
	}

	/** The first poll of an activation: an error aborts it. */
	async activate(): Promise<Polled> {
		const result = await this.carryOut(this.context('trigger', 'activate'), true);
		this.save();
		return result;
	}

	/** A poll by the schedule; errors become failed executions. */
	async poll(): Promise<Polled> {
		return await this.carryOut(this.context('trigger', 'init'), false);
	}

	/** A poll whose items are handed over before the process dies: nothing of it is saved. */
	async crash(): Promise<Polled> {
		const { saved } = this;
		const result = await this.poll();
		this.saved = saved;
		this.restart();
		return result;
	}

	/** *Fetch Test Event* in the editor. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		const context = this.context('manual', 'manual');
		const output = await this.bench.world.run(async () => await this.node.poll?.call(context));
		return (output?.[0] ?? []).map(({ json }) => json);
	}

	/** What the editor lists where divisions are ticked. */
	async divisionsOffered(): Promise<INodePropertyOptions[] | undefined> {
		const context = editorContext(this.node, this.bench.credential, {});
		const list = this.node.methods?.loadOptions?.getDivisions;
		return await this.bench.world.run(
			async () => await list?.call(context as unknown as ILoadOptionsFunctions),
		);
	}

	private async carryOut(context: PollContext, isTest: boolean): Promise<Polled> {
		const executor = Container.get(PollTriggerExecutor);
		const run = executor.create(this.workflow, this.trigger, context, () => true);
		const secrets = secretsOf(this.bench.credential);
		const index = this.results.length;
		await this.bench.world.run(async () => await run(isTest));
		const mine = this.results.slice(index);
		expectNoSecret(mine.slice(0, 20), secrets);
		return {
			json: mine.flatMap(({ json }) => json),
			items: mine.flatMap(({ items }) => items),
			error: mine.find(({ error }) => error !== undefined)?.error,
		};
	}

	private context(mode: WorkflowExecuteMode, activation: WorkflowActivateMode): PollContext {
		const context = new PollContext(
			this.workflow,
			this.trigger,
			surroundings(this.bench.credential),
			mode,
			activation,
			(data: INodeExecutionData[][]) => {
				// n8n saves what the trigger remembers at the moment when it starts the execution.
				this.save();
				const items = data[0] ?? [];
				this.results.push({ json: items.map(({ json }) => json), items });
			},
			(error: Error) => this.results.push({ json: [], items: [], error: error as ShownError }),
			undefined,
			undefined,
			undefined,
			() => this.budget,
		);
		const { logger } = context;
		jest.spyOn(logger, 'warn').mockImplementation((message) => void this.warnings.push(message));
		return context;
	}

	private get trigger(): INode {
		const node = this.workflow.getNode('Exact Online Trigger');
		if (node === null) throw new Error('The workflow has lost its trigger');
		return node;
	}

	private load(): void {
		this.workflow = watchingWorkflow(
			this.node,
			this.parameters,
			JSON.parse(this.saved) as IDataObject,
			this.options,
		);
	}
}
