import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

export const IBAN = 'NL91 ABNA 0417 1643 00';

export const kinds = [
	{ kind: 'client', side: 'Sales', control: '1301', controlColumn: 'GLAR' },
	{ kind: 'supplier', side: 'Purchase', control: '1601', controlColumn: 'GLAP' },
];
export const cases = (['strict', 'lenient'] as const).flatMap((profile) =>
	kinds.map((kind) => ({ profile, ...kind })),
);
export const hasRole = (kind: string, row?: Row) =>
	kind === 'client' ? row?.Status === 'C' : row?.IsSupplier === true;

/** Parameters that write relations of a kind; what is not named is `Acme BV`. */
export const writes = (kind: string) => ({
	create: (name: string, additionalFields: INodeParameters = {}, more: INodeParameters = {}) =>
		inDivision(kind, 'create', { name, additionalFields, ...more }),
	upsert: (matchBy: string, matchValue: string, more: INodeParameters = {}) =>
		inDivision(kind, 'upsert', { matchBy, matchValue, name: 'Acme BV', ...more }),
	update: (id: unknown, updateFields: INodeParameters = {}, more: INodeParameters = {}) =>
		inDivision(kind, 'update', { relation: by('id', String(id)), updateFields, ...more }),
	remove: (id: unknown) => inDivision(kind, 'delete', { relation: by('id', String(id)) }),
});

/** What a bench's sandbox holds and has seen of the Dutch company. */
export function looks(bench: () => Bench) {
	const records = async (entity: string, owner?: unknown) =>
		(await bench().sandbox.records(NL, entity)).filter(
			({ Account }) => owner === undefined || Account === owner,
		);
	const accounts = async () => await records('Accounts');
	/** The calls since the last look, without those for the clock. */
	const calls = async () => {
		const made = (await bench().calls()).filter((call) => !call.includes('current/Me'));
		await bench().sandbox.clearLog();
		return made;
	};
	return {
		records,
		calls,
		written: async () => (await calls()).filter((call) => /^(POST|PUT|DELETE) crm/.test(call)),
		account: async (id: unknown) => (await accounts()).find(({ ID }) => ID === id),
		named: async (name: string) => (await accounts()).filter(({ Name }) => Name === name),
		existing: async (kind: string) => (await accounts()).find((row) => hasRole(kind, row))!,
		onlyOther: async (kind: string) =>
			(await accounts()).find((row) => !hasRole(kind, row) && row.VATNumber !== undefined)!,
		make: async (kind: string, fields: INodeParameters = {}, more: INodeParameters = {}) => {
			const { json } = await bench().run(writes(kind).create('Acme BV', fields, more));
			await bench().sandbox.clearLog();
			return json[0] as IDataObject;
		},
	};
}
