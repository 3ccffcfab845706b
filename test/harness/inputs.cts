import type { INodeParameters } from 'n8n-workflow';

export const NL = 2104587;
export const BE = 3012345;
/** Exists, but was not granted to the demo's login. */
export const NOT_GRANTED = 9900001;

/** A resource locator as the panel stores it. */
export function by(mode: 'list' | 'code' | 'id', value: string | number): INodeParameters {
	return { __rl: true, mode, value: String(value) };
}

/** Parameters of an operation in the Dutch demo company. */
export function inDivision(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
): INodeParameters {
	return { resource, operation, division: by('id', NL), ...parameters };
}
