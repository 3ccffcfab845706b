import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Change, Exchange } from '../harness/anyAnswer.cjs';
import { seed } from '../unit/hostileText.cjs';
import { ABSENT, placesIn, withValue, type Path } from './answerPlaces.cjs';
import { anyReply } from './anyReplies.cjs';
import { changing, jsonReply, type Came, type HostileBench } from './hostileBench.cjs';
import type { HostileKind } from './hostileKinds.cjs';

/** What may stand where another value belongs. */
const others: unknown[] = [
	...[null, 5, -0.5, 1e300, '', 'x', true, [], {}, [null], [[]], { results: [] }, ABSENT],
	...[
		'/Date(99999999999999999999)/',
		'/Date(x)/',
		'9'.repeat(30),
		JSON.parse('{"__proto__": {"a": 1}}'),
	],
];

/** An answer of a call, with no more than its first rows, and its JSON. */
interface Short {
	url: string;
	body: unknown;
}

const ROWS = 2;

function shortened({ url, reply }: Exchange): Short {
	const body = JSON.parse(reply.body.toString()) as { d?: { results?: unknown[] } | unknown[] };
	const rows = Array.isArray(body.d) ? body.d : body.d?.results;
	rows?.splice(ROWS);
	return { url, body };
}

/** The different calls of an operation, and what it answers to them when they have few rows. */
async function shortCalls(hostile: HostileBench, { parameters }: HostileKind) {
	const { calls } = await hostile.usual(parameters);
	const short = [...new Map(calls.map((call) => [call.url, shortened(call)])).values()];
	return { short, calls };
}

/** Every value of every answer, replaced by every other kind of value; `picks` says which of the cases to try. */
export async function tryEveryPlace(
	hostile: HostileBench,
	kind: HostileKind,
	picks: (index: number) => boolean,
): Promise<void> {
	const { short } = await shortCalls(hostile, kind);
	let index = 0;
	for (const { url, body } of short) {
		const whole = (other: unknown): Change =>
			changing(url, ({ reply }) => jsonReply(reply, JSON.stringify(other)));
		const usual = await hostile.came(kind.parameters, whole(body));
		const places = placesIn(body).filter((path) => !path.includes('__metadata'));
		for (const place of places) {
			for (const other of others) {
				if (!picks(index++)) continue;
				if (url.includes('current/Me')) hostile.any.renew();
				const changed = other === ABSENT && place.length === 0 ? '' : withValue(body, place, other);
				const came = await hostile.came(kind.parameters, whole(changed)).catch((error: unknown) => {
					const shown = other === ABSENT ? 'absent' : JSON.stringify(other);
					throw new Error(`${url} ${place.join('.')} = ${shown}`, { cause: error });
				});
				// What the login says holds for all rows.
				const isOfRow = kind.isRowByRow === true && !url.includes('current/Me');
				if (isOfRow) expectOthersUntouched(came, usual, place);
			}
		}
	}
}

/** A value within a row concerns that row only: the others come as ever, and none is missing. */
function expectOthersUntouched(came: Came, usual: Came, place: Path): void {
	const row = place.find((key) => typeof key === 'number');
	const isWithin = row !== undefined && place.at(-1) !== row;
	if (came.json === undefined || usual.json === undefined || !isWithin) return;
	const others: IDataObject[] = usual.json.filter((_, at) => at !== row);
	// That row itself may be another now, one that was not asked for: it is the only one that may be missing.
	expect([place, came.json]).toEqual([place, expect.arrayContaining(others)]);
	expect(came.json.length).toBeLessThanOrEqual(usual.json.length);
}

/** Every answer to a read, cut off after each `step` bytes and whole when it is asked for again: nothing is missing. */
export async function tryEveryCut(
	hostile: HostileBench,
	kind: HostileKind,
	step: number,
): Promise<void> {
	const { short } = await shortCalls(hostile, kind);
	for (const { url, body } of short) {
		const text = JSON.stringify(body);
		const usual = await hostile.came(
			kind.parameters,
			changing(url, ({ reply }) => jsonReply(reply, text)),
		);
		for (let length = 0; length < Buffer.byteLength(text); length += step) {
			let asked = 0;
			const change = changing(url, ({ reply }) => {
				const whole = jsonReply(reply, text);
				return asked++ === 0 ? { ...whole, body: whole.body.subarray(0, length) } : whole;
			});
			hostile.any.renew();
			const came = await hostile.came(kind.parameters, change);
			if (kind.isWrite !== true) expect([length, came]).toEqual([length, usual]);
			else if (came.json !== undefined) expect([length, came.json]).toEqual([length, usual.json]);
		}
	}
}

/** Answers of any form in place of one of an operation's answers. */
export async function tryAnyReply(
	hostile: HostileBench,
	kind: HostileKind,
	runs: number,
): Promise<void> {
	const { calls } = await hostile.usual(kind.parameters);
	const urls = [...new Set(calls.map(({ url }) => url))];
	const replies = fc.sample(fc.tuple(anyReply, fc.nat(), fc.boolean()), { numRuns: runs, seed });
	for (const [{ isOurs, ...other }, at, isOnce] of replies) {
		const url = urls[at % urls.length] ?? '';
		let asked = 0;
		hostile.any.renew();
		const came = await hostile.came(
			kind.parameters,
			changing(url, ({ reply }) => {
				if (isOnce && asked++ > 0) return undefined;
				return {
					...other,
					headers: { ...reply.headers, ...other.headers },
					...(isOurs ? { body: reply.body } : {}),
				};
			}),
		);
		expect(came.json === undefined).toBe(came.error !== undefined);
	}
}
