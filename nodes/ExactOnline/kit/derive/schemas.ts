import type { JsonSchema } from '../../records/shows';
import * as declared from '../../resources';

/** Output schemas by `<resource>/<operation>`: the editor offers fields for mapping before anything has run. */
export function outputSchemas(): Record<string, JsonSchema> {
	const schemas: Record<string, JsonSchema> = {};
	for (const { value: resource, operations } of Object.values(declared)) {
		for (const { value: operation, schema } of operations) {
			if (schema !== undefined) schemas[`${resource}/${operation}`] = schema;
		}
	}
	return schemas;
}
