import { equals, type Condition } from '../exact/odata/filter';
import type { Field } from './field';
import { switchField } from './fields';

/** The option of lists from which one can only choose what is not blocked. */
export function blockedField(many: string): Field<boolean> {
	return switchField({
		label: 'Include Blocked',
		hint: `Whether to return ${many} as well`,
	});
}

/** What the option says. */
export function unblocked({ includeBlocked }: { includeBlocked: boolean }): Condition | undefined {
	return includeBlocked ? undefined : equals('IsBlocked', false);
}
