import type { Reply } from '../http/call';
import { explanations, type Explanation } from './explanations';
import { whereabouts, type Trouble } from './trouble';

/** The parts of an answer by which an explanation is chosen. */
export interface Symptom {
	status?: number;
	reason?: string;
	text?: string;
}

/** For a status that nobody has met yet. */
const NO_ADVICE =
	'Exact Online gives no reason. Check the inputs of the node; if they are right, try again in a while.';

/** Longest piece of Exact's text that is shown; whole web pages are of no use in an error panel. */
const LONGEST_TEXT = 2000;

/**
 * Says what an answer of Exact other than a success means, in which division and endpoint, why probably, and
 * what to do. Exact's own text is always kept.
 */
export function explain(
	symptom: Symptom,
	place: { endpoint?: string; division?: number },
): Trouble {
	const entry = explanations.find((candidate) => fits(candidate, symptom));
	const groups = entry?.when.text?.exec(symptom.text ?? '');
	const fill = (text: string) =>
		text.replace(/\$(\d)/g, (_, number: string) => groups?.[Number(number)]?.trim() ?? '');
	const message = entry?.message === undefined ? firstLine(symptom) : fill(entry.message);
	const said = symptom.text === undefined ? [] : [`Exact Online says: "${symptom.text}"`];
	const reason = symptom.reason === undefined ? [] : [`(Reason: ${symptom.reason})`];
	return {
		code: entry?.code ?? 'EXACT',
		message: `${message}${whereabouts(place)}`,
		description: [fill(entry?.advice ?? NO_ADVICE), ...said, ...reason].join(' '),
		...symptom,
		...place,
		exactText: symptom.text,
		failure: entry?.failure === undefined ? undefined : { cause: entry.failure },
	};
}

/** The symptom of a complete answer. */
export function symptomOf(reply: Reply): Symptom {
	return { status: reply.status, reason: reply.headers.reason, text: exactText(reply.body) };
}

/** Exact's text in an answer: OData's JSON or XML error, the token endpoint's, or a short plain text. */
export function exactText(body: unknown): string | undefined {
	const text = typeof body === 'string' ? textIn(body) : messageIn(body);
	return text === undefined || text === '' ? undefined : text.slice(0, LONGEST_TEXT);
}

function messageIn(body: unknown): string | undefined {
	const { error, error_description: description } = (body ?? {}) as ErrorBody;
	if (typeof description === 'string') return description;
	if (typeof error === 'string') return error;
	const message = error?.message;
	const value: unknown = typeof message === 'string' ? message : message?.value;
	return typeof value === 'string' ? value.trim() : undefined;
}

interface ErrorBody {
	error?: string | { message?: string | { value?: unknown } };
	error_description?: string;
}

function textIn(body: string): string | undefined {
	const xml = /<message\b[^<>]*>([^<]*)<\/message>/i.exec(body);
	if (xml !== null) return xml[1]?.trim();
	return /<html|<!doctype/i.test(body) ? undefined : body.trim();
}

function fits({ when }: Explanation, { status, reason, text }: Symptom): boolean {
	return (
		(when.status === undefined || (status !== undefined && when.status.includes(status))) &&
		(when.reason === undefined || when.reason.test(reason ?? '')) &&
		(when.text === undefined || when.text.test(text ?? ''))
	);
}

function firstLine({ text, status }: Symptom): string {
	const line = text?.split(/\r?\n/, 1)[0]?.replace(/\.$/, '');
	return line || `Exact Online answered with HTTP status ${status ?? 'unknown'}`;
}
