import type { IDataObject } from 'n8n-workflow';

import { nodeError, type Trouble } from '../../exact/errors/trouble';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import type { SetAnswer } from '../../exact/xml/upload';
import type { JsonSchema } from '../../records/shows';
import type { Written } from '../booking/pipeline';
import { told } from '../attaching/told';
import { balanceOf } from '../../ledger/matching';
import { fromMinor } from '../../ledger/money';
import type { MatchDraft } from './draft';
import { DECIMALS } from './terms';
import type { Sent, State } from './upload';
import { isWrittenOff } from './wanted';

/** What a matching looks like in the output. */
export const matchedSchema: Readonly<Record<string, JsonSchema>> = {
	division: { type: 'integer' },
	matched: { type: 'boolean' },
	alreadyMatched: { type: 'boolean' },
	matchingNumber: { type: 'string' },
	relationId: { type: 'string' },
	relationCode: { type: 'string' },
	relationName: { type: 'string' },
	ledgerAccount: { type: 'string' },
	difference: { type: 'number' },
	writtenOff: { type: 'number' },
	openAmount: { type: 'number' },
	entries: {
		type: 'array',
		items: {
			type: 'object',
			properties: {
				id: { type: 'string' },
				lineId: { type: 'string' },
				number: { type: 'integer' },
				journal: { type: 'string' },
				amount: { type: 'number' },
			},
		},
	},
	_warnings: { type: 'array', items: { type: 'string' } },
};

/** A matching that is carried out, by this run or before. */
export function matchedItem(
	draft: MatchDraft,
	division: number,
	warnings: string[] = [],
): IDataObject {
	const { wanted, relation, parts, difference, left, set } = draft;
	const amount = (minor: number) => fromMinor(minor, DECIMALS);
	return {
		division,
		matched: true,
		alreadyMatched: set === undefined,
		matchingNumber: draft.matchingNumber,
		relationId: textOf(relation.ID),
		relationCode: textOf(relation.Code),
		relationName: textOf(relation.Name),
		ledgerAccount: parts[0]?.account ?? '',
		difference: amount(difference),
		writtenOff: set !== undefined && isWrittenOff(wanted) ? amount(difference) : 0,
		openAmount: amount(left),
		entries: parts.map(({ line, lineId, open }) => ({
			id: textOf(line.EntryID),
			lineId,
			number: Number(line.EntryNumber),
			journal: textOf(line.JournalCode),
			amount: amount(balanceOf([{ open }])),
		})),
		...(warnings.length === 0 ? {} : { _warnings: warnings }),
	};
}

/** What came of a matching that was sent: what Exact said counts less than what became of the terms. */
export function outcomeOf(
	draft: MatchDraft,
	{ answer, error }: Sent,
	state: State | { error: unknown },
	division: number,
	session: Session,
): Written {
	const text = answer?.text ?? '';
	if (state === 'matched') {
		return { json: matchedItem(draft, division, text === '' ? [] : [text]) };
	}
	if (error !== undefined && state !== 'different') return { error };
	const trouble = troubleOf(answer, state);
	const node = session.connection.context.getNode();
	return { error: nodeError(node, { division, exactText: text || undefined, ...trouble }) };
}

function troubleOf(answer: SetAnswer | undefined, state: State | { error: unknown }): Trouble {
	if (answer?.outcome === 'refused') return refused(answer.text);
	if (state === 'different') return matchedDifferently;
	if (typeof state === 'object') return notRead(state.error);
	return answer?.outcome === 'matched' ? stillOpen : silent;
}

/** The text about a term that Exact does not find, in the languages that were seen. */
const NOT_FOUND = /\b(?:niet gevonden|not found|introuvable|nicht gefunden)\b/i;

function refused(text: string): Trouble {
	const reason = NOT_FOUND.test(text)
		? 'An entry lies in a closed period, or its open amount has changed since it was read: reopen the period in Exact Online, or match there.'
		: 'Mend what it says and run this again, or match in Exact Online itself.';
	return {
		code: 'EXACT_XML',
		message: `Exact Online has not matched this: ${text || 'it gives no reason'}`,
		description: `${reason} Nothing was matched.`,
	};
}

const AGAIN =
	'Look at the entries in Exact Online before you run this again. Running it again is safe: what is matched by then is not sent.';

const silent: Trouble = {
	code: 'EXACT_XML',
	message: 'Exact Online said nothing of this matching, and its terms are still open',
	description: AGAIN,
};

const stillOpen: Trouble = {
	code: 'EXACT_XML',
	message: 'Exact Online says that this is matched, but its terms are still open',
	description: AGAIN,
};

const matchedDifferently: Trouble = {
	code: 'BOOKED_DIFFERENTLY',
	message: 'Exact Online has matched something, but not what was asked for',
	description:
		'What is open now is neither what was open before nor what should be left. Look at the entries in Exact Online; a matching can only be undone there.',
};

function notRead(error: unknown): Trouble {
	const { message, description, details } = told(error);
	return {
		code: 'PARTIAL',
		message: `Exact Online has taken the matching, but what became of it could not be read: ${message}`,
		description: `Run this again: what is matched is not sent a second time. ${description}`,
		more: details,
	};
}
