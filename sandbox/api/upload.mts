import type { Settings } from '../settings.mjs';
import { odataError, type Answer } from './answer.mjs';
import type { Call } from './call.mjs';

const megabyte = 1024 * 1024;

/**
 * Exact takes so many megabytes per request, files counted as they are and not as base64. How it refuses
 * more is not known; this is how ASP.NET does.
 */
export function tooLarge(
	{ incoming, payload }: Call,
	{ maxUploadMb }: Settings,
): Answer | undefined {
	const size = Buffer.byteLength(incoming.body) - excessOf(payload);
	if (size <= maxUploadMb * megabyte) return undefined;
	return odataError(500, 'Maximum request length exceeded.');
}

/** What base64 adds to the size of a file. */
function excessOf(payload: unknown): number {
	const file: unknown =
		typeof payload === 'object' && payload !== null
			? Reflect.get(payload, 'Attachment')
			: undefined;
	return typeof file === 'string' ? file.length - Buffer.byteLength(file, 'base64') : 0;
}
