import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** What an error of a session says; its details hold Exact's own text where there is one. */
export interface Told {
	message: string;
	description: string;
	details: IDataObject;
}

/** Reads an error for another one that says more. Never throws. */
export function told(error: unknown): Told {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		const { message, description, context } = error;
		const details = (context.details ?? {}) as IDataObject;
		return { message, description: description ?? '', details };
	}
	return { message: String(error), description: '', details: {} };
}
