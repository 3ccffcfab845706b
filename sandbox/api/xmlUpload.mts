import { messages } from '../rules/messages.mjs';
import type { SandboxState } from '../state.mjs';
import { matchSetsIn } from '../xml/matchSets.mjs';
import { answerOf, counted, type Message } from '../xml/messages.mjs';
import { Fatal } from '../xml/tree.mjs';
import { errorPage, odataError, type Answer } from './answer.mjs';
import type { Call } from './call.mjs';
import { isPage, parameter, queryOf } from './pages.mjs';

export const isXmlUpload = (call: Call): boolean => isPage(call, 'docs/XMLUpload.aspx');

/**
 * An upload of the XML API, always answered with 200: each record gets a message, and what is wrong with the
 * document itself is one fatal message.
 */
export function xmlUpload(call: Call, { store, settings, clock }: SandboxState): Answer {
	const { incoming, target, token, now } = call;
	if (incoming.method !== 'POST') return errorPage(405, '405 - Method Not Allowed');
	if (!token) throw new Error('This call has not passed the gates');
	const circumstances = { user: token.user, now, settings };
	let said: readonly Message[];
	try {
		checkKind(call, settings.language);
		const sets = matchSetsIn(incoming.body, settings);
		const division = Number(target?.division);
		const each = sets.map((set) => store.matchSet(division, set, circumstances));
		said = counted(each, settings.xmlMessages);
	} catch (error) {
		if (!(error instanceof Fatal)) throw error;
		said = [{ type: 3, text: error.message }];
	}
	return {
		...{ status: 200, contentType: 'text/xml; charset=utf-8', rows: said.length },
		said: said.map(({ type, text }) => `${type} ${text}`),
		body: answerOf(said, clock.now()),
	};
}

/** The sandbox knows one topic. That another type of content is refused is a guess. */
function checkKind(call: Call, language: 'en' | 'nl'): void {
	const topic = parameter(queryOf(call), 'Topic');
	if (topic.toLowerCase() !== 'matchsets') {
		throw new Fatal(`${messages.invalid({ en: 'Topic', nl: 'Topic' })[language]} (${topic})`);
	}
	const type = call.incoming.headers['content-type'] ?? '';
	if (!/^(application|text)\/xml\s*(;|$)/i.test(type)) {
		throw new Fatal(`The content type '${type}' is not XML.`);
	}
}

/** An app may be kept from this API; that it is told so with a plain 403 is a guess. */
export function xmlRefusal(call: Call, { settings }: SandboxState): Answer | undefined {
	if (!isXmlUpload(call) || settings.xmlApi !== 'refused') return undefined;
	return odataError(403, 'Forbidden');
}

/** Exact has announced the end of the XML API; how its address will answer then is not known. */
export function xmlGone(call: Call, { settings }: SandboxState): Answer | undefined {
	const gone = isXmlUpload(call) && settings.xmlApi === 'gone';
	return gone ? errorPage(410, '410 - Gone') : undefined;
}

/** About one XML call a second is wanted; that a faster one is refused like one too many is a guess. */
export function xmlTooSoon(call: Call, { limits, settings }: SandboxState): Answer | undefined {
	const { token, target, now } = call;
	if (!isXmlUpload(call) || !token || typeof target?.division !== 'number') return undefined;
	const soon = limits.tooSoon(token.app, target.division, now, settings.xmlPause);
	return soon ? { status: 429, refusedBy: 'minute' } : undefined;
}
