import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Credential } from '../../demo/n8n-credentials.cjs';
import { request, type N8nSession } from '../../demo/n8n-session.cjs';
import {
	finished,
	type Execution,
	type SavedWorkflow,
	type WorkflowFile,
} from '../../demo/n8n-workflows.cjs';
import { ourNode } from './walk.cjs';

/** A chat, an agent, and a tool of ours for each set of parameters; the agent has no model. */
export function agentWith(
	credential: Credential,
	tools: Readonly<Record<string, INodeParameters>>,
): WorkflowFile {
	const langchain = (name: string, type: string, typeVersion: number, x: number): INode => ({
		...{ id: name.replaceAll(' ', '-'), name, typeVersion, position: [x, 0], parameters: {} },
		type: `@n8n/n8n-nodes-langchain.${type}`,
	});
	const ours = Object.entries(tools).map(([name, parameters], index) =>
		ourNode(
			credential,
			{ name, parameters, position: [240 + index * 180, 240] },
			'exactOnlineTool',
		),
	);
	const toAgent = (type: 'main' | 'ai_tool') => ({
		[type]: [[{ node: 'AI Agent', type, index: 0 }]],
	});
	return {
		name: 'Agent',
		nodes: [
			langchain('Chat', 'manualChatTrigger', 1.1, 0),
			langchain('AI Agent', 'agent', 2.2, 240),
			...ours,
		],
		connections: {
			Chat: toAgent('main'),
			...Object.fromEntries(ours.map(({ name }) => [name, toAgent('ai_tool')])),
		},
		settings: { executionOrder: 'v1' },
	};
}

/** Runs one tool of an agent as *Execute step* does, with what a model would have filled in. */
export async function runTool(
	session: N8nSession,
	{ id }: SavedWorkflow,
	tool: string,
	query: IDataObject,
): Promise<Execution> {
	const name = tool.replaceAll(' ', '_');
	const { executionId } = await request<{ executionId: string }>(
		session,
		'POST',
		`/rest/workflows/${id}/run`,
		{
			startNodes: [{ name: tool, sourceData: null }],
			destinationNode: { nodeName: tool, mode: 'inclusive' },
			agentRequest: { query: { [name]: query }, tool: { name } },
		},
	);
	return await finished(session, executionId, Date.now() + 60_000);
}
