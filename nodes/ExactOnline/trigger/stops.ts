import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IPollFunctions } from 'n8n-workflow';

import { perWorld, type World } from '../exact/world';
import { textOf } from '../exact/values/text';

/** An error that n8n shows. */
export type Stop = NodeApiError | NodeOperationError;

/** Takes an error as what stopped a reading; a defect of this node stays what it is. */
export function stopOf(error: unknown): Stop {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	throw error;
}

/** One of Exact's limits: it passes by itself, and the next polls go on where this one stopped. */
export function isLimit({ context }: Stop): boolean {
	return ['RATE_LIMIT', 'DAY_LIMIT'].includes(textOf(context.code));
}

/** Takes an error as a limit that was reached; any other one stays what it is. */
export function limitOf(error: unknown): Stop {
	const stop = stopOf(error);
	if (isLimit(stop)) return stop;
	throw stop;
}

/** The login or the whole service: no other list of records will answer either. */
export function isForAll({ context }: Stop): boolean {
	return ['RECONNECT', 'LOGIN', 'UNAVAILABLE'].includes(textOf(context.code));
}

/** Until when (epoch ms) a limit was spoken of already. */
const said = perWorld(() => new Map<string, number>());

/** Writes to n8n's log that a day's limit is reached, once for each day; a minute is not worth it. */
export function sayOnce(context: IPollFunctions, world: World, limit: Stop): void {
	const { message, description } = limit;
	const { failure } = limit;
	const until = failure?.cause === 'quota-exhausted' ? (failure.resetsAtEpochMs ?? 0) : 0;
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${message}`;
	if (limit.context.code !== 'DAY_LIMIT' || (said(world).get(key) ?? 0) >= until) return;
	said(world).set(key, until);
	context.logger.warn(`${context.getNode().name}: ${message}. ${description ?? ''}`);
}
