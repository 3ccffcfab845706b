import type { INode, INodeParameters } from 'n8n-workflow';

import * as resources from '../../nodes/ExactOnline/resources/index.js';
import { credentialType, type Credential } from '../../demo/n8n-credentials.cjs';
import type { WorkflowFile } from '../../demo/n8n-workflows.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import type { Row, Sandbox } from '../harness/sandbox.cjs';
import { knownIn, readings } from '../nodes/readingCases.cjs';

/** Operations that serve rows of the coverage list, by their name in workflows: `client.getAll`. */
export const servedRows: ReadonlyMap<string, readonly string[]> = new Map(
	Object.values(resources).flatMap(({ value, operations }) =>
		operations
			.filter(({ rows }) => rows.length > 0)
			.map((operation) => [`${value}.${operation.value}`, operation.rows] as const),
	),
);

const code = (value: string) => by('code', value);
const inJson = (lines: unknown) => ({ specifyLines: 'json', linesJson: JSON.stringify(lines) });
const accrual = inJson([
	{ ledgerAccount: '4100', debit: 100 },
	{ ledgerAccount: '1700', credit: 100 },
]);

/** One run of each operation that changes something, in the Dutch company of the demo. */
async function writings(sandbox: Sandbox): Promise<Record<string, INodeParameters>> {
	const terms = await Promise.all(
		['Payments', 'Receivables'].map(async (side) => await sandbox.records(NL, side)),
	);
	const entries = (...numbers: number[]) =>
		terms
			.flat()
			.filter(({ EntryNumber }) => numbers.includes(Number(EntryNumber)))
			.map(({ TransactionEntryID }: Row) => String(TransactionEntryID));
	const bank = { journal: code('20'), date: '2026-06-12' };
	const received = [
		{ client: '1005', amount: 62.51 },
		{ ledgerAccount: '9200', amount: -12.5 },
	];
	// What the financial entry has received pays this invoice.
	const paid = `{ client: '1005', entries: ['${entries(25700005)[0] ?? ''}', $('financialEntry.create').first().json.id] }`;
	return {
		'analyticAccount.create': { code: 'E2E', name: 'Every row' },
		'analyticAccount.update': { costCenter: code('VERK'), updateFields: { name: 'Sales' } },
		'attachment.upload': { entryId: entries(26600004)[0] ?? '', options: { ifExists: 'add' } },
		'client.create': { name: 'Every Row BV' },
		'client.update': { relation: code('1022'), updateFields: { remarks: 'Every row' } },
		'financialEntry.create': { ...bank, ...inJson(received) },
		'invoice.create': {
			...{ kind: 'supplierInvoice', supplier: code('5084'), reference: 'E2E-ROWS' },
			...{ invoiceDate: '2026-03-10' },
			...inJson([{ ledgerAccount: '4100', amount: 100, vatCode: '4' }]),
		},
		'journalEntry.create': { ...accrual, journal: code('90'), date: '2026-06-12' },
		'matching.match': {
			...{ side: 'supplier', supplier: code('1073'), difference: 'leaveOpen' },
			entries: entries(25610002, 25600003).join(),
		},
		'matching.matchMultiple': { matchings: `={{ JSON.stringify([${paid}]) }}` },
		'miscellaneousOperation.create': { ...accrual, date: '2026-06-12' },
		'supplier.create': { name: 'Every Row NV' },
		'supplier.update': { relation: code('5084'), updateFields: { remarks: 'Every row' } },
	};
}

/** A workflow in which every operation that serves a row runs once, each for itself. */
export async function everyOperation(
	sandbox: Sandbox,
	credential: Credential,
): Promise<WorkflowFile> {
	const known = await knownIn({ sandbox });
	const writing = await writings(sandbox);
	const parametersOf = (name: string): INodeParameters => {
		const [reading] = readings[name]?.(known) ?? [];
		const [resource = '', operation = ''] = name.split('.');
		return reading ?? inDivision(resource, operation, writing[name]);
	};
	const nodes = [...servedRows.keys()].map((name, index) => ({
		...n8nNode(name, 'n8n-nodes-exactonline.exactOnline', [440, index * 160]),
		parameters: parametersOf(name),
		credentials: { [credentialType]: { id: credential.id, name: credential.name } },
		onError: 'continueRegularOutput' as const,
	}));
	const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
	return {
		name: 'Every operation that serves a row',
		nodes: [
			n8nNode('Start', 'n8n-nodes-base.manualTrigger', [0, 0]),
			{
				...n8nNode('A File', 'n8n-nodes-base.convertToFile', [220, 0], 1.1),
				parameters: { operation: 'toJson', options: { fileName: 'every-row.json' } },
			},
			...nodes,
		],
		connections: {
			Start: { main: [[to('A File')]] },
			'A File': { main: [nodes.map(({ name }) => to(name))] },
		},
		settings: { executionOrder: 'v1' },
	};
}

function n8nNode(name: string, type: string, position: [number, number], typeVersion = 1): INode {
	return { id: name, name, type, typeVersion, position, parameters: {} };
}
