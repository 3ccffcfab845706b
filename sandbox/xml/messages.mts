import { html as xml } from '../html.mjs';
import type { Words } from '../entities/entity.mjs';
import { wallClock } from '../serverTime.mjs';
import type { MatchLine, MatchSet } from './matchSets.mjs';
import type { XmlSettings } from './switches.mjs';

/** What is said of one record of an upload. */
export interface Message {
	/** 0 error, 1 warning, 2 done, 3 fatal error. */
	type: 0 | 1 | 2 | 3;
	text: string;
	/** The record: its key, and what people call it. */
	data?: { key?: string; keyAlt: string };
}

/** Texts about match sets. */
export const matchTexts = {
	/** The Dutch text is a user's report; an entry in a closed period gets it too. The English one is made up. */
	notFound: ({ glAccount, account = '' }: MatchSet, { year, period }: MatchLine): Words => {
		const what = `GLAccount=${glAccount} Account=${account} finyear=${year} finperiod=${period}`;
		return {
			en: `Payment term: ${what} Not found!`,
			nl: `Betalingstermijn: ${what} Niet gevonden!`,
		};
	},
	/** These three are made up. */
	notBalanced: (rest: number): Words => ({
		en: `The amounts of the match set add up to ${rest.toFixed(2)} instead of 0.`,
		nl: `De bedragen van de afletterset tellen op tot ${rest.toFixed(2)} in plaats van 0.`,
	}),
	oneSided: {
		en: 'There is nothing to match these amounts with.',
		nl: 'Er is niets om deze bedragen mee af te letteren.',
	},
	matched: { en: 'Matched', nl: 'Afgeletterd' },
};

/** How many messages there are is only known from reports: one for each record. */
export function counted(
	messages: readonly Message[],
	how: XmlSettings['xmlMessages'],
): readonly Message[] {
	if (how === 'none') return [];
	if (how === 'extra') {
		return [{ type: 1, text: 'The XML API will be discontinued.' }, ...messages];
	}
	return how === 'merged' ? merged(messages) : messages;
}

function merged(messages: readonly Message[]): Message[] {
	const types = [...new Set(messages.map(({ type }) => type))];
	return types.map((type) => {
		const texts = messages.flatMap((message) => (message.type === type ? [message.text] : []));
		return { type, text: texts.join('\r\n') };
	});
}

/** The answer to an upload; its dates are in the clock of the server. */
export function answerOf(messages: readonly Message[], now: number): string {
	const date = new Date(wallClock(now)).toISOString().slice(0, 19);
	const written = messages.map(
		({ type, text, data }) =>
			xml`<Message type="${type}">${topicOf(data)}<Date>${date}</Date><Description>${text}</Description></Message>`,
	);
	const { markup } = xml`<eExact><Messages>${written}</Messages></eExact>`;
	return `<?xml version="1.0" encoding="utf-8"?>\r\n${markup}`;
}

function topicOf(data: Message['data']) {
	if (!data) return undefined;
	const { key, keyAlt } = data;
	const own = key === undefined ? undefined : xml` key="${key}"`;
	return xml`<Topic code="MatchSets" node="MatchSet"><Data${own} keyAlt="${keyAlt}"/></Topic>`;
}
