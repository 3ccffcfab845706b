import type { Field, Fields, Inputs } from '../kit/field';
import { collection, momentField, switchField } from '../kit/fields';
import { divisionsField } from '../kit/divisionsField';
import { outputFields, type OutputInputs } from '../kit/output';
import type { RecordType } from '../records/record';
import type { Watch } from './watch';

/** Something that can happen in Exact: what the panel asks for it, and which lists tell of it. */
export interface TriggerEvent {
	/** n8n's value of the drop-down; kept for ever. */
	value: string;
	name: string;
	description: string;
	fields: Fields;
	watches(inputs: Record<string, unknown>): Watch[];
}

/** What every event is asked. */
export interface CommonInputs extends OutputInputs {
	divisions: number[];
	options: { startFrom?: number };
}

const startFrom = momentField({
	label: 'Start From',
	hint: 'Return what was entered since this date and time as well. Used once, when the trigger begins; a change later on has no effect.',
	section: 'options',
});

/** Declares an event: adds *Division Names or IDs*, *Start From* and *Output*. */
export function event<F extends Fields, O extends Fields>({
	fields,
	options,
	record,
	watches,
	...words
}: Pick<TriggerEvent, 'value' | 'name' | 'description'> & {
	fields: F;
	options: O;
	record: RecordType;
	watches(inputs: Inputs<F>, options: Inputs<O>): Watch[];
}): TriggerEvent {
	const given: Field<Inputs<O & { startFrom: typeof startFrom }>> = collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{ ...options, startFrom },
	);
	return {
		...words,
		fields: { divisions: divisionsField, ...fields, options: given, ...outputFields(record) },
		watches: (inputs) => watches(inputs as Inputs<F>, inputs.options as Inputs<O>),
	};
}

/** Whether the lines come with each entry. */
export const includeLines = switchField({
	label: 'Include Lines',
	hint: 'Whether to return the lines of each entry',
	on: true,
});
