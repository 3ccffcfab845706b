import type { Connection } from '../connection';
import type { NoReply } from './call';
import { meCall } from './me';
import { isTooEarly, refreshToken, tokenEndsAt } from './token';
import { send } from './transport';

/** What became of a login that was refused: it works after all, there is a new one, or it is gone. */
export type LoginState = 'alive' | 'renewed' | NoReply;

/**
 * After a 401 although the token should live: is it the login, or a right? When `current/Me` refuses as well, the
 * token is dead before its time (a clock that was set back, a login ended elsewhere) and is renewed once. Another
 * execution may have done so in the meantime. `alive` means that the 401 was about a right or a division.
 */
export async function reviveLogin(connection: Connection): Promise<LoginState> {
	const { tokenEnds } = connection;
	const outcome = await send(connection, meCall(connection));
	const dead = 'reply' in outcome && outcome.reply.status === 401;
	if ((await tokenEndsAt(connection)) !== tokenEnds) return 'renewed';
	if (!dead) return 'alive';
	const refused = await refreshToken(connection);
	if (refused === undefined) return 'renewed';
	return isTooEarly(refused) ? 'alive' : refused;
}
