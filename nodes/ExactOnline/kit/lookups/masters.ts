import type { TroubleCode } from '../../exact/errors/trouble';
import { all, any, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import type { Relation } from '../../records/account';
import type { RecordType } from '../../records/record';
import type { MasterLookUp, SearchRequest, SearchResult } from './lookUp';

interface MasterWords {
	label: string;
	noun: string;
	searchMethod: string;
	codeExample: string;
	codeWidth?: number;
	unknown: TroubleCode;
	/** What bookings look at besides key, code and description. */
	looksAt?: readonly string[];
	/** What the list in the editor holds, where that is not everything. */
	listed?: Condition;
}

/** A list of masters with a code and a description: ledger accounts, journals, VAT codes. */
export function master(record: RecordType, words: MasterWords): MasterLookUp {
	const { looksAt = [], listed, codeWidth = 20, ...rest } = words;
	const code = record.code ?? record.key;
	const select = [...new Set([record.key, code, 'Description'])];
	return {
		...rest,
		record,
		codeWidth,
		listValue: 'code',
		inDivision: true,
		isShort: true,
		select: [...select, ...looksAt],
		search: async (session, request) =>
			await searchBy(record, ['Description', code], code, listed, session, request),
	};
}

/** Clients or suppliers: many, with a padded code, kept by ID. */
export function relationLookUp(
	label: string,
	noun: string,
	searchMethod: string,
	{ record, role }: Relation,
): MasterLookUp {
	const looksAt = ['ID', 'Code', 'Name', 'Status', 'IsSupplier', 'Blocked', 'EndDate'];
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
		select: looksAt,
		search: async (session, request) =>
			await searchBy(record, ['Name', 'Code'], 'ID', role, session, request),
	};
}

/** One page of a list, by name, of what holds the text in its name or code. */
async function searchBy(
	record: RecordType,
	[name, code]: readonly [string, string],
	value: string,
	within: Condition | undefined,
	session: Session,
	{ division, text, from }: SearchRequest,
): Promise<SearchResult> {
	const select = [...new Set([value, code, name])];
	const found = text === '' ? undefined : any(contains(name, text), contains(code, text));
	const where = all(within, found);
	const { rows, next } = await session.page(record, {
		division,
		select,
		where,
		orderBy: name,
		from,
	});
	const items = rows.map((row) => ({
		name: `${textOf(row[name])} (${textOf(row[code])})`,
		value: textOf(row[value]),
	}));
	return { items, next };
}

function contains(field: string, text: string): Condition {
	return { field, contains: text };
}
