import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';

const { description } = new ExactOnline();
const { properties } = description;

/** What n8n holds against a node before it runs a workflow. */
function issuesWith(parameters: INodeParameters): string[] {
	const node: INode = {
		id: '1',
		name: 'Exact Online',
		type: 'n8n-nodes-exactonline.exactOnline',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const issues = NodeHelpers.getNodeParametersIssues(properties, node, description);
	return Object.keys(issues?.parameters ?? {});
}

describe('a required field', () => {
	it('is missed by n8n before the workflow runs', () => {
		expect(issuesWith({ resource: 'client', operation: 'get' })).toEqual(['division', 'relation']);
	});

	/**
	 * While a field holds an expression, n8n shows everything that depends on it, whatever the value will be: it would
	 * refuse to run because of a field that the value does not need.
	 */
	it('depends on no field that takes an expression', () => {
		const fixed = properties.filter(({ noDataExpression }) => noDataExpression).map(nameOf);
		const wrong = properties.filter(
			({ required, displayOptions }) =>
				required === true &&
				Object.keys(displayOptions?.show ?? {}).some((name) => !fixed.includes(name)),
		);
		expect(wrong.map(nameOf)).toEqual([]);
	});

	it('leaves the kind of an invoice to an expression', () => {
		const division = { __rl: true, mode: 'id', value: '2104587' };
		const supplier = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const kind = '={{ $json.kind }}';
		const given = { resource: 'invoice', operation: 'create', division, supplier, kind };
		expect(issuesWith({ ...given, invoiceDate: '={{ $json.date }}' })).toEqual([]);
	});
});

const nameOf = ({ name }: { name: string }): string => name;
