import axios from 'axios';
import { PollContext } from 'n8n-core';
import type { INode, INodeExecutionData, Workflow } from 'n8n-workflow';

import { surroundings } from '../../harness/context.cjs';
import { NL } from '../../harness/inputs.cjs';
import { watchingWorkflow } from '../../harness/watchingWorkflow.cjs';
import type { Stopwatch } from '../measuring/stopwatch.cjs';
import type { Assignment, Scenario } from '../scenario.cjs';
import { ExactOnlineTrigger } from '../ways/node.cjs';

/** A Monday in May: all that the demo company has booked is older. */
const START = Date.UTC(2026, 4, 4, 0, 0, 20);
const BETWEEN = 5 * 60_000;
const lists = ['salesentry/SalesEntries', 'purchaseentry/PurchaseEntries'];

/** A trigger to which nothing happens: both kinds of invoices of one company, every five minutes, for a day. */
export const idleTrigger: Scenario = {
	key: 'trigger',
	name: 'New Invoice, both sides, idle for a day',
	count: 288,
	unit: 'polls',
	isChanging: true,
	prepare: async (sandbox, count) => {
		await sandbox.setClock(START);
		const parameters = {
			event: 'newInvoice',
			divisions: [NL],
			kinds: ['customerInvoice', 'supplierInvoice'],
		};
		return { parameters, records: count, calls: 2 * count, now: START };
	},
	isNeeded: ({ endpoint }) => lists.includes(endpoint),
	recordsOf: (log) => log.filter(({ endpoint }) => endpoint === lists[0]).length,
	countOf: (polls) => polls.length,
	run: async (assignment, stopwatch) => await pollAll(assignment, stopwatch),
	// The company, then what has changed since the last time.
	generic: async (exact, { needed }) => {
		for (let poll = 0; poll < needed.length / lists.length; poll++) {
			await exact.get('current/Me', { $select: 'CurrentDivision' });
			const since = new Date(START + (poll - 1) * BETWEEN).toISOString().slice(0, 19);
			const $filter = `Modified gt datetime'${since}'`;
			for (const path of lists) await exact.every(path, { $filter, $select: 'EntryID,Modified' });
		}
		return [];
	},
};

/** One item for each poll, since none of them has any. */
async function pollAll(
	assignment: Assignment,
	stopwatch: Stopwatch,
): Promise<INodeExecutionData[]> {
	let now = START;
	Date.now = () => now;
	const trigger = new ExactOnlineTrigger({
		now: () => now,
		sleep: async () => Promise.reject(new Error('An idle poll must not wait')),
	});
	const workflow = watchingWorkflow(trigger, assignment.parameters, {});
	const node = workflow.getNode('Exact Online Trigger');
	if (node === null) throw new Error('The workflow has lost its trigger');
	const polls: INodeExecutionData[] = [];
	for (let poll = 0; poll < assignment.records; poll++) {
		now = START + poll * BETWEEN;
		await axios.post(`${assignment.base}/control/clock`, { now });
		const context = pollContext(assignment, workflow, node, poll === 0);
		const output = await stopwatch.time(async () => await trigger.poll?.call(context));
		if (output?.[0]?.length) throw new Error('An idle trigger has brought something');
		polls.push({ json: {} });
	}
	return polls;
}

/** The first poll is that of the activation. */
function pollContext(
	{ credential }: Assignment,
	workflow: Workflow,
	node: INode,
	isFirst: boolean,
): PollContext {
	const surrounding = surroundings(credential);
	return new PollContext(workflow, node, surrounding, 'trigger', isFirst ? 'activate' : 'init');
}
