import type { Facts } from '../../../kit/booking/facts';
import {
	asNew,
	finished,
	inFull,
	wantedFor,
	writingMasters,
	type MasterDraft,
} from '../../../kit/booking/master';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { journal } from '../../../records/journal';
import { journalBody } from './body';
import { fields, type JournalInputs } from './fields';

/** How a journal is found when it is to be written. */
const inWriting = inFull(lookUps.journal);

/** Create: a new journal, unless one with its code is there. */
export const create = writingMasters(
	{
		value: 'create',
		words: {
			name: 'Create',
			action: 'Create journal',
			description: 'Create a journal (daybook)',
		},
		rows: [],
		cost: '1 call, and for each 40 items 2 to look for their codes and to read back; look-ups once for all items',
		record: journal,
		fields,
	},
	{
		needs: ({ code, ledgerAccount, additionalFields: { currency, paymentInTransitAccount } }) => ({
			references: [
				{ lookUp: inWriting, reference: { code } },
				...wantedFor(lookUps.ledgerAccount, ledgerAccount),
				...wantedFor(lookUps.ledgerAccount, paymentInTransitAccount),
				...wantedFor(lookUps.currency, currency),
			],
		}),
		draft: draftNew,
	},
);

function draftNew(inputs: JournalInputs, facts: Facts): MasterDraft {
	const { code, options } = inputs;
	const problems: Problem[] = [];
	const draft: MasterDraft = {
		...asNew(code, options.ifCodeExists),
		problems,
		record: journal,
		body: journalBody(inputs, facts, problems),
		found: facts.row(inWriting, { code }),
		output: inputs,
	};
	return finished(draft, ['Code'], options.preview);
}
