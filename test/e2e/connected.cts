import { connectOverHttp } from '../../demo/connect.cjs';
import { saveCredential, type Credential } from '../../demo/n8n-credentials.cjs';
import { NL } from '../harness/inputs.cjs';
import type { LogEntry, Row } from '../harness/sandbox.cjs';
import { install, type Installation } from './installation.cjs';

/** These tests run in one minute what Exact would make wait for the next. */
export const noWaiting = { minuteLimit: 600 };

/** An n8n whose credential is connected to its sandbox. */
export interface Connected extends Installation {
	readonly credential: Credential;
}

export async function connected(name: string): Promise<Connected> {
	const installation = await install(name);
	const { session, sandbox, fields } = installation;
	const credential = await saveCredential(session, 'Exact Online account', fields);
	await connectOverHttp(session, credential);
	await sandbox.settings(noWaiting);
	return { ...installation, credential };
}

/** The calls in their order. */
export const callsOf = (log: readonly LogEntry[]): string[] =>
	log.map(({ method, endpoint }) => `${method} ${endpoint}`);

export const writesOf = (log: readonly LogEntry[]): string[] =>
	callsOf(log).filter((call) => !call.startsWith('GET '));

/** How much there is of everything that a booking could leave behind. */
export async function amounts({ sandbox }: Installation): Promise<Record<string, number>> {
	const entities = ['Accounts', 'PurchaseEntries', 'SalesEntries', 'TransactionLines'];
	const all = [...entities, 'BankAccounts', 'Documents', 'DocumentAttachments'].map(
		async (entity): Promise<[string, number]> => {
			const rows: Row[] = await sandbox.records(NL, entity);
			return [entity, rows.length];
		},
	);
	return Object.fromEntries(await Promise.all(all));
}
