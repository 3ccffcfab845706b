import { cancelSignal, type Connection } from '../connection';
import { explain, symptomOf } from '../errors/explain';
import { addressTooLong, dayIsOver, minuteIsFull, tooManyMistakes } from '../errors/limits';
import { explainNoReply, unknownOutcome } from '../errors/noAnswer';
import { nodeError, whereabouts, type Trouble } from '../errors/trouble';
import { LONGEST_URL } from '../odata/url';
import { isRead, isWebPage, type Call, type Outcome, type Reply } from './call';
import { blockedUntil, isCrowded, noteMistake, noteUnderWay, type MistakeKey } from './mistakes';
import { isBlock, isRateLimited, isSuccess, isUnauthorized } from './outcome';
import { admission, learn, LOOK_AGAIN_MS, paceOf } from './pace';
import { isGarbled, MINUTES_WAITED, waitBeforeRepeat } from './retry';
import { reviveLogin, type LoginState } from './revive';
import { send } from './transport';
import { turnAfter } from './turns';

/**
 * The one way to Exact Online: keeps to the limits, renews the login in time, repeats what may be repeated, and
 * explains what did not work. Answers with a status of success, else throws the error that n8n shows.
 */
export async function request(connection: Connection, call: Call): Promise<Reply> {
	let repeats = 0;
	let revived = false;
	for (let refusals = 0; ;) {
		await admit(connection, call);
		let outcome = await sendAndLearn(connection, call);
		const isPage = isSuccess(outcome) && isWebPage(call, outcome.reply);
		if (isSuccess(outcome) && !isPage) return outcome.reply;
		if (isRateLimited(outcome) && refusals < MINUTES_WAITED) {
			refusals++;
			continue;
		}
		if (!revived && (isPage || isUnauthorized(outcome))) {
			const login = await loginFor(connection, call);
			revived = typeof login === 'string';
			if (login === 'renewed') continue;
			if (typeof login !== 'string') outcome = { noReply: login };
		}
		if (isSuccess(outcome)) return outcome.reply;
		const wait = waitBeforeRepeat(call, outcome, repeats, connection.patience);
		if (wait === undefined) return fail(connection, troubleOf(call, outcome));
		repeats++;
		await pause(connection, call, wait);
	}
}

/** What became of the login that a call was refused with. A write ends here unless it lives: it is not sent again. */
async function loginFor(connection: Connection, call: Call): Promise<LoginState> {
	const login = await reviveLogin(connection);
	if (isRead(call)) return login;
	if (login === 'renewed') {
		fail(connection, unknownOutcome(call, 'the login ended during the call'));
	}
	if (typeof login !== 'string') fail(connection, explainNoReply(login, call));
	return login;
}

/** Waits until a limit allows the call, or says why it does not. */
async function admit(connection: Connection, call: Call): Promise<void> {
	const { world, clientId } = connection;
	if (call.url.length > LONGEST_URL) fail(connection, addressTooLong(call));
	const key = mistakeKey(connection, call);
	const pace = paceOf(world, clientId, call.division);
	for (;;) {
		const blocked = blockedUntil(world, key);
		if (blocked !== undefined) fail(connection, tooManyMistakes(call, blocked));
		if (isCrowded(world, key)) {
			await pause(connection, call, LOOK_AGAIN_MS);
			continue;
		}
		const admitted = admission(pace, world.now());
		if (admitted.kind === 'go') {
			noteOnItsWay(connection, call, 1);
			return await takeTurn(connection, call);
		}
		if (admitted.kind === 'dayIsOver') fail(connection, dayIsOver(call, admitted.ends));
		else if (connection.patience === 'refuse')
			fail(connection, minuteIsFull(call, world.now() + admitted.ms));
		else {
			connection.waited += admitted.ms;
			await pause(connection, call, admitted.ms);
		}
	}
}

/** Waits for a call of the XML API until the one before is long enough ago. */
async function takeTurn(connection: Connection, call: Call): Promise<void> {
	if (call.xml === undefined) return;
	const wait = turnAfter(connection.world, connection.clientId);
	if (wait <= 0) return;
	noteOnItsWay(connection, call, -1);
	await pause(connection, call, wait);
	noteOnItsWay(connection, call, 1);
}

/** A call is on its way as soon as it is admitted, so that the next one that asks knows of it. */
function noteOnItsWay(connection: Connection, call: Call, change: 1 | -1): void {
	const { world, clientId } = connection;
	paceOf(world, clientId, call.division).inFlight += change;
	noteUnderWay(world, mistakeKey(connection, call), change);
}

async function sendAndLearn(connection: Connection, call: Call): Promise<Outcome> {
	const { world, clientId } = connection;
	const outcome = await send(connection, call);
	noteOnItsWay(connection, call, -1);
	if ('reply' in outcome) {
		const pace = paceOf(world, clientId, call.division);
		if (!isBlock(outcome.reply)) learn(pace, outcome.reply, world.now());
		noteMistake(world, mistakeKey(connection, call), outcome.reply.status);
	}
	return outcome;
}

async function pause(connection: Connection, call: Call, ms: number): Promise<void> {
	const signal = cancelSignal(connection);
	await connection.world.sleep(ms, signal);
	if (signal?.aborted === true) {
		const stopped = { kind: 'cancelled', detail: 'stopped', sent: false } as const;
		fail(connection, explainNoReply(stopped, call));
	}
}

function troubleOf(call: Call, outcome: Outcome): Trouble {
	if ('noReply' in outcome) return explainNoReply(outcome.noReply, call);
	const own = call.explain?.(outcome.reply, { endpoint: call.endpoint, division: call.division });
	if (own !== undefined) return own;
	const symptom = symptomOf(outcome.reply);
	const silent = symptom.text === undefined && outcome.reply.status >= 500;
	// Without Exact's text there is no telling on which side of the booking it happened.
	if (!isRead(call) && (silent || isGarbled(outcome))) {
		return unknownOutcome(call, `HTTP status ${outcome.reply.status}`);
	}
	if (isGarbled(outcome)) return notTheApi(call);
	return explain(symptom, { endpoint: call.endpoint, division: call.division });
}

function notTheApi(call: Call): Trouble {
	const { endpoint, division } = call;
	return {
		code: 'UNAVAILABLE',
		message: `Exact Online answered something that is not data${whereabouts(call)}`,
		description:
			'This happens during maintenance, or when a proxy stands between n8n and Exact Online. Try again in a while.',
		failure: { cause: 'temporarily-unavailable' },
		endpoint,
		division,
	};
}

function mistakeKey({ credentialId }: Connection, { division, endpoint }: Call): MistakeKey {
	return { credentialId, division, endpoint };
}

function fail(connection: Connection, trouble: Trouble): never {
	throw nodeError(connection.context.getNode(), trouble);
}
