import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import { textOf } from '../../../exact/values/text';
import { nodeError } from '../../../exact/errors/trouble';
import { told } from '../../../kit/attaching/told';
import { codeOf } from '../../../kit/booking/attempt';
import { entryWords } from '../../../kit/booking/once';
import type { Written } from '../../../kit/booking/pipeline';
import type { JsonSchema } from '../../../records/shows';
import type { BookedPlan } from './match';
import type { Paid } from './plan';

/** What the output says besides the entry. */
export const paymentsSchema: Readonly<Record<string, JsonSchema>> = {
	payments: {
		type: 'array',
		items: {
			type: 'object',
			properties: {
				invoiceId: { type: 'string' },
				number: { type: 'string' },
				relationId: { type: 'string' },
				amount: { type: 'number' },
				matched: { type: 'boolean' },
				openAmount: { type: 'number' },
			},
		},
	},
	alreadyBooked: { type: 'boolean' },
	attachment: { type: 'object' },
	_warnings: { type: 'array', items: { type: 'string' } },
};

/** A payment, and what came of its matching; nothing when it was not asked for. */
interface Settled extends Paid {
	matching?: Written;
}

/** A payment in the output. */
export function paymentItem({ owed, amount, matching }: Settled): IDataObject {
	const { id: invoiceId, number, relationId, open } = owed;
	const done = matching !== undefined && 'json' in matching ? matching.json : undefined;
	return {
		...{ invoiceId, number, relationId, amount },
		matched: done !== undefined,
		openAmount: done === undefined ? open : Number(done.openAmount),
	};
}

/** The booked entry with its payments; an error when one of them is not matched. */
export function outcomeOf(
	{ plan: { draft, present, payments: paid }, json }: BookedPlan,
	matchings: ReadonlyMap<Paid, Written>,
	session: Session,
): Written {
	const payments = paid.map((payment) => ({ ...payment, matching: matchings.get(payment) }));
	const { alreadyBooked, attachment, _warnings, ...row } = json;
	const warnings = [...((_warnings ?? []) as string[]), ...payments.flatMap(warningsOf)];
	const refused = payments.filter(({ matching }) => matching !== undefined && 'error' in matching);
	if (refused.length > 0)
		return { error: partial(draft.same !== undefined, row, payments, session) };
	return {
		json: {
			...present.show(row),
			payments: payments.map(paymentItem),
			alreadyBooked,
			...(attachment === undefined ? {} : { attachment }),
			...(warnings.length === 0 ? {} : { _warnings: warnings }),
		},
	};
}

function warningsOf({ matching }: Settled): string[] {
	if (matching === undefined || 'error' in matching) return [];
	return (matching.json._warnings ?? []) as string[];
}

/** The entry is booked; not all of it is matched. */
function partial(
	hasKey: boolean,
	row: IDataObject,
	payments: readonly Settled[],
	session: Session,
): Error {
	const refused = payments.flatMap(({ owed, matching }) =>
		matching !== undefined && 'error' in matching ? [{ owed, error: matching.error }] : [],
	);
	const [first] = refused;
	const { message, description, details } = told(first?.error);
	const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
	const division = Number(row.Division);
	return nodeError(session.connection.context.getNode(), {
		code: 'PARTIAL',
		message: `The payment is booked (${entryWords(row)}), but not matched with invoice ${first?.owed.number ?? ''}: ${message}${more}`,
		description: `${hasKey ? AGAIN : BY_HAND} ${description}`.trim(),
		division,
		more: {
			...details,
			reason: codeOf(first?.error),
			entryId: textOf(row.EntryID),
			entryNumber: textOf(row.EntryNumber),
			payments: payments.map(paymentItem),
		},
	});
}

const AGAIN = 'Run this again: it books nothing a second time, and matches what is still open.';
const BY_HAND =
	'Running this again would book it a second time, since it has no booking reference: use Matching > Match with the ID of the invoice and that of the entry.';
