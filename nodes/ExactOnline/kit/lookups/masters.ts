import type { TroubleCode } from '../../exact/errors/trouble';
import { all, any, type Condition } from '../../exact/odata/filter';
import type { Page } from '../../exact/odata/page';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { Relation } from '../../records/account';
import { contactOfRelation } from '../../records/contact';
import { employee } from '../../records/employee';
import type { RecordType } from '../../records/record';
import type { MasterLookUp, SearchRequest } from './lookUp';

interface MasterWords {
	label: string;
	noun: string;
	searchMethod: string;
	codeExample: string;
	codeWidth?: number;
	unknown: TroubleCode;
	/** What bookings look at besides key, code and description. */
	looksAt?: readonly string[];
}

/** A list of masters with a code and a description, known by the code: ledger accounts, journals, VAT codes. */
export function master(record: RecordType, words: MasterWords): MasterLookUp {
	const { looksAt = [], codeWidth = 20, ...rest } = words;
	const code = record.code ?? record.key;
	return {
		...rest,
		record,
		codeWidth,
		listValue: 'code',
		inDivision: true,
		isShort: true,
		select: [...new Set([record.key, code, 'Description', ...looksAt])],
		search: async (session, request) => {
			const columns = { name: 'Description', code, orderBy: code };
			const { rows, next } = await searchRows(record, columns, undefined, session, request);
			const items = rows.map((row) => ({
				name: `${textOf(row[code])} ${textOf(row.Description)}`,
				value: textOf(row[code]),
			}));
			return { items, next };
		},
	};
}

/** Clients or suppliers: many, with a padded code, known by name and kept by ID. */
export function relationLookUp(
	label: string,
	noun: string,
	searchMethod: string,
	{ record, role, control }: Relation,
): MasterLookUp {
	return {
		label,
		noun,
		searchMethod,
		record,
		codeExample: 'e.g. 10023',
		codeWidth: record.padded?.Code ?? 18,
		listValue: 'id',
		inDivision: true,
		isShort: false,
		unknown: 'PARTNER',
		select: ['ID', 'Code', 'Name', 'Status', 'IsSupplier', 'Blocked', 'EndDate', control],
		search: async (session, request) => {
			const columns = { name: 'Name', code: 'Code', orderBy: 'Name' };
			const { rows, next } = await searchRows(record, columns, role, session, request);
			const items = rows.map((row) => ({
				name: nameWithCode(row, 'Name'),
				value: textOf(row.ID),
			}));
			return { items, next };
		},
	};
}

/** Employees: by their number, which is padded as that of relations is, and kept by ID. */
export const employeeLookUp: MasterLookUp = {
	label: 'Employee',
	noun: 'employee',
	searchMethod: 'searchEmployees',
	record: employee,
	codeExample: 'e.g. 12',
	codeWidth: employee.padded?.Code ?? 18,
	listValue: 'id',
	inDivision: true,
	isShort: false,
	unknown: 'PARTNER',
	select: ['ID', 'Code', 'FullName', 'Customer'],
	search: async (session, request) => {
		const columns = { name: 'FullName', code: 'Code', orderBy: 'FullName' };
		const { rows, next } = await searchRows(employee, columns, undefined, session, request);
		const items = rows.map((row) => ({
			name: nameWithCode(row, 'FullName'),
			value: textOf(row.ID),
		}));
		return { items, next };
	},
};

/** Persons at relations: by name in the list, and by the number that Exact gives them. */
export const contactLookUp: MasterLookUp = {
	label: 'Contact',
	noun: 'contact',
	searchMethod: 'searchContacts',
	record: { ...contactOfRelation, code: 'Code' },
	codeExample: 'e.g. 10023',
	codeWidth: contactOfRelation.padded?.Code ?? 18,
	listValue: 'id',
	inDivision: true,
	isShort: false,
	unknown: 'PARTNER',
	select: ['ID', 'Code', 'FullName', 'Account'],
	search: async (session, request) => {
		const columns = { name: 'FullName', code: 'AccountName', orderBy: 'FullName' };
		const { rows, next } = await searchRows(
			contactOfRelation,
			columns,
			undefined,
			session,
			request,
		);
		const items = rows.map((row) => ({
			name: `${textOf(row.FullName)} (${textOf(row.AccountName)})`,
			value: textOf(row.ID),
		}));
		return { items, next };
	},
};

/** `Jansen (1022)`; not everybody has a number. */
function nameWithCode(row: Row, name: string): string {
	const code = textOf(row.Code);
	return code === '' ? textOf(row[name]) : `${textOf(row[name])} (${code})`;
}

/** One page of what holds the text in its name or code, with the key. */
async function searchRows(
	record: RecordType,
	{ name, code, orderBy }: { name: string; code: string; orderBy: string },
	within: Condition | undefined,
	session: Session,
	{ division, text, from }: SearchRequest,
): Promise<Page> {
	const select = [...new Set([record.key, code, name])];
	const found = text === '' ? undefined : any(contains(name, text), contains(code, text));
	const where = all(within, found);
	return await session.page(record, { division, select, where, orderBy, from });
}

function contains(field: string, text: string): Condition {
	return { field, contains: text };
}
