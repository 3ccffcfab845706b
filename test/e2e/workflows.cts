import type { INodeParameters } from 'n8n-workflow';
import type { Credential } from '../../demo/n8n-credentials.cjs';
import {
	importWorkflow,
	readWorkflow,
	runWorkflow,
	type Execution,
	type SavedWorkflow,
} from '../../demo/n8n-workflows.cjs';
import type { LogEntry } from '../harness/sandbox.cjs';
import type { Installation } from './installation.cjs';

/** Imports a workflow, with other parameters for some of its nodes. */
export async function load(
	{ session }: Installation,
	credential: Credential,
	file: string,
	parameters: Readonly<Record<string, INodeParameters>> = {},
): Promise<SavedWorkflow> {
	const workflow = readWorkflow(file, credential);
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: parameters[node.name] ?? node.parameters,
	}));
	return await importWorkflow(session, { ...workflow, nodes });
}

/** Runs a workflow, and returns what came of it with the requests that the sandbox saw, in order. */
export async function run(
	{ session, sandbox }: Installation,
	workflow: SavedWorkflow,
): Promise<Execution & { log: LogEntry[] }> {
	await sandbox.clearLog();
	const execution = await runWorkflow(session, workflow);
	return { ...execution, log: await sandbox.log() };
}
