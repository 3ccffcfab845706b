import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workflow, type INodePropertyOptions, type INodeTypes } from 'n8n-workflow';

import { ExactOnlineOAuth2Api } from '../../credentials/ExactOnlineOAuth2Api.credentials.js';
import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { root } from '../harness/repository.cjs';

const credential = new ExactOnlineOAuth2Api();
const { properties } = credential;
const property = (name: string) => properties.find((one) => one.name === name);
const regions = (property('region')?.options ?? []) as INodePropertyOptions[];

const emptyNodeTypes = { getByNameAndVersion: () => undefined } as unknown as INodeTypes;
const workflow = new Workflow({
	nodes: [],
	connections: {},
	active: false,
	nodeTypes: emptyNodeTypes,
});
const mock = { id: '1', name: 'mock', type: 'mock', typeVersion: 1, parameters: {} };

/** What n8n makes of the hidden fields: it works out every expression against the values as they are stored. */
function resolved(entered: Record<string, string>): Record<string, string> {
	const stored = Object.fromEntries(
		properties.map(({ name, default: initial }) => [name, initial]),
	);
	const values = { ...stored, ...entered } as Record<string, string>;
	const result = workflow.expression.getComplexParameterValue(
		{ ...mock, position: [0, 0] },
		values,
		'internal',
		{},
		undefined,
		undefined,
		values,
	);
	return result as Record<string, string>;
}

const sites: Array<[string, string]> = [
	['be', 'https://start.exactonline.be'],
	['co.uk', 'https://start.exactonline.co.uk'],
	['com', 'https://start.exactonline.com'],
	['de', 'https://start.exactonline.de'],
	['es', 'https://start.exactonline.es'],
	['fr', 'https://start.exactonline.fr'],
	['nl', 'https://start.exactonline.nl'],
];

const addresses = (base: string) => ({
	baseUrl: base,
	authUrl: `${base}/api/oauth2/auth`,
	accessTokenUrl: `${base}/api/oauth2/token`,
});

describe('the credential', () => {
	test('offers the seven sites of Exact Online and an address of its own', () => {
		const values = regions.map(({ value }) => value);
		expect(values.sort()).toEqual([...sites.map(([region]) => region), 'custom'].sort());
		expect(values).toContain(property('region')?.default);
		const names = (property('region')?.options ?? []).map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	});

	test.each(sites)('with region %s speaks to %s', (region, base) => {
		expect(resolved({ region })).toMatchObject(addresses(base));
		// What is left over in a field that is no longer shown does not count.
		expect(resolved({ region, customUrl: 'http://left.over' })).toMatchObject(addresses(base));
	});

	test.each(['http://localhost:8500', 'http://localhost:8500/', 'http://localhost:8500///'])(
		'with Custom URL %s speaks to that address, without a slash at its end',
		(customUrl) => {
			expect(resolved({ region: 'custom', customUrl })).toMatchObject(
				addresses('http://localhost:8500'),
			);
		},
	);

	test('keeps the path of a proxy', () => {
		const entered = { region: 'custom', customUrl: 'https://proxy.example/exact/' };
		expect(resolved(entered)).toMatchObject(addresses('https://proxy.example/exact'));
	});

	test('refers to entered fields only: n8n resolves $self one level deep', () => {
		const hidden = properties.filter(({ default: initial }) => String(initial).startsWith('='));
		expect(hidden.map(({ name }) => name)).toEqual(['authUrl', 'accessTokenUrl', 'baseUrl']);
		for (const { default: expression, type } of hidden) {
			const used = [...String(expression).matchAll(/\$self\["(\w+)"\]/g)].map(([, name]) => name);
			expect(new Set(used)).toEqual(new Set(['region', 'customUrl']));
			expect(type).toBe('hidden');
		}
	});

	test("logs in the way that Exact's token endpoint wants", () => {
		const fixed = ['grantType', 'authentication', 'scope', 'authQueryParameters'];
		const values = fixed.map((name) => [name, property(name)?.type, property(name)?.default]);
		expect(values).toEqual([
			['grantType', 'hidden', 'authorizationCode'],
			['authentication', 'hidden', 'body'],
			['scope', 'hidden', ''],
			['authQueryParameters', 'hidden', ''],
		]);
		expect(credential.extends).toEqual(['oAuth2Api']);
	});

	test('asks for its own address only where one is needed', () => {
		expect(property('customUrl')?.displayOptions).toEqual({ show: { region: ['custom'] } });
	});

	test('is the one that the node uses', () => {
		expect(new ExactOnline().description.credentials).toEqual([
			{ name: credential.name, required: true },
		]);
	});

	test('has documentation that exists', () => {
		const page = credential.documentationUrl.split('/blob/main/')[1] ?? '';
		expect(readFileSync(join(root, page), 'utf8')).toContain('# ');
	});
});
