import type { INodeParameters } from 'n8n-workflow';

import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { cost, inBelgium, purchase, revenue, runAll, sale } from '../harness/invoices.cjs';
import { generalWith } from '../harness/generalEntries.cjs';
import type { Bench, ShownError } from '../harness/n8n.cjs';
import type { TriggerBench } from '../harness/trigger.cjs';
import type { Diary } from './stormDiary.cjs';

const MINUTE = 60_000;

/** One workflow: what it does each time, and how often it starts. */
export interface Workflow {
	name: string;
	minutes: number;
	run(): Promise<void>;
	/** Goes on with what is left when the day is over. */
	finish?(): Promise<void>;
}

/** A workflow that reads; every run has to answer all rows. */
export function reader(
	bench: Bench,
	diary: Diary,
	name: string,
	minutes: number,
	parameters: INodeParameters,
	rows: number,
): Workflow {
	const run = async () => {
		const from = bench.world.now();
		const { json } = await bench.run(parameters, { continueOnFail: true });
		const isComplete = json.length === rows || json.some(({ code }) => code !== undefined);
		const gap = { code: 'GAP', error: `${json.length} of ${rows} rows` };
		diary.note(name, { from, at: bench.world.now() }, isComplete ? json : [gap]);
	};
	return { name, minutes, run };
}

const all = { returnAll: true, output: 'selected' };

/** Reads with one page and with many, in both companies. */
export async function readers(processes: readonly Bench[], diary: Diary): Promise<Workflow[]> {
	const [main] = processes as [Bench];
	const on = (n: number) => processes[n % processes.length] ?? main;
	const count = async (entity: string) => (await main.sandbox.records(NL, entity)).length;
	const everyAccount = inDivision('apiRequest', 'send', {
		...{
			method: 'GET',
			path: 'crm/Accounts',
			query: "$select=ID&$filter=Name ne ''",
			returnAll: true,
		},
	});
	const accounts = await count('Accounts');
	const journals = inDivision('journal', 'getAll', { ...all, fieldsToReturn: ['name'] });
	const one = inDivision('client', 'get', { relation: by('code', '1049'), output: 'raw' });
	const some = { limit: 5, output: 'raw' };
	const belgian = { division: by('id', BE) };
	return [
		reader(on(0), diary, 'one client', 2, one, 1),
		reader(on(1), diary, 'one client elsewhere', 3, one, 1),
		reader(on(2), diary, 'some clients', 4, inDivision('client', 'getAll', some), 5),
		reader(
			on(0),
			diary,
			'Belgian clients',
			6,
			inDivision('client', 'getAll', { ...some, ...belgian }),
			5,
		),
		reader(on(1), diary, 'suppliers', 9, inDivision('supplier', 'getAll', some), 5),
		reader(on(2), diary, 'journals', 11, journals, 7),
		reader(on(1), diary, 'many pages', 40, everyAccount, accounts),
		reader(on(2), diary, 'many pages elsewhere', 55, everyAccount, accounts),
		reader(on(0), diary, 'many pages on main', 70, everyAccount, accounts),
	];
}

/** What a booking workflow books under a reference. */
type Entry = (reference: string) => INodeParameters;

const withKey = (bookingReference: string) => ({ additionalFields: { bookingReference } });

export const entryKinds: Record<string, Entry> = {
	purchase: (reference) => purchase(reference, [cost()]),
	sale: (reference) => sale(reference, [revenue()], withKey(reference)),
	'Belgian purchase': (reference) =>
		purchase(reference, [cost(100, { ledgerAccount: '610000' })], {
			...inBelgium,
			additionalFields: { journal: by('code', '60') },
		}),
	'general entry': (reference) => generalWith({ bookingReference: reference }),
};

/** A workflow that books; what did not work is asked for again the next time, as a user would. */
export function booker(
	bench: Bench,
	diary: Diary,
	name: string,
	minutes: number,
	{ entry, upTo }: { entry: Entry; upTo: () => number },
): Workflow {
	let left: string[] = [];
	let serial = 0;
	const book = async () => {
		if (left.length === 0) return;
		const references = left;
		const from = bench.world.now();
		const { json } = await runAll(bench, references.map(entry), { continueOnFail: true });
		diary.note(name, { from, at: bench.world.now() }, json);
		if (json.length !== references.length) throw new Error(`${name}: items are missing`);
		left = references.filter((_, item) => json[item]?.code !== undefined);
		for (const one of references) if (!left.includes(one)) diary.booked.add(one);
	};
	const run = async () => {
		for (let count = upTo(); count > 0; count--) {
			const reference = `ST-${name.replace(/\W/g, '')}-${++serial}.`;
			diary.asked.add(reference);
			left.push(reference);
		}
		await book();
	};
	return { name, minutes, run, finish: book };
}

const asItem = ({ message, description, context }: ShownError) => ({
	code: context.code,
	error: message,
	details: { description },
});

/** A workflow that a trigger starts. */
export function watcher(
	trigger: TriggerBench,
	bench: Bench,
	diary: Diary,
	name: string,
	minutes: number,
): Workflow {
	const poll = async () => {
		const from = bench.world.now();
		const { json, error } = await trigger.poll();
		const delivered = diary.delivered.get(name) ?? [];
		diary.delivered.set(name, [...delivered, ...json.map(({ reference }) => String(reference))]);
		const items = error === undefined ? [] : [asItem(error)];
		diary.note(name, { from, at: bench.world.now() }, items);
	};
	return { name, minutes, run: poll, finish: poll };
}

/** Runs workflows side by side until a moment, each as often as it is to be. */
export async function liveThrough(
	bench: Bench,
	workflows: readonly Workflow[],
	until: number,
): Promise<void> {
	const { world } = bench;
	const start = world.now();
	const live = async ({ minutes, run }: Workflow, index: number) => {
		for (let at = start + index * 7_300; at < until; at += minutes * MINUTE) {
			if (at > world.now()) await world.sleep(at - world.now());
			await run();
		}
	};
	await Promise.all(workflows.map(live));
}
