import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { knownIn, readings } from './readingCases.cjs';

/*
 * A day is a day wherever the workflow runs, and a moment is what Exact's server shows on its clock. The books are the
 * same for all: what differs is where the workflow runs, and in which zone `current/Me` says that the server stands. What
 * is entered is what a workflow there would have: days with the offset of its zone, moments without any.
 */

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const zones = [
	{ timezone: 'Europe/Brussels', winter: '+01:00' },
	{ timezone: 'America/Los_Angeles', winter: '-08:00' },
	{ timezone: 'Pacific/Auckland', winter: '+13:00' },
] as const;

/** What `current/Me` says in March, and the server's zone; hours of its offset in winter. */
const servers = [
	{ offset: 3600, server: 'Europe/Amsterdam', hours: 1 },
	{ offset: -4 * 3600, server: 'America/New_York', hours: -5 },
	{ offset: 5.5 * 3600, server: 'Asia/Kolkata', hours: 5.5 },
] as const;

type Zone = (typeof zones)[number] & (typeof servers)[number];
const [usual, ...others] = zones.flatMap((zone) =>
	servers.map((server): Zone => ({ ...zone, ...server })),
);

/** What the clock of a zone shows, as text in the order of time. */
const clocks = new Map<string, (instant: string) => string>();
function clockOf(timeZone: string): (instant: string) => string {
	const known = clocks.get(timeZone);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	});
	const clock = (instant: string) => format.format(new Date(instant));
	clocks.set(timeZone, clock);
	return clock;
}

/** The parameters as a workflow in the zone would hold them: the moment at which the server shows the same clock. */
function enteredIn({ timezone, winter, hours }: Zone, parameters: INodeParameters) {
	const moved = (instant: string) =>
		new Date(Date.parse(instant) + (1 - hours) * 3_600_000).toISOString();
	const text = JSON.stringify(parameters)
		.replaceAll(/"(\d{4}-\d\d-\d\d)"/g, `"$1T00:00:00.000${winter}"`)
		.replaceAll(/"(\d{4}-\d\d-\d\dT[\d:]+Z)"/g, (_, instant: string) =>
			JSON.stringify(clockOf(timezone)(moved(instant)).replace(' ', 'T')),
		);
	return JSON.parse(text) as INodeParameters;
}

/** The filters that were sent. */
async function filters(): Promise<Array<string | undefined>> {
	const log = await bench.sandbox.log();
	return log.filter(({ endpoint }) => endpoint !== 'current/Me').map(({ query }) => query.$filter);
}

/** Moments that are shown, as what the server's clock showed then. */
const shown = ({ server }: Zone, json: readonly IDataObject[]): unknown =>
	JSON.parse(
		JSON.stringify(json).replaceAll(/"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g, (_, instant: string) =>
			JSON.stringify(clockOf(server)(instant)),
		),
	);

interface Seen {
	json: unknown;
	filters: unknown;
}

async function readIn(zone: Zone): Promise<Map<string, Seen>> {
	await bench.reset();
	await bench.sandbox.settings({ minuteLimit: 1e6, dayLimit: 1e6 });
	const known = await knownIn(bench);
	const me = { UserID: NL, CurrentDivision: NL, ServerUtcOffset: zone.offset };
	const fault = { kind: 'status', status: 200, body: { d: { results: [me] } } } as const;
	await bench.sandbox.faults([{ match: { path: 'current/Me' }, times: 999, fault }]);
	const seen = new Map<string, Seen>();
	for (const [name, reading] of Object.entries(readings)) {
		await bench.sandbox.clearLog();
		const parameters = enteredIn(zone, reading(known).at(-1) ?? {});
		const { json } = await bench.run(parameters, { timezone: zone.timezone });
		seen.set(name, { json: shown(zone, json), filters: await filters() });
	}
	return seen;
}

describe('every reading operation', () => {
	let expected: Map<string, Seen>;
	beforeAll(async () => {
		expected = await readIn(usual!);
	});

	test.each(others)(
		'has the same filters and output in $timezone with a server in $server',
		async (zone) => {
			const found = await readIn(zone);
			for (const [name, seen] of found)
				expect({ name, ...seen }).toEqual({ name, ...expected.get(name) });
			expect(found.size).toBe(Object.keys(readings).length);
		},
	);
});

describe('today, half an hour before midnight in UTC', () => {
	const days = ['2026-03-17', '2026-03-16', '2026-03-17'];
	const cases = zones.map(({ timezone }, at) => ({ timezone, today: days[at]! }));
	beforeAll(async () => await bench.reset('strict', Date.UTC(2026, 2, 16, 23, 30)));

	test.each(cases)('ageing counts to $today in $timezone', async ({ timezone, today }) => {
		const open = (filters = {}) =>
			bench.run(inDivision('outstandingItem', 'getAll', { returnAll: true, filters }), {
				timezone,
			});
		const { json } = await open();
		const overdue = (due: unknown) =>
			Math.max(0, (Date.parse(today) - Date.parse(String(due))) / 86_400_000);
		expect(json.map((one) => one.daysOverdue)).toEqual(json.map((one) => overdue(one.dueDate)));
		const isLate = ({ dueDate }: IDataObject) => overdue(dueDate) > 0 && overdue(dueDate) <= 30;
		const late = await open({ ageing: ['days1To30'] });
		expect(late.json).toEqual(json.filter(isLate));
		expect(late.json.length).toBeGreaterThan(0);
	});

	test.each(cases)(
		'who ended on the 16th is active on $today in $timezone',
		async ({ timezone, today }) => {
			const ended = { ID: '44444444-4444-4444-8444-000000000016', Code: '98765', Name: 'Ended BV' };
			await bench.sandbox.insert(NL, 'Accounts', [
				{ ...ended, Status: 'C', EndDate: '2026-03-16' },
			]);
			const filters = { activeOnly: true, code: ended.Code };
			const parameters = inDivision('client', 'getAll', { filters });
			const { json } = await bench.run(parameters, { timezone });
			expect(json).toHaveLength(today === '2026-03-16' ? 1 : 0);
		},
	);
});
