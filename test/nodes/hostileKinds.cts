import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision } from '../harness/inputs.cjs';
import { purchase, sale } from '../harness/invoices.cjs';

/** An operation whose answers are changed. */
export interface HostileKind {
	name: string;
	parameters: INodeParameters;
	/** Each row of the last answer becomes an item of its own. */
	isRowByRow?: true;
	/** Something is booked: it is not asked for again. */
	isWrite?: true;
}

const few = { limit: 2 };
const list = (resource: string): HostileKind => ({
	name: resource,
	parameters: inDivision(resource, 'getAll', few),
});
const rowByRow = (resource: string): HostileKind => ({ ...list(resource), isRowByRow: true });

/** What people use most. */
export const mainKinds: readonly HostileKind[] = [
	list('journalEntry'),
	list('invoice'),
	list('outstandingItem'),
	rowByRow('client'),
	{
		name: 'balances',
		parameters: inDivision('ledgerAccount', 'getBalances', { to: '2026-02' }),
	},
	{ name: 'suggested matchings', parameters: inDivision('matching', 'suggest') },
	{ name: 'a sale', parameters: sale('HOSTILE-1'), isWrite: true },
];

/** The others. */
export const moreKinds: readonly HostileKind[] = [
	list('financialEntry'),
	list('bookyear'),
	...['contact', 'ledgerAccount', 'paymentTerm', 'vatCode', 'journal', 'analyticPlan'].map(
		rowByRow,
	),
	{
		...rowByRow('supplier'),
		parameters: inDivision('supplier', 'getAll', { ...few, output: 'raw' }),
	},
	{ name: 'division', parameters: { resource: 'division', operation: 'getAll', ...few } },
	{
		name: 'a client with its parts',
		parameters: inDivision('client', 'get', {
			relation: by('code', '1049'),
			options: { include: ['addresses', 'contacts', 'bankAccounts'] },
		}),
	},
	{
		name: 'API Request',
		parameters: inDivision('apiRequest', 'send', {
			...{ method: 'GET', path: 'crm/Contacts', query: '$select=ID,Account', limit: 3 },
		}),
	},
	{ name: 'a purchase', parameters: purchase('HOSTILE-2'), isWrite: true },
	{
		name: 'a new client',
		parameters: inDivision('client', 'create', { name: 'Hostile BV' }),
		isWrite: true,
	},
	{
		name: 'a general entry',
		parameters: inDivision('journalEntry', 'create', {
			...{ journal: by('code', '90'), date: '2026-03-10', specifyLines: 'json' },
			linesJson: JSON.stringify([
				{ ledgerAccount: '4100', debit: 10 },
				{ ledgerAccount: '1150', credit: 10 },
			]),
		}),
		isWrite: true,
	},
];
