import { readFileSync } from 'node:fs';
import type { INode, INodeExecutionData, IRun, IWorkflowBase } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { unflatten } from './flattened.cjs';
import { credentialType, type Credential } from './n8n-credentials.cjs';
import { request, type N8nSession } from './n8n-session.cjs';

export type WorkflowFile = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>;

export interface SavedWorkflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly INode[];
}

/** Reads an exported workflow and gives its Exact Online nodes the credential of this n8n. */
export function readWorkflow(file: string, credential: Credential): WorkflowFile {
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;
	const credentials = { [credentialType]: { id: credential.id, name: credential.name } };
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[credentialType] === undefined ? node : { ...node, credentials },
	);
	return { ...workflow, nodes };
}

export async function importWorkflow(
	session: N8nSession,
	workflow: WorkflowFile,
): Promise<SavedWorkflow> {
	return await request<SavedWorkflow>(session, 'POST', '/rest/workflows', workflow);
}

/** The workflow of that name, if this n8n has one. */
export async function findWorkflow(
	session: N8nSession,
	name: string,
): Promise<SavedWorkflow | undefined> {
	// The list has no nodes in it.
	const all = await request<Omit<SavedWorkflow, 'nodes'>[]>(session, 'GET', '/rest/workflows');
	const found = all.find((workflow) => workflow.name === name);
	if (found === undefined) return undefined;
	return await request<SavedWorkflow>(session, 'GET', `/rest/workflows/${found.id}`);
}

export interface Execution {
	readonly id: string;
	/** n8n's own word: success, error, crashed, canceled. */
	readonly status: string;
	readonly error: string | undefined;
	/** As stored by n8n, for those who look for what should not be in it. */
	readonly stored: string;
	/** What each node put on its first output, over all its runs. */
	readonly items: Readonly<Record<string, readonly INodeExecutionData[]>>;
}

/**
 * Runs a workflow from its manual trigger, as the button in the editor does, and waits for its end. Without one it starts
 * from its other trigger, which then shows the newest event that it finds.
 */
export async function runWorkflow(
	session: N8nSession,
	workflow: SavedWorkflow,
	patienceMs = 180_000,
): Promise<Execution> {
	const isManual = ({ type }: INode) => type === 'n8n-nodes-base.manualTrigger';
	const trigger =
		workflow.nodes.find(isManual) ?? workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no trigger to start from.`);
	const path = `/rest/workflows/${workflow.id}/run`;
	const body = { triggerToStartFrom: { name: trigger.name } };
	const { executionId } = await request<{ executionId: string }>(session, 'POST', path, body);
	return await finished(session, executionId, Date.now() + patienceMs);
}

interface StoredExecution {
	readonly id: string;
	readonly status: string;
	readonly data: string;
}

/** Waits for the end of an execution, until `deadline` (epoch ms). */
export async function finished(
	session: N8nSession,
	id: string,
	deadline: number,
): Promise<Execution> {
	while (Date.now() < deadline) {
		const stored = await request<StoredExecution>(session, 'GET', `/rest/executions/${id}`);
		if (!['new', 'running', 'waiting'].includes(stored.status)) return readExecution(stored);
		await sleep(250);
	}
	throw new Error(`Execution ${id} did not end in time.`);
}

function readExecution({ id, status, data }: StoredExecution): Execution {
	const { resultData } = unflatten(data) as IRun['data'];
	const firstOutputs = Object.entries(resultData.runData).map(
		([node, runs]) => [node, runs.flatMap((run) => run.data?.main?.[0] ?? [])] as const,
	);
	const items: Execution['items'] = Object.fromEntries(firstOutputs);
	const error = resultData.error?.message;
	return { id, status, error, stored: data, items };
}

/** The node types that this n8n offers, by their full names. */
export async function nodeTypes(session: N8nSession): Promise<string[]> {
	const answer = await session.http.get<{ name: string }[]>('/types/nodes.json');
	return answer.data.map(({ name }) => name);
}
