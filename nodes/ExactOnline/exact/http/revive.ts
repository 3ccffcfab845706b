import type { Connection } from '../connection';
import type { Call } from './call';
import { refreshToken } from './token';
import { send } from './transport';

/**
 * After a 401 although the token should live: is it the login, or a right? `current/Me` needs no right and counts
 * towards no limit. When it refuses as well, the token is dead before its time (a clock that was set back, a
 * login ended elsewhere) and is renewed once.
 *
 * Answers true when the login works, so that the 401 meant a right or a division.
 */
export async function loginStillWorks(connection: Connection): Promise<boolean> {
	const outcome = await send(connection, meCall(connection));
	const dead = 'reply' in outcome && outcome.reply.status === 401;
	if (!dead) return true;
	return (await refreshToken(connection)) !== undefined;
}

/** `current/Me`: the only path without a company. */
export function meCall(connection: Connection): Call {
	return {
		method: 'GET',
		url: `${connection.baseUrl}/api/v1/current/Me?$select=UserID,CurrentDivision,FullName,ServerUtcOffset`,
		endpoint: 'current/Me',
	};
}
