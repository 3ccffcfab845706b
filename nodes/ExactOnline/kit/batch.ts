import { attempt } from './booking/attempt';
import type { Result, Task } from './operation';

/** An item of a batch, with the inputs that its operation declares. */
export interface TaskOf<I> {
	item: number;
	inputs: I;
}

/** The items by their division, in the order in which divisions were met. */
export function byDivision<T extends { inputs: { division?: unknown } }>(
	tasks: readonly T[],
): T[][] {
	const groups = new Map<unknown, T[]>();
	for (const task of tasks) {
		const { division } = task.inputs;
		groups.set(division, [...(groups.get(division) ?? []), task]);
	}
	return [...groups.values()];
}

/**
 * Looks something up for all items of a division at once, then puts out one item after the other. An error of the look-up
 * is one of all items, any other that of its own item only.
 */
export async function* lookedUpTogether<I extends { division: number }, F>(
	tasks: readonly Task[],
	lookUp: (group: ReadonlyArray<TaskOf<I>>, division: number) => Promise<F>,
	run: (inputs: I, found: F) => AsyncIterable<Omit<Extract<Result, { json: unknown }>, 'item'>>,
): AsyncGenerator<Result> {
	for (const group of byDivision(tasks as unknown as ReadonlyArray<TaskOf<I>>)) {
		const looked = await attempt(() => lookUp(group, group[0]?.inputs.division ?? 0));
		for (const { item, inputs } of group) {
			if ('error' in looked) {
				yield { item, error: looked.error };
				continue;
			}
			try {
				for await (const output of run(inputs, looked.value)) yield { item, ...output };
			} catch (error) {
				yield { item, error };
			}
		}
	}
}
