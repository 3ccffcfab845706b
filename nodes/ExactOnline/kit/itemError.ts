import { ExpressionError, NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { nodeError, type Trouble } from '../exact/errors/trouble';

/** Every error names its item; one that was not foreseen is a defect of this node and says so. */
export function explainedError(
	context: IExecuteFunctions,
	error: unknown,
	item: number,
): NodeApiError | NodeOperationError {
	const known = error instanceof NodeApiError || error instanceof NodeOperationError;
	const explained = known ? ofItsOwn(error) : unexplained(context, error);
	explained.context.itemIndex = item;
	return explained;
}

/** Items that were looked up together fail for one and the same error; each of them has to name itself. */
function ofItsOwn<E extends NodeApiError | NodeOperationError>(error: E): E {
	if (error.context.itemIndex === undefined) return error;
	const properties = Object.getOwnPropertyDescriptors(error);
	const copy = Object.create(Object.getPrototypeOf(error) as object, properties) as E;
	copy.context = { ...error.context };
	return copy;
}

function unexplained(
	context: IExecuteFunctions,
	error: unknown,
): NodeApiError | NodeOperationError {
	if (error instanceof ExpressionError) {
		const { message, description } = error;
		const advice = description ?? 'Check the expressions of this node.';
		const trouble: Trouble = { code: 'PARAM_FORMAT', message, description: advice };
		return nodeError(context.getNode(), trouble, error);
	}
	const cause = error instanceof Error ? error : new Error(String(error));
	const trouble: Trouble = {
		code: 'EXACT',
		message: 'Something unforeseen happened in this node',
		description: `Please report it with this detail: ${cause.message}`,
		failure: { cause: 'node-defect' },
	};
	return nodeError(context.getNode(), trouble, cause);
}

/** What an error becomes with *Continue On Fail*. */
export function errorItem({
	message,
	description,
	context,
}: NodeApiError | NodeOperationError): IDataObject {
	return {
		error: message,
		code: context.code,
		details: { description, ...(context.details as IDataObject | undefined) },
	};
}
