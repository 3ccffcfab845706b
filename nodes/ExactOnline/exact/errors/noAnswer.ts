import { isRead, type Call, type NoReply } from '../http/call';
import { explain } from './explain';
import { whereabouts, type Trouble } from './trouble';

/** Says what it means that a call got no complete answer. */
export function explainNoReply(noReply: NoReply, call: Call): Trouble {
	const place = { endpoint: call.endpoint, division: call.division };
	if (noReply.kind === 'cancelled') {
		const underWay = noReply.sent && !isRead(call);
		return {
			code: 'CANCELLED',
			message: 'The execution was stopped',
			description: underWay
				? `The ${call.method} that was under way may have been carried out${whereabouts(place)}: look it up in Exact Online before you run this again.`
				: `Exact Online was not asked any further${whereabouts(place)}.`,
		};
	}
	if (noReply.kind === 'token') return explainToken(noReply);
	if (noReply.sent && !isRead(call)) return unknownOutcome(call, noReply.detail);
	return {
		code: 'UNAVAILABLE',
		message: `Exact Online ${wording[noReply.kind]}${whereabouts(place)}`,
		description: `Try again in a while. If it stays, check whether this n8n may reach Exact Online (proxy, firewall). Technical detail: ${noReply.detail}`,
		failure: { cause: 'temporarily-unavailable' },
		...place,
	};
}

/** A write without a readable answer: it may have been carried out, and is never sent again by itself. */
export function unknownOutcome(call: Call, detail: string): Trouble {
	const place = { endpoint: call.endpoint, division: call.division };
	return {
		code: 'UNKNOWN_OUTCOME',
		message: `It is not known whether Exact Online carried this out${whereabouts(place)}`,
		description: `The answer to the ${call.method} got lost, so it may have been carried out. Look it up in Exact Online before you run this again. Technical detail: ${detail}`,
		...place,
	};
}

const wording = {
	network: 'could not be reached',
	timeout: 'did not answer in time',
	incomplete: 'broke off in the middle of its answer',
};

/** Only a login that is gone for good asks for reconnecting; the table knows the texts. */
function explainToken({ tokenError, detail }: NoReply): Trouble {
	if (tokenError?.error === 'not_connected') {
		return {
			code: 'RECONNECT',
			message: 'The Exact Online credential is not connected yet',
			description: 'Open the credential in n8n, connect it and log in to Exact Online.',
			failure: { cause: 'credential-invalid' },
		};
	}
	const text = [tokenError?.error, tokenError?.description].filter(Boolean).join(': ');
	if (text !== '') return explain({ text }, { endpoint: 'oauth2/token' });
	return {
		code: 'LOGIN',
		message: 'Exact Online could not renew the login',
		description: `The token endpoint gave no usable answer; the stored login is kept. Try again in a minute. Technical detail: ${detail}`,
		failure: { cause: 'temporarily-unavailable' },
	};
}
