import { Linter, type ESLint } from 'eslint';
import type { INodeProperties } from 'n8n-workflow';
import { parser } from 'typescript-eslint';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { ExactOnlineTrigger } from '../../nodes/ExactOnline/ExactOnlineTrigger.node.js';

const { properties } = new ExactOnline().description;

describe("n8n's own lint", () => {
	// The package brings no types along.
	const plugin = jest.requireActual<ESLint.Plugin>('eslint-plugin-n8n-nodes-base');
	const rules = Object.keys(plugin.rules ?? {})
		.filter((name) => name.startsWith('node-param-'))
		.filter((name) => name !== 'node-param-type-options-max-value-present')
		.map((name) => [`n8n-nodes-base/${name}`, 'error'] as const);
	const config: Linter.Config = {
		files: ['**/*.ts'],
		plugins: { 'n8n-nodes-base': plugin },
		languageOptions: { parser: parser as Linter.Parser },
		rules: Object.fromEntries(rules),
	};

	/** It reads source text, in which a generated panel does not stand: here it is written out. */
	const lint = (of: INodeProperties[]): string[] => {
		const panel = JSON.stringify(of, null, '\t').replace(/(?<!\\)"(\w+)":/g, '$1:');
		const source = `export class ExactOnline implements INodeType {\n\tdescription = { properties: ${panel} };\n}\n`;
		const found = new Linter().verify(source, [config], 'nodes/ExactOnline/ExactOnline.node.ts');
		return found.map(({ ruleId, message, line }) => `${ruleId ?? ''} ${message} (line ${line})`);
	};

	test.each([
		['the node', properties],
		['the trigger', new ExactOnlineTrigger().description.properties],
	])('finds nothing to say about the panel of %s', (_, panel) => {
		expect(lint(panel)).toEqual([]);
	});

	test('would find what is wrong with it', () => {
		expect(rules.length).toBeGreaterThan(60);
		const wrong: INodeProperties[] = [
			{ displayName: 'my limit', name: 'limit', type: 'number', default: 10, required: false },
			{
				displayName: 'Active',
				name: 'active',
				type: 'boolean',
				default: false,
				description: 'Only.',
			},
		];
		const names = ['default-wrong-for-limit', 'display-name-miscased', 'required-false'];
		names.push('boolean-without-whether', 'excess-final-period');
		for (const name of names) expect(lint(wrong).join()).toContain(name);
	});
});
