import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialsHelper, type StoredCredential } from './credential.cjs';

/** How an execution differs from a plain one. */
export interface RunOptions {
	items?: IDataObject[];
	/** What binary data the items carry, by name. */
	files?: ReadonlyArray<IBinaryKeyData | undefined>;
	continueOnFail?: boolean;
	timezone?: string;
	credential?: StoredCredential;
	signal?: AbortSignal;
}

/** n8n-core's own context of an execution of one node. */
export function executeContext(
	type: INodeType,
	credential: StoredCredential,
	parameters: INodeParameters,
	options: RunOptions,
): ExecuteContext {
	const { workflow, node } = workflowOf(type, credential, parameters, options);
	const items = (options.items ?? [{}]).map((json, index) => {
		const binary = options.files?.[index];
		return binary === undefined ? { json } : { json, binary };
	});
	const data = { main: [items] };
	return new ExecuteContext(
		workflow,
		node,
		surroundings(credential),
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

/** n8n-core's own context of a list that is opened in the editor. */
export function editorContext(
	type: INodeType,
	credential: StoredCredential,
	parameters: INodeParameters,
): LoadOptionsContext {
	const { workflow, node } = workflowOf(type, credential, {}, {});
	const additionalData = { ...surroundings(credential), currentNodeParameters: parameters };
	return new LoadOptionsContext(workflow, node, additionalData, 'parameters');
}

function workflowOf(
	type: INodeType,
	credential: StoredCredential,
	parameters: INodeParameters,
	options: RunOptions,
) {
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const declared: INode = {
		id: '1',
		name: 'Exact Online',
		type: 'n8n-nodes-exactonline.exactOnline',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { exactOnlineOAuth2Api: { id: credential.id, name: 'My Exact' } },
		...(options.continueOnFail === true ? { onError: 'continueRegularOutput' as const } : {}),
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [declared],
		connections: {},
		active: false,
		nodeTypes,
		settings: { timezone: options.timezone ?? 'Europe/Amsterdam' },
	});
	// The workflow has filled in the defaults of what the panel did not store.
	return { workflow, node: workflow.getNode(declared.name) ?? declared };
}

/** What n8n hands to every context besides the workflow. */
export function surroundings(credential: StoredCredential): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: credentialsHelper(credential),
		executionId: '1',
		variables: {},
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/webhook/',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting/',
		formWaitingBaseUrl: 'http://localhost/form-waiting/',
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
