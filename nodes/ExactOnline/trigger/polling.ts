import type { IBinaryData } from 'n8n-workflow';

import type { Session } from '../exact/session';
import type { CommonInputs } from './event';

/** What one poll works with. */
export interface Polling {
	inputs: CommonInputs;
	session: Session;
	/** When it has to come to its end (epoch ms of this machine, which is compared with nothing of Exact's). */
	deadline: number;
	/** Hands a file to n8n, which keeps it. */
	keep(content: Buffer, name: string, mimeType?: string): Promise<IBinaryData>;
}
