import type { Answer, Outcome } from '../api/answer.mjs';
import type { Fault } from './fault.mjs';

/** What the client gets to see of the answer to a request that has been carried out. */
export function outcomeAfterwards(
	answer: Answer,
	fault: Fault | undefined,
	requestUrl: string,
): Outcome {
	if (fault?.kind === 'reset') return { kind: 'reset' };
	if (fault?.kind === 'timeout') return { kind: 'silence' };
	const truncate = fault?.kind === 'truncate';
	return { kind: 'answer', answer: altered(answer, fault, requestUrl), truncate };
}

function altered(answer: Answer, fault: Fault | undefined, requestUrl: string): Answer {
	switch (fault?.kind) {
		case 'contentType':
			return { ...answer, contentType: fault.value };
		case 'nextLoop':
			return withPage(answer, (page) => ({ ...page, __next: requestUrl }));
		case 'nextHost':
			return withPage(answer, (page) => ({
				...page,
				__next: onHost(page.__next ?? requestUrl, fault.host),
			}));
		case 'emptyPage':
			return withPage(answer, (page) => ({ ...page, results: [] }));
		default:
			return answer;
	}
}

interface Page {
	results: unknown[];
	__next?: string;
}

/** Only a page in an envelope can carry `__next`; other answers stay as they are. */
function withPage(answer: Answer, change: (page: Page) => Page): Answer {
	const page = pageIn(answer.body);
	return page ? { ...answer, body: { d: change(page) } } : answer;
}

function pageIn(body: unknown): Page | undefined {
	if (typeof body !== 'object' || body === null || !('d' in body)) return undefined;
	const { d } = body;
	if (typeof d !== 'object' || d === null || !('results' in d)) return undefined;
	return Array.isArray(d.results) ? { ...d, results: d.results } : undefined;
}

function onHost(url: string, host: string): string {
	return url.replace(/^(https?:\/\/)[^/]+/, `$1${host}`);
}
