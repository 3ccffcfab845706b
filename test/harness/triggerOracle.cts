import type { IDataObject } from 'n8n-workflow';

import type { Bench } from './n8n.cjs';

/** A record that Exact holds or will hold. */
export interface Made {
	id: string;
	division: number;
	entity: 'SalesEntries' | 'PurchaseEntries';
	/** Instants: when it was entered, and when others can see it. */
	created: number;
	visible: number;
	/** Whether the trigger is asked for it. */
	wanted: boolean;
	row: object;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Knows every record that was made and everything that was handed over, and finds what does not fit. */
export class Oracle {
	readonly made = new Map<string, Made>();
	/** How often each record was handed over. */
	readonly delivered = new Map<string, number>();
	/** Records that a crash between handing over and saving may bring twice. */
	readonly excused = new Set<string>();
	private waiting: Made[] = [];

	constructor(private readonly bench: Bench) {}

	/** Plans records; `show` stores them when their time has come. */
	plan(records: readonly Made[]): void {
		for (const one of records) this.made.set(one.id, one);
		this.waiting = [...this.waiting, ...records].sort((a, b) => a.visible - b.visible);
	}

	/** Makes Exact show what is visible by now. */
	async show(now: number): Promise<void> {
		const due = this.waiting.filter(({ visible }) => visible <= now);
		this.waiting = this.waiting.filter(({ visible }) => visible > now);
		const tables = new Map<string, Made[]>();
		for (const one of due) {
			const table = `${one.division} ${one.entity}`;
			tables.set(table, [...(tables.get(table) ?? []), one]);
		}
		for (const [table, records] of tables) {
			const [division = '', entity = ''] = table.split(' ');
			const rows = records.map(({ row }) => row);
			await this.bench.sandbox.insert(Number(division), entity, rows);
		}
	}

	/** Takes note of what a workflow received. */
	receive(items: readonly IDataObject[], isLost = false): void {
		for (const { id } of items) {
			const key = String(id);
			this.delivered.set(key, (this.delivered.get(key) ?? 0) + 1);
			if (isLost) this.excused.add(key);
		}
	}

	/** What is wrong, in words; nothing when every wanted record came once. */
	faults(): string[] {
		const found: string[] = [];
		for (const { id, wanted } of this.made.values()) {
			const times = this.delivered.get(id) ?? 0;
			const expected = wanted ? 1 : 0;
			const mayComeTwice = this.excused.has(id) && times === 2;
			if (times !== expected && !mayComeTwice) found.push(`${id} came ${times} times`);
		}
		for (const id of this.delivered.keys()) {
			if (!this.made.has(id)) found.push(`${id} was never made`);
		}
		return found;
	}
}
