/** An item, or a poll, that did not work. */
export interface Failure {
	/** When the run began that it belongs to, and when it was seen. */
	from: number;
	at: number;
	workflow: string;
	code: string;
	message: string;
	description: string;
}

/** What the workflows of a day noted down. */
export class Diary {
	runs = 0;
	readonly failures: Failure[] = [];
	/** References of what was to be booked, and of what the node said is booked. */
	readonly asked = new Set<string>();
	readonly booked = new Set<string>();
	/** References that each trigger handed over. */
	readonly delivered = new Map<string, string[]>();

	note(
		workflow: string,
		{ from, at }: Pick<Failure, 'from' | 'at'>,
		items: ReadonlyArray<Record<string, unknown>>,
	): void {
		this.runs++;
		for (const { code, error, details } of items) {
			if (code === undefined) continue;
			const { description = '' } = (details ?? {}) as Record<string, unknown>;
			const told = { message: String(error), description: String(description) };
			this.failures.push({ from, at, workflow, code: String(code), ...told });
		}
	}
}
