import type { Row } from '../../nodes/ExactOnline/exact/source.js';
import { client, supplier } from '../../nodes/ExactOnline/records/account.js';
import { activeEmployment } from '../../nodes/ExactOnline/records/activeEmployment.js';
import { address } from '../../nodes/ExactOnline/records/address.js';
import { bankAccount } from '../../nodes/ExactOnline/records/bankAccount.js';
import { bookyear } from '../../nodes/ExactOnline/records/bookyear.js';
import { contact, contactOfRelation } from '../../nodes/ExactOnline/records/contact.js';
import { costcenter } from '../../nodes/ExactOnline/records/costcenter.js';
import { costunit } from '../../nodes/ExactOnline/records/costunit.js';
import { currency } from '../../nodes/ExactOnline/records/currency.js';
import { division, isActiveDivision } from '../../nodes/ExactOnline/records/division.js';
import { document } from '../../nodes/ExactOnline/records/document.js';
import { documentAttachment } from '../../nodes/ExactOnline/records/documentAttachment.js';
import { employee } from '../../nodes/ExactOnline/records/employee.js';
import { purchaseEntryLine, salesEntryLine } from '../../nodes/ExactOnline/records/entryLines.js';
import { financialPeriod } from '../../nodes/ExactOnline/records/financialPeriod.js';
import { categoryOf, glAccount } from '../../nodes/ExactOnline/records/glAccount.js';
import { journal } from '../../nodes/ExactOnline/records/journal.js';
import { journalStatus } from '../../nodes/ExactOnline/records/journalStatus.js';
import { ownBankAccount } from '../../nodes/ExactOnline/records/ownBankAccount.js';
import { paymentCondition } from '../../nodes/ExactOnline/records/paymentCondition.js';
import { project } from '../../nodes/ExactOnline/records/project.js';
import { purchaseEntry } from '../../nodes/ExactOnline/records/purchaseEntry.js';
import { salesEntry } from '../../nodes/ExactOnline/records/salesEntry.js';
import { transactionLine } from '../../nodes/ExactOnline/records/transactionLine.js';
import { vatCode } from '../../nodes/ExactOnline/records/vatCode.js';
import { vatPercentage } from '../../nodes/ExactOnline/records/vatPercentage.js';
import {
	allColumns,
	columnsOf,
	needsZone,
	raw,
	readable,
	schemaOf,
	type RecordType,
} from '../../nodes/ExactOnline/records/record.js';
import type { JsonSchema, ReadContext } from '../../nodes/ExactOnline/records/shows.js';
import { filteredFields } from '../../nodes/ExactOnline/exact/odata/filter.js';

const records: Array<[string, RecordType]> = [
	['client', client.record],
	['supplier', supplier.record],
	['address', address],
	['bank account', bankAccount],
	['bookyear', bookyear],
	['contact', contact],
	['contact of a relation', contactOfRelation],
	['cost center', costcenter],
	['cost unit', costunit],
	['currency', currency],
	['division', division],
	['document', document],
	['document attachment', documentAttachment],
	['employee', employee],
	['employment', activeEmployment],
	['financial period', financialPeriod],
	['journal', journal],
	['journal status', journalStatus],
	['ledger account', glAccount],
	['own bank account', ownBankAccount],
	['payment term', paymentCondition],
	['project', project],
	['purchase entry', purchaseEntry],
	['purchase entry line', purchaseEntryLine],
	['sales entry', salesEntry],
	['sales entry line', salesEntryLine],
	['transaction line', transactionLine],
	['VAT code', vatCode],
	['VAT percentage', vatPercentage],
];
const context: ReadContext = {
	division: 123,
	zone: { name: 'Europe/Amsterdam' },
	today: '2026-06-25',
};

/** A value as Exact writes it, padded or quoted or as a number, by the type of the column. */
const samples: Record<string, unknown> = {
	Guid: '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
	String: ' 1  ',
	DateTime: '/Date(1782405060220)/',
	Byte: 1,
	Int16: 1,
	Int32: 20,
	Int64: '42',
	Double: 12.5,
	Boolean: true,
	Collection: { __deferred: { uri: 'x' } },
};

const rowOf = (type: RecordType, value: (edm: string) => unknown): Row =>
	Object.fromEntries(Object.entries(type.columns).map(([name, edm]) => [name, value(edm)]));

/** Where a value is not of its schema's type; null fits everywhere. */
function misfits(schema: JsonSchema, value: unknown, path = ''): string[] {
	if (value === null) return [];
	if (value === undefined) return [`${path} is missing`];
	if (Array.isArray(value)) {
		if (schema.type !== 'array') return [`${path} is a list`];
		return value.flatMap((one, at) =>
			misfits(schema.items ?? { type: 'object' }, one, `${path}[${at}]`),
		);
	}
	if (typeof value === 'object') {
		const known = schema.properties ?? {};
		const surplus = Object.keys(value).filter((name) => !(name in known));
		const inner = Object.entries(known).flatMap(([name, one]) =>
			misfits(one, (value as Row)[name], `${path}.${name}`),
		);
		return [...surplus.map((name) => `${path}.${name} is not in the schema`), ...inner];
	}
	const type = Number.isInteger(value) && schema.type === 'integer' ? 'integer' : typeof value;
	return type === schema.type ? [] : [`${path} is a ${type}, not a ${schema.type}`];
}

describe.each(records)('the record of a %s', (_, type) => {
	test('shows, filters and keys only columns that it has', () => {
		const named = [
			...columnsOf(type),
			type.key,
			...(type.code === undefined ? [] : [type.code]),
			...(type.divisionColumn === undefined ? [] : [type.divisionColumn]),
			...(type.mandatoryFilter ?? []),
			...(type.bulkFilters ?? []),
			...Object.keys(type.padded ?? {}),
		];
		expect(named.filter((name) => !(name in type.columns))).toEqual([]);
	});

	test('names every column once, and each is a plain name', () => {
		const names = Object.keys(type.columns);
		expect(names.filter((name) => !/^[A-Z][A-Za-z0-9_]*$/.test(name))).toEqual([]);
		expect(names.length).toBeGreaterThan(5);
	});

	test('reads all columns but collections and pictures for raw output', () => {
		const left = Object.keys(type.columns).filter((name) => !allColumns(type).includes(name));
		expect(left.every((name) => ['Collection', 'Binary'].includes(type.columns[name] ?? ''))).toBe(
			true,
		);
	});

	test.each([
		['full', (edm: string) => samples[edm]],
		['empty', () => null],
		['half-read', () => undefined],
	])('reads a %s row into the schema', (_name, value) => {
		const json = readable(type, rowOf(type, value), context);
		const { properties } = schemaOf(type);
		const own = Object.entries(properties ?? {}).filter(([name]) => !(name in type.parts));
		if (value('Guid') === undefined && type.divisionColumn !== undefined) delete json.division;
		else
			expect(json.division).toBe(type.divisionColumn === undefined ? 123 : Number(value('Int32')));
		const { division: whole, ...rest } = Object.fromEntries(own);
		expect(whole).toEqual({ type: 'integer' });
		delete json.division;
		expect(misfits({ type: 'object', properties: rest }, json)).toEqual([]);
	});

	test('leaves no padding, no /Date()/ and no undefined in the readable form', () => {
		const text = JSON.stringify(
			readable(
				type,
				rowOf(type, (edm) => samples[edm]),
				context,
			),
		);
		expect(text).not.toMatch(/\/Date\(|" 1|1 {2}"|__deferred/);
		expect(Object.keys(schemaOf(type).properties ?? {})).toEqual(
			expect.arrayContaining(['division', 'id']),
		);
	});

	test('asks for the columns that a field needs, and always for the key', () => {
		expect(columnsOf(type, [])).toEqual([type.key]);
		for (const field of Object.keys(type.shows)) {
			const row = rowOf(type, (edm) => samples[edm]);
			const needed = columnsOf(type, [field]);
			const lean = Object.fromEntries(needed.map((name) => [name, row[name]]));
			expect(readable(type, lean, context, [field])).toEqual(
				expect.objectContaining({ [field]: readable(type, row, context, [field])[field] }),
			);
		}
	});

	test('keeps names and values of Exact in raw output, and says the division', () => {
		const row = rowOf(type, (edm) => samples[edm]);
		const json = raw(type, row, context);
		expect(json).toMatchObject({ ...rowOf(type, (edm) => samples[edm]) });
		expect(json).toHaveProperty('Division');
	});

	test('asks for the zone of the server only when a moment is shown', () => {
		const moments = Object.keys(type.shows).filter((field) => needsZone(type, [field]));
		expect(moments).toEqual(
			Object.keys(type.shows).filter((name) => /^(created|modified)$/.test(name)),
		);
		expect(needsZone(type)).toBe(moments.length > 0);
	});

	test('has parts that point back to it by a column which they have', () => {
		for (const { name, record, parent, orderBy, ownerColumns } of Object.values(type.parts)) {
			expect(record.columns[parent]).toBe('Guid');
			expect(columnsOf(record)).toEqual(expect.arrayContaining(orderBy ? [orderBy] : []));
			expect(Object.keys(type.columns)).toEqual(expect.arrayContaining([...(ownerColumns ?? [])]));
			expect(name).toMatch(/^[A-Z]/);
			// A closed list of filters must hold the one by which parts are found.
			expect(record.bulkFilters ?? [parent]).toContain(parent);
		}
	});
});

describe('parts', () => {
	test('that were read in some of their columns show those, and nothing as empty', () => {
		const row = { SalesEntryLines: [{ ID: 'L1', GLAccountCode: '8000' }] };
		const { lines } = readable(salesEntry, row, context, []);
		expect(lines).toStrictEqual([{ id: 'L1', ledgerAccount: '8000' }]);
	});

	test('appear under their readable name without a division of their own', () => {
		const row = { ID: 'x', Addresses: [{ ID: 'y', Main: true, Type: 3 }], Contacts: [] };
		const json = readable(client.record, row, context, ['id']);
		expect(json).toMatchObject({
			id: 'x',
			contacts: [],
			addresses: [{ id: 'y', type: 'invoice', isMain: true }],
		});
		expect(json.addresses).not.toHaveProperty('0.division');
		expect(json).not.toHaveProperty('bankAccounts');
	});
});

describe('a client and a supplier', () => {
	test.each([
		['client', client, { Status: 'C' }, { Status: 'P', IsSupplier: true }],
		['client', client, { Status: 'C ' }, { Status: null }],
		['supplier', supplier, { IsSupplier: true, Status: 'C' }, { IsSupplier: false, Status: 'C' }],
		['supplier', supplier, { IsSupplier: true }, { IsSupplier: null }],
	])('%s is told by its role', (_, relation, one, other) => {
		expect(relation.isOne(one)).toBe(true);
		expect(relation.isOne(other)).toBe(false);
	});

	test('are asked for with a filter that Exact accepts as mandatory', () => {
		for (const { record, role } of [client, supplier]) {
			expect(record.mandatoryFilter).toEqual(expect.arrayContaining(filteredFields(role)));
		}
	});

	test('read the columns of their own side', () => {
		const mixed = [client, supplier].map(({ record }) => columnsOf(record).join(' '));
		expect(mixed[0]).not.toMatch(/Purchase|GLAP/);
		expect(mixed[1]).not.toMatch(/Sales|GLAR/);
	});

	test.each([
		[{ Blocked: false, EndDate: null }, true],
		[{ Blocked: true, EndDate: null }, false],
		[{ Blocked: false, EndDate: '/Date(1782345600000)/' }, true],
		[{ Blocked: false, EndDate: '/Date(1782259200000)/' }, false],
	])('with %j are active on 2026-06-25: %p', (row, expected) => {
		expect(readable(client.record, row, context).isActive).toBe(expected);
	});

	test.each([
		['C', 'customer'],
		['P', 'prospect'],
		['Q', 'Q'],
		['', null],
	])('with status %j are %p', (Status, expected) => {
		expect(readable(client.record, { Status }, context).status).toBe(expected);
	});
});

describe('a value', () => {
	test.each([
		['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
		['be68.5390.0754.7034', 'BE68539007547034'],
		['0417164300', null],
		[null, null],
		['', null],
	])('bank account %j has the IBAN %p', (BankAccount, iban) => {
		expect(readable(bankAccount, { BankAccount }, context).iban).toBe(iban);
	});

	test.each([
		['/Date(1782405060220)/', '2026-06-25T14:31:00.220Z'],
		['/Date(1768494660000)/', '2026-01-15T15:31:00.000Z'],
		[null, null],
	])('moment %j of a server in Amsterdam is %p', (Created, expected) => {
		expect(readable(client.record, { Created }, context).created).toBe(expected);
	});

	test('day is the same in every zone', () => {
		for (const offset of [-12, -5, 0, 1, 14]) {
			const there = { ...context, zone: { offsetMs: offset * 3_600_000 } };
			const row = { StartDate: '/Date(1723420800000)/' };
			expect(readable(client.record, row, there).startDate).toBe('2024-08-12');
		}
	});

	test.each([
		[{ Status: 1, BlockingStatus: 0, ArchiveDate: null }, true],
		[{ Status: 1, BlockingStatus: 0 }, true],
		[{ Status: 2, BlockingStatus: 0 }, false],
		[{ Status: 1, BlockingStatus: 1 }, false],
		[{ Status: 1, BlockingStatus: 0, ArchiveDate: '/Date(0)/' }, false],
		[{ Status: 1 }, false],
	])('division %j can be worked in: %p', (row, expected) => {
		expect(isActiveDivision(row)).toBe(expected);
	});
});

describe('a ledger account', () => {
	test.each([
		[{ Type: 12 }, 'bank'],
		[{ Type: 10 }, 'cash'],
		[{ Type: 16 }, 'otherFinancial'],
		[{ Type: 20 }, 'receivable'],
		[{ Type: 25 }, 'payable'],
		[{ Type: 24 }, 'vat'],
		[{ Type: 160 }, 'income'],
		[{ Type: 121 }, 'expense'],
		[{ Type: 150 }, 'otherExpense'],
		[{ Type: 30 }, 'other'],
		[{ Type: 90, BalanceType: 'W', BalanceSide: 'C' }, 'income'],
		[{ Type: 90, BalanceType: 'W', BalanceSide: 'D' }, 'expense'],
		[{ Type: 90, BalanceType: 'B', BalanceSide: 'C' }, 'other'],
		[{}, 'other'],
	])('%j is for %s', (row, expected) => {
		expect(categoryOf(row)).toBe(expected);
	});
});

describe('a VAT code', () => {
	test.each([
		[{ EUSalesListing: 'S', Type: 'B' }, 'eu'],
		[{ EUSalesListing: 'N', IntraStat: true, Type: 'E' }, 'eu'],
		[{ OssCountry: 'BE ', Type: 'E' }, 'eu'],
		[{ EUSalesListing: 'N', OssCountry: null, Type: 'B' }, 'unknown'],
		[{ Type: 'N' }, 'unknown'],
		[{ EUSalesListing: 'N', Type: 'I' }, 'national'],
		[{}, 'unknown'],
	])('%j is for use: %s', (row, expected) => {
		expect(readable(vatCode, row, context).scope).toBe(expected);
	});
});

describe('a journal', () => {
	test.each([
		[{ GLAccountCode: ' 1100', GLAccountType: 12 }, '1100', null],
		[{ GLAccountCode: '1300', GLAccountType: 20 }, '1300', null],
		[{ GLAccountCode: '1150', GLAccountType: 90 }, null, '1150'],
		[{ GLAccountCode: '1150', GLAccountType: 90, CounterpartAccountCode: '1100' }, '1100', '1150'],
		[{ GLAccountCode: null, GLAccountType: null }, null, null],
	])('%j stands for %s, suspense %s', (row, own, suspense) => {
		const shown = readable(journal, row, context);
		expect(shown).toMatchObject({ counterpartAccount: own, suspenseAccount: suspense });
	});
});

describe('a line of the ledger', () => {
	test.each([
		[12.5, 12.5, 0],
		[-12.5, 0, 12.5],
		[0, 0, 0],
		[null, null, null],
	])('of %p stands in debit for %p, in credit for %p', (AmountDC, debit, credit) => {
		expect(readable(transactionLine, { AmountDC }, context)).toMatchObject({ debit, credit });
	});
});
