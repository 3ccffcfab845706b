import type { IDataObject } from 'n8n-workflow';

/** Only what was given: an empty field must not empty one of Exact's defaults. */
export function filled(body: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(body).filter(([, value]) => value !== undefined),
	) as IDataObject;
}
