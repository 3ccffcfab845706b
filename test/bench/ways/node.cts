import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type * as ActionNode from '../../../nodes/ExactOnline/ExactOnline.node.js';
import type * as TriggerNode from '../../../nodes/ExactOnline/ExactOnlineTrigger.node.js';
import { executeContext } from '../../harness/context.cjs';
import { root } from '../../harness/repository.cjs';
import type { Assignment } from '../scenario.cjs';

/** As it is published: what runs TypeScript for the tests makes it slower. */
const published = (file: string): unknown =>
	createRequire(__filename)(join(root, 'dist/nodes/ExactOnline', file));

const { ExactOnline } = published('ExactOnline.node.js') as typeof ActionNode;
export const { ExactOnlineTrigger } = published('ExactOnlineTrigger.node.js') as typeof TriggerNode;

/** n8n's own context of an execution; it evaluates the expressions of the parameters. */
export function nodeContext({ credential, parameters, items }: Assignment): IExecuteFunctions {
	return executeContext(new ExactOnline(), credential, parameters, { items });
}

/** One execution of the node. */
export async function runNode(assignment: Assignment): Promise<INodeExecutionData[]> {
	const output = await new ExactOnline().execute?.call(nodeContext(assignment));
	return Array.isArray(output) ? (output[0] ?? []) : [];
}
