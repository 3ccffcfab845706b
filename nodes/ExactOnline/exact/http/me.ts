import type { Connection } from '../connection';
import type { Call } from './call';

/** `current/Me`: the only path without a company. It needs no right and counts towards no day. */
export function meCall(connection: Connection): Call {
	return {
		method: 'GET',
		url: `${connection.baseUrl}/api/v1/current/Me?$select=UserID,CurrentDivision,FullName,ServerUtcOffset`,
		endpoint: 'current/Me',
	};
}
