import type { Session } from '../../nodes/ExactOnline/exact/session.js';
import { outputFields, presenter, type OutputMode } from '../../nodes/ExactOnline/kit/output.js';
import { client } from '../../nodes/ExactOnline/records/account.js';
import { address } from '../../nodes/ExactOnline/records/address.js';
import { division } from '../../nodes/ExactOnline/records/division.js';
import { columnsOf } from '../../nodes/ExactOnline/records/record.js';
import { read, refusal } from './fieldReading.cjs';

/** A session of which only the clocks are asked; how often is counted. */
function clockSession(now = Date.UTC(2026, 5, 25, 23, 30)) {
	const asked = { times: 0 };
	const session = {
		today: () => '2026-06-26',
		connection: { world: { now: () => now } },
		me: () => {
			asked.times++;
			return Promise.resolve({
				userId: 'x',
				currentDivision: 1,
				zone: { name: 'Europe/Amsterdam' },
			});
		},
	} as unknown as Session;
	return { session, asked };
}

const { record } = client;
const fields = outputFields(record);
const present = async (output: OutputMode, fieldsToReturn: string[] = [], of = record) => {
	const { session, asked } = clockSession();
	const shown = await presenter(of, { division: 123, output, fieldsToReturn }, session);
	return { ...shown, asked: asked.times };
};

const row = {
	ID: '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
	Code: '             10023',
	Name: 'Jansen & Zn',
	EndDate: '/Date(1782345600000)/',
	Modified: '/Date(1782405060220)/',
};

describe('the output', () => {
	test('is simplified until somebody chooses otherwise', () => {
		expect(fields.output?.property.default).toBe('simplified');
		expect(fields.fieldsToReturn?.property.default).toEqual([]);
	});

	test('offers every readable field but the ID, by names that people read', () => {
		const options = fields.fieldsToReturn?.property.options as Array<{
			name: string;
			value: string;
		}>;
		const shown = Object.keys(record.shows).filter((name) => name !== 'id');
		expect(options.map((option) => option.value).sort()).toEqual(shown.sort());
		expect(options.map((option) => option.name)).toEqual(
			expect.arrayContaining([
				'VAT Number',
				'Ledger Account ID',
				'Is Active',
				'Search Code',
				'Name',
			]),
		);
	});

	test.each([
		['vatNumber,  name', ['vatNumber', 'name']],
		[['name'], ['name']],
	])('takes fields from an expression: %j', (value, expected) => {
		expect(read(fields.fieldsToReturn!, value)).toEqual(expected);
	});

	test('names the fields that there are when one is not known', () => {
		const error = refusal(fields.fieldsToReturn!, ['VATNumber']);
		expect(error.message).toBe('\'Fields to Return\' contains "VATNumber"');
		expect(error.description).toContain('vatNumber');
	});
});

describe('simplified output', () => {
	test('asks for the columns that it shows, and for the clock of the server once', async () => {
		const { columns, show, asked } = await present('simplified');
		expect(columns).toEqual(columnsOf(record));
		expect(asked).toBe(1);
		expect(show(row)).toMatchObject({
			division: 123,
			id: row.ID,
			code: '10023',
			endDate: '2026-06-25',
			modified: '2026-06-25T14:31:00.220Z',
			// Half past eleven in UTC, it is the 26th for the server.
			isActive: false,
		});
	});

	test('of a record without moments asks for no clock', async () => {
		expect((await present('simplified', [], division)).asked).toBe(0);
	});
});

describe('selected fields', () => {
	test('come with ID and division, and cost no more columns than they need', async () => {
		const { columns, show, asked } = await present('selected', ['name', 'vatNumber']);
		expect(columns).toEqual(['ID', 'Name', 'VATNumber']);
		expect(asked).toBe(0);
		expect(show(row)).toEqual({ division: 123, id: row.ID, name: 'Jansen & Zn', vatNumber: null });
	});

	test('that are none leave ID and division', async () => {
		const { columns, show } = await present('selected');
		expect(columns).toEqual(['ID']);
		expect(show(row)).toEqual({ division: 123, id: row.ID });
	});

	test('with a moment ask for the clock', async () => {
		expect((await present('selected', ['modified'])).asked).toBe(1);
	});
});

describe('raw output', () => {
	test('has all columns, names and values of Exact', async () => {
		const { columns, columnsOf: ofPart, show, asked } = await present('raw');
		expect(columns).toEqual(expect.arrayContaining(['ID', 'DunsNumber', 'Modified']));
		expect(columns).not.toContain('Logo');
		expect(ofPart(address)).toContain('FreeTextField_01');
		expect(asked).toBe(0);
		expect(show(row)).toEqual({ Division: 123, ...row });
	});

	test('of a division says which it is by its own code', async () => {
		const { show } = await present('raw', [], division);
		expect(show({ Code: 42 })).toEqual({ Division: 42, Code: 42 });
	});
});
