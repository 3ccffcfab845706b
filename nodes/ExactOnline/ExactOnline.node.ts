import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { realWorld } from './exact/world';
import { describe } from './kit/describe';
import { listSearches } from './kit/listSearch';
import { runner } from './kit/runner';
import * as declared from './resources';

const resources = Object.values(declared);

export class ExactOnline implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Exact Online',
		name: 'exactOnline',
		icon: {
			light: 'file:../../icons/exactOnline.svg',
			dark: 'file:../../icons/exactOnline.dark.svg',
		},
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and book in the accounting of Exact Online',
		defaults: { name: 'Exact Online' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'exactOnlineOAuth2Api', required: true }],
		properties: describe(resources, declared.client),
	};

	methods: INodeType['methods'];

	execute: INodeType['execute'];

	/** n8n calls `execute` with its own `this`, so clock and sleep come in through the constructor. */
	constructor(world = realWorld) {
		this.execute = runner(resources, world);
		this.methods = { listSearch: listSearches(world) };
	}
}
