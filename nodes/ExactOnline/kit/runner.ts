import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { nodeError } from '../exact/errors/trouble';
import { openSession, type Session } from '../exact/session';
import type { World } from '../exact/world';
import type { BatchOperation, ItemOperation, Operation, Resource, Result, Task } from './operation';
import { errorItem, explainedError } from './itemError';
import { readInputs } from './inputs';

/** n8n adds this value to the drop-downs by itself, and expects the HTTP Request node to carry it out. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** Waits shorter than this (ms) are not worth a remark. */
const WORTH_SAYING = 5000;

/** The node's `execute`: the items through the operation that the panel names, in their order. */
export function runner(resources: readonly Resource[], world: World) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const session = await openSession(this, world, 'wait');
		try {
			return [await runItems(this, resources, session)];
		} finally {
			sayIfWaited(this, session);
		}
	};
}

/** Items on their own run where they stand; those of a batch wait until its last one was read. */
async function runItems(
	context: IExecuteFunctions,
	resources: readonly Resource[],
	session: Session,
): Promise<INodeExecutionData[]> {
	const outputs: INodeExecutionData[][] = [];
	const batches = new Map<BatchOperation, Task[]>();
	for (const item of context.getInputData().keys()) {
		try {
			const operation = operationOf(context, resources, item);
			const inputs = readInputs(context, item, operation.fields);
			if ('run' in operation) outputs[item] = await runItem(operation, inputs, session, item);
			else batches.set(operation, [...(batches.get(operation) ?? []), { item, inputs }]);
		} catch (error) {
			outputs[item] = failed(context, error, item);
		}
	}
	for (const [operation, tasks] of batches) {
		const batch = { tasks, goesOn: context.continueOnFail() };
		for await (const result of operation.runTogether(batch, session)) {
			const { item } = result;
			if ('error' in result) outputs[item] = failed(context, result.error, item);
			else outputs[item] = [...(outputs[item] ?? []), await outputItem(context, result)];
		}
	}
	return outputs.flat();
}

async function runItem(
	operation: ItemOperation,
	inputs: Record<string, unknown>,
	session: Session,
	item: number,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	for await (const json of operation.run(inputs, session)) {
		results.push({ json, pairedItem: { item } });
	}
	return results;
}

/** A file goes to where n8n keeps them as soon as it comes, so that one at a time is in memory. */
async function outputItem(
	context: IExecuteFunctions,
	{ item, json, file }: Extract<Result, { json: unknown }>,
): Promise<INodeExecutionData> {
	const output: INodeExecutionData = { json, pairedItem: { item } };
	if (file === undefined) return output;
	const { field, content, name, mimeType } = file;
	const stored = await context.helpers.prepareBinaryData(content, name, mimeType);
	return { ...output, binary: { [field]: stored } };
}

/** With *Continue* in the node's settings the error becomes an item; otherwise it ends the run. */
function failed(context: IExecuteFunctions, error: unknown, item: number): INodeExecutionData[] {
	const explained = explainedError(context, error, item);
	if (!context.continueOnFail() || explained.context.code === 'CANCELLED') throw explained;
	// With `error`, *Continue (using error output)* sends it there.
	return [{ json: errorItem(explained), error: explained, pairedItem: { item } }];
}

function operationOf(
	context: IExecuteFunctions,
	resources: readonly Resource[],
	item: number,
): Operation {
	const resource: unknown = context.getNodeParameter('resource', item, '');
	const operation: unknown = context.getNodeParameter('operation', item, '');
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found !== undefined) return found;
	const custom = resource === CUSTOM_API_CALL || operation === CUSTOM_API_CALL;
	throw nodeError(context.getNode(), {
		code: 'PARAM_FORMAT',
		message: custom
			? "'Custom API Call' is not carried out by this node"
			: `There is no operation '${String(operation)}' for resource '${String(resource)}'`,
		description: custom
			? "Choose the resource 'API Request' instead: it calls any path of Exact Online, keeps to the limits and reads all pages. The HTTP Request node works with this credential as well."
			: 'Choose a resource and an operation from the lists.',
	});
}

function sayIfWaited(context: IExecuteFunctions, { connection }: Session): void {
	if (connection.waited < WORTH_SAYING) return;
	const seconds = Math.round(connection.waited / 1000);
	context.addExecutionHints({
		message: `Waited ${seconds} seconds for Exact Online's limits (60 calls a minute for each company).`,
		location: 'outputPane',
	});
}
