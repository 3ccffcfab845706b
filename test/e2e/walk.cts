import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { credentialType, type Credential } from '../../demo/n8n-credentials.cjs';
import type { SavedWorkflow, WorkflowFile } from '../../demo/n8n-workflows.cjs';
import { openNode, type Editor } from './editor.cjs';

const { description } = new ExactOnline();
const { properties } = description;

/** A node of ours as a workflow file has it; its name is its ID in addresses as well. */
export function ourNode(
	{ id, name }: Credential,
	own: Pick<INode, 'name' | 'parameters' | 'position'>,
	type = 'exactOnline',
): INode {
	return {
		...own,
		id: own.name.replaceAll(/\W/g, '-'),
		type: `n8n-nodes-exactonline.${type}`,
		typeVersion: 1,
		credentials: { [credentialType]: { id, name } },
	};
}

const isShown = ({ displayOptions }: INodeProperties, resource: string, operation: string) =>
	displayOptions?.show?.resource?.includes(resource) === true &&
	(displayOptions.show.operation?.includes(operation) ?? true);

/** The parameters of an operation on which nobody has entered anything, with every JSON field in view. */
function untouched(resource: string, operation: string): INodeParameters {
	const chosen: Record<string, INodeParameters[string]> = { resource, operation };
	for (const property of properties.filter((one) => isShown(one, resource, operation))) {
		const offered = property.options?.some((one) => 'value' in one && one.value === 'json');
		if (offered === true) chosen[property.name] = 'json';
		if (property.type !== 'collection') continue;
		const inside = (property.options ?? []).filter(
			(one): one is INodeProperties => 'type' in one && one.type === 'json',
		);
		const opened = inside.map((one) => [one.name, one.default] as const);
		if (opened.length > 0)
			chosen[property.name] = Object.fromEntries<INodeParameters[string]>(opened);
	}
	return chosen;
}

/** A workflow with a node for every resource: *Create*, which has the most fields, or its first operation. */
export function everyPanel(credential: Credential): WorkflowFile {
	const operations = properties
		.filter(({ name }) => name === 'operation')
		.map(({ displayOptions, options = [] }) => {
			const values = options.map((one) => ('value' in one ? String(one.value) : ''));
			const resource = String(displayOptions?.show?.resource?.[0]);
			return [resource, values.includes('create') ? 'create' : values[0]];
		});
	const nodes = operations.map(([resource = '', operation = ''], index) =>
		ourNode(credential, {
			name: `${resource} ${operation}`,
			position: [0, index * 160],
			parameters: untouched(resource, operation),
		}),
	);
	return { name: 'Every panel', nodes, connections: {}, settings: { executionOrder: 'v1' } };
}

/** The parameters that n8n asks for because they are required and empty. */
export function requiredIn(node: INode): string[] {
	const found = NodeHelpers.getNodeParametersIssues(properties, node, description);
	const required = properties.filter((property) => property.required).map(({ name }) => name);
	return Object.keys(found?.parameters ?? {}).filter((name) => required.includes(name));
}

/** What is wrong with a panel at first sight. */
export interface Sight {
	/** Parameters with a red marker. */
	marked: string[];
	/** How many JSON fields are underlined as faulty. */
	faultyJson: number;
}

/** Runs in the page, where the types of this program are not. */
const firstSight = `(() => {
	const panel = document.querySelector('[data-test-id="node-parameters"]');
	const all = (selector) => [...panel.querySelectorAll(selector)];
	const nameOf = (one) =>
		one.closest('[data-test-id^="parameter-input-"]').dataset.testId.replace('parameter-input-', '');
	return {
		marked: [...new Set(all('.has-issues').map(nameOf))],
		faultyJson: all('.cm-lint-marker').length,
	};
})()`;

/** Opens the panel of a node, and looks at it once it has its markers. */
export async function lookAt(
	editor: Editor,
	workflow: SavedWorkflow,
	node: INode,
	markers: number,
): Promise<Sight> {
	const { page } = editor;
	await openNode(editor, workflow.id, node.id);
	await page.locator('[data-test-id="parameter-input-operation"]').waitFor();
	const last = page.locator('.has-issues').nth(Math.max(markers - 1, 0));
	if (markers > 0) await last.waitFor();
	// n8n checks JSON 750 ms after the last key; all JSON fields start alike, so some of them will do.
	if ('specifyLines' in node.parameters) await page.waitForTimeout(1000);
	return await page.evaluate<Sight>(firstSight);
}
