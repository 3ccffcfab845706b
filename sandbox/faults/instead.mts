import { errorPage, type Answer, type Outcome } from '../api/answer.mjs';
import type { Fault } from './fault.mjs';

/** What a fault does to the connection before anything is carried out. */
function cutOff(fault: Fault | undefined): Outcome | undefined {
	if (fault?.kind === 'reset' && fault.when === 'before') return { kind: 'reset' };
	if (fault?.kind !== 'timeout' || fault.when !== 'before') return undefined;
	return fault.commitAfterMs === undefined ? { kind: 'silence' } : undefined;
}

/** What a fault does in place of handling the request; undefined when the request is handled. */
export function outcomeInstead(fault: Fault | undefined): Outcome | undefined {
	switch (fault?.kind) {
		case 'status':
			return answering({ status: fault.status, headers: fault.headers, body: fault.body });
		case 'html':
			return answering(errorPage(fault.status ?? 200, 'Exact Online - Maintenance'));
		case 'redirect':
			return answering({ status: 302, headers: { Location: fault.location } });
		case 'empty500':
			return answering({ status: 500 });
		default:
			return cutOff(fault);
	}
}

function answering(answer: Answer): Outcome {
	return { kind: 'answer', answer, truncate: false };
}
