import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { realWorld } from './exact/world';
import { divisionOptions } from './kit/listSearch';
import { describeTrigger } from './trigger/describe';
import * as declared from './trigger/events';
import { poller } from './trigger/poll';

const events = Object.values(declared);

export class ExactOnlineTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Exact Online Trigger',
		name: 'exactOnlineTrigger',
		icon: {
			light: 'file:../../icons/exactOnline.svg',
			dark: 'file:../../icons/exactOnline.dark.svg',
		},
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when something is booked or changed in Exact Online',
		defaults: { name: 'Exact Online Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'exactOnlineOAuth2Api', required: true }],
		properties: describeTrigger(events, declared.newInvoice),
	};

	methods: INodeType['methods'];

	poll: INodeType['poll'];

	/** n8n calls `poll` with its own `this`, so clock and sleep come in through the constructor. */
	constructor(world = realWorld) {
		this.poll = poller(events, world);
		this.methods = { loadOptions: { getDivisions: divisionOptions(world) } };
	}
}
