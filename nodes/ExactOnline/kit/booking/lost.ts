import type { Session } from '../../exact/session';
import type { OnceDraft } from './once';

/** A draft with what a person needs to look for it. */
type Findable = OnceDraft & { expect: { journal: string; day: string } };

/** The answer to a booking is lost, and so is whether it is booked: only a person can tell now. */
export function mayBeBooked(draft: Findable, lost: Error, session: Session): never {
	const { words, division, record, expect, same } = draft;
	const key =
		same === undefined
			? 'It has no reference by which it could be found, so running this again may book it twice.'
			: `It was not found under ${same.words} within a minute, but may still appear. Wait some minutes before running this again: that looks for it first.`;
	return session.fail({
		code: 'UNKNOWN_OUTCOME',
		message: `The ${words} may have been booked: Exact Online's answer got lost (${record.path}, division ${division})`,
		description: `Look in Exact Online in journal ${expect.journal}, ${expect.day}, before anything else. ${key} ${lost.message}`,
		endpoint: record.path,
		division,
	});
}
