import type { AccountInputs } from './accountFields';
import type { PartInputs } from './fields';

/** What was entered for one relation, whatever the operation. */
export interface Given extends PartInputs {
	name: string | undefined;
	fields: AccountInputs;
	/** The name of the collection that the fields stand in, for messages. */
	label: string;
}
