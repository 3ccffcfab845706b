import type { INodeProperties } from 'n8n-workflow';

import { alphabet } from '../kit/alphabet';
import { SECTIONS, type Field } from '../kit/field';
import type { TriggerEvent } from './event';

/** A field, and the events that have it. */
interface Shared {
	name: string;
	field: Field<unknown>;
	events: string[];
}

/** The panel of the trigger: the drop-down of events, and every field where it is needed. A new node opens with `initial`. */
export function describeTrigger(
	events: readonly TriggerEvent[],
	initial: TriggerEvent,
): INodeProperties[] {
	const options = events.map(({ value, name, description }) => ({ name, value, description }));
	const shared = sharedFields(events);
	return [
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options: options.sort((a, b) => alphabet.compare(a.name, b.name)),
			default: valueOf(initial),
		},
		...SECTIONS.flatMap((section) => shared.filter(({ field }) => field.section === section)).map(
			(one) => property(one, events.length),
		),
	];
}

/** What a new node starts with. */
function valueOf({ value }: TriggerEvent): string {
	return value;
}

function property({ name, field, events }: Shared, all: number): INodeProperties {
	const show = {
		...(events.length === all ? {} : { event: events }),
		...field.property.displayOptions?.show,
	};
	const shown = Object.keys(show).length === 0 ? {} : { displayOptions: { show } };
	return { ...field.property, name, ...shown };
}

/** Fields that look the same are one property. */
function sharedFields(events: readonly TriggerEvent[]): Shared[] {
	const shared = new Map<string, Shared>();
	for (const { value, fields } of events) {
		for (const [name, field] of Object.entries(fields)) {
			const key = JSON.stringify([name, field.section, field.property]);
			const known = shared.get(key) ?? { name, field, events: [] };
			shared.set(key, { ...known, events: [...known.events, value] });
		}
	}
	return [...shared.values()];
}
