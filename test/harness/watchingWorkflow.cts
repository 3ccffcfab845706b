import { Workflow } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters, INodeTypes } from 'n8n-workflow';

import type { ExactOnlineTrigger } from '../../nodes/ExactOnline/ExactOnlineTrigger.node.js';

/** An active workflow that consists of the trigger, with what n8n's database holds of it. */
export function watchingWorkflow(
	type: ExactOnlineTrigger,
	parameters: INodeParameters,
	staticData: IDataObject,
	{ timezone = 'Europe/Amsterdam', id = 'trigger-1' }: { timezone?: string; id?: string } = {},
): Workflow {
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const node: INode = {
		id,
		name: 'Exact Online Trigger',
		type: 'n8n-nodes-exactonline.exactOnlineTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { exactOnlineOAuth2Api: { id: 'credential-1', name: 'My Exact' } },
	};
	return new Workflow({
		id: 'workflow-1',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData,
		settings: { timezone },
	});
}
