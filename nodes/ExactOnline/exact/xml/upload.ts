import type { Connection } from '../connection';
import { explain, symptomOf } from '../errors/explain';
import { unknownOutcome } from '../errors/noAnswer';
import { nodeError, whereabouts, type Trouble } from '../errors/trouble';
import type { Call, Reply } from '../http/call';
import { request } from '../http/request';
import { matchSetsXml, type MatchSet } from './matchSets';
import { readMessages, type XmlMessage } from './messages';

const ENDPOINT = 'docs/XMLUpload.aspx';

/** Most sets in one upload. */
export const SETS_AN_UPLOAD = 50;

/** What Exact says of a set: it is matched, it is not, or nothing at all. */
export interface SetAnswer {
	outcome: 'matched' | 'refused' | 'silent';
	/** Exact's own words; empty when there are none. */
	text: string;
}

/**
 * Matches open terms with each other, up to 50 sets at once, and answers what Exact says of each in their order; nothing
 * when it can not be told which set Exact speaks of. Sent once and never repeated. Errors: FORBIDDEN, XML_GONE,
 * UNKNOWN_OUTCOME for an answer that got lost or can not be read, and those of every call.
 *
 * Exact has announced the end of the XML API, and has no other way to match: whatever replaces it goes in here.
 */
export async function matchOpenTerms(
	connection: Connection,
	division: number,
	sets: readonly MatchSet[],
): Promise<SetAnswer[] | undefined> {
	const call: Call = {
		method: 'POST',
		url: `${connection.baseUrl}/${ENDPOINT}?Topic=MatchSets&_Division_=${division}`,
		endpoint: ENDPOINT,
		division,
		xml: matchSetsXml(sets),
		explain: refusal,
	};
	const read = readMessages((await request(connection, call)).body);
	if ('problem' in read) {
		const detail = `the answer is not what the XML API answers: ${read.problem}`;
		throw nodeError(connection.context.getNode(), unknownOutcome(call, detail));
	}
	return answersOf(read.messages, sets.length);
}

/** One message for each set is all that Exact promises. Of a single set every message speaks. */
function answersOf(messages: readonly XmlMessage[], sets: number): SetAnswer[] | undefined {
	if (sets === 1) return [answerOf(messages)];
	if (messages.length !== sets) return undefined;
	return messages.map((message) => answerOf([message]));
}

function answerOf(messages: readonly XmlMessage[]): SetAnswer {
	const text = messages
		.filter(({ type }) => type !== 'done')
		.map((message) => message.text)
		.filter(Boolean)
		.join(' ');
	if (messages.length === 0) return { outcome: 'silent', text };
	const isRefused = messages.some(({ type }) => type === 'error' || type === 'fatal');
	return { outcome: isRefused ? 'refused' : 'matched', text };
}

/** What a refusal of the XML API means that would mean something else of an ordinary endpoint. */
function refusal(
	reply: Reply,
	place: { endpoint?: string; division?: number },
): Trouble | undefined {
	const { status } = reply;
	if (status === 404 || status === 410 || (status >= 300 && status < 400)) {
		return {
			code: 'XML_GONE',
			message: `Exact Online has withdrawn the XML API by which matching works${whereabouts(place)}`,
			description: `Nothing was matched. Match in Exact Online itself, and look for a newer version of this node. If other programs still match through the XML API, check the address of the site in the credential. (HTTP status ${status})`,
			status,
			failure: { cause: 'configuration-invalid' },
			...place,
		};
	}
	const usual = explain(symptomOf(reply), place);
	const isOfScope = /scope violated/i.test(usual.exactText ?? '');
	const isOfXml = [401, 403].includes(status) && usual.code === 'FORBIDDEN' && !isOfScope;
	if (!isOfXml) return undefined;
	return {
		...usual,
		message: `This app may not use Exact Online's XML API, by which matching works${whereabouts(place)}`,
		description: `Nothing was matched. Have Exact permit the XML API (XMLUpload) for this app registration, or match in Exact Online itself. ${usual.description}`,
	};
}
