import type { Field } from './field';
import { switchField, wholeNumber } from './fields';

export interface PagingInputs {
	returnAll: boolean;
	limit: number;
}

const limit = wholeNumber(
	{ label: 'Limit', hint: 'Max number of results to return', section: 'paging' },
	{ min: 1, initial: 50 },
);

/** n8n's usual pair; the words are the ones that its users know. */
export const pagingFields = {
	returnAll: switchField({
		label: 'Return All',
		hint: 'Whether to return all results or only up to a given limit',
		section: 'paging',
	}),
	limit: {
		...limit,
		property: { ...limit.property, displayOptions: { show: { returnAll: [false] } } },
	} satisfies Field<number>,
};

/** Most rows to read, or nothing for all of them. */
export function limitOf({ returnAll, limit: most }: Partial<PagingInputs>): number | undefined {
	return returnAll === true ? undefined : most;
}
