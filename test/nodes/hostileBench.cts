import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AnyAnswer, type AnyReply, type Change, type Exchange } from '../harness/anyAnswer.cjs';
import { Bench, type ShownError } from '../harness/n8n.cjs';

/** What an answer becomes with another JSON text. */
export const jsonReply = (reply: AnyReply, text: string): AnyReply => ({
	...reply,
	body: Buffer.from(text),
});

/** What came of a run. */
export interface Came {
	json?: IDataObject[];
	error?: ShownError;
}

/** Words that speak of the program instead of the books. */
const OF_THE_PROGRAM =
	/cannot read|is not a function|not iterable|is not defined|undefined|call stack|unexpected token|\[object|\bNaN\b|invalid (time|date|array)|reduce of empty|circular|BigInt/i;

/** Milliseconds that a case may take; a busy machine included. */
const SLOW = 20_000;

/** Runs the node on changed answers: right away, or with an error of its own that a person understands. */
export class HostileBench {
	cases = 0;

	private constructor(
		readonly bench: Bench,
		readonly any: AnyAnswer,
	) {}

	static async start(): Promise<HostileBench> {
		const bench = await Bench.start();
		await bench.sandbox.settings({ minuteLimit: 1_000_000, dayLimit: 1_000_000 });
		const any = await AnyAnswer.start(bench);
		const hostile = new HostileBench(bench, any);
		any.renew();
		return hostile;
	}

	async stop(): Promise<void> {
		await this.any.stop();
		await this.bench.stop();
	}

	/** The calls of an operation, and what it answers to them. */
	async usual(parameters: INodeParameters, options: Parameters<Bench['run']>[1] = {}) {
		this.any.renew();
		await this.any.begin();
		const { json } = await this.bench.run(parameters, options);
		return { json, calls: this.any.calls };
	}

	/** One case. Whatever the answer was: no defect shows, nothing is waited for too long, nothing hangs. */
	async came(
		parameters: INodeParameters,
		change: Change,
		options: Parameters<Bench['run']>[1] = {},
	): Promise<Came> {
		this.cases++;
		await this.any.begin(change);
		const running = this.bench.run(parameters, options).then(
			({ json }): Came => ({ json }),
			(error: unknown): Came => ({ error: error as ShownError }),
		);
		const ended = new AbortController();
		const hang = wait(SLOW, 'hang' as const, { signal: ended.signal }).catch(
			() => 'ended' as const,
		);
		const came = await Promise.race([running, hang]);
		ended.abort();
		if (typeof came === 'string') throw new Error('The node hangs');
		if (came.error !== undefined) expectOwn(came.error);
		expect(this.any.waited).toBeLessThanOrEqual(10 * 60_000);
		expect(Object.keys(Object.prototype)).toEqual([]);
		return came;
	}
}

/** An error with a code, in words that speak of the books. */
export function expectOwn(error: ShownError): void {
	const { code, details = {} } = error.context;
	const { exactText = '', reason = '' } = details;
	// What Exact says is shown as it is.
	const quotes = [exactText, String(exactText).split(/\r?\n/, 1)[0]?.replace(/\.$/, ''), reason];
	const shown = quotes
		.map((quote) => String(quote))
		.filter(Boolean)
		.reduce(
			(text, quote) => text.replaceAll(quote, ''),
			`${error.message} ${String(error.description)}`,
		);
	const isOwn = typeof code === 'string' && error.failure?.cause !== 'node-defect';
	if (isOwn && !OF_THE_PROGRAM.test(shown)) return;
	throw new Error(`Not an error for people: ${code} ${shown} ${error.stack ?? ''}`, {
		cause: error,
	});
}

/** A change of one call only: the one that this address belongs to, each time that it is made. */
export function changing(url: string, reply: (exchange: Exchange) => ReturnType<Change>): Change {
	return (exchange) => (exchange.url === url ? reply(exchange) : undefined);
}
