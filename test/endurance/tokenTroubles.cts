import type { Bench } from '../harness/n8n.cjs';
import type { Fault } from '../harness/sandbox.cjs';
import type { Travel } from './network.cjs';

/** What may go wrong with one call of the token endpoint. */
export type TokenTrouble = keyof typeof troubles;

/** n8n's client gives up on the token endpoint after five minutes. */
const GIVES_UP = 300_000;

/** The answer with the new tokens is lost: nobody will ever know them, and the old ones are used up. */
const LOST = { when: 'after' } as const;

const troubles = {
	slow: undefined,
	'status 500': { kind: 'status', status: 500 },
	'status 429': { kind: 'status', status: 429, body: 'Too many requests' },
	'maintenance page': { kind: 'html', status: 503 },
	'reset before': { kind: 'reset', when: 'before' },
	'timeout before': { kind: 'reset', when: 'before' },
	'reset after': { kind: 'reset', ...LOST },
	'timeout after': { kind: 'reset', ...LOST },
} satisfies Record<string, Fault | undefined>;

/** After these, Exact has given out tokens that never arrive. */
export const isLost = (trouble: TokenTrouble): boolean => trouble.endsWith('after');
const isFailure = (trouble: TokenTrouble): boolean => trouble !== 'slow';

/** What befalls the calls for one expiry, in order; later ones work. */
type Script = readonly TokenTrouble[];

const times = (count: number, ...script: Script): Script[] =>
	Array.from({ length: count }, () => script);

/** How the endpoint behaves at some sixty expiries; at the others it is well. */
export const dayOfTroubles: readonly Script[] = [
	...times(8, 'slow'),
	...times(5, 'status 500'),
	...times(4, 'status 500', 'status 500', 'status 500'),
	...times(5, 'status 429'),
	...times(3, 'status 429', 'status 500', 'status 429'),
	...times(3, 'maintenance page', 'slow'),
	...times(4, 'reset before'),
	...times(2, 'reset before', 'slow', 'reset before'),
	...times(5, 'timeout before'),
	...times(2, 'timeout before', 'status 500'),
	...times(3, 'reset after'),
	...times(1, 'timeout after'),
	...times(1, 'status 500', 'timeout after'),
];

export interface Injected {
	at: number;
	trouble: TokenTrouble;
}

/** The token endpoint of one day: each expiry meets one script, in an order of chance. */
export class TroubledEndpoint {
	readonly injected: Injected[] = [];
	private readonly scripts: Script[];
	private script: TokenTrouble[] = [];
	private token: unknown;

	constructor(
		private readonly bench: Bench,
		private readonly random: () => number,
	) {
		const quiet = times(12);
		this.scripts = [...dayOfTroubles, ...quiet]
			.map((script) => ({ script, order: random() }))
			.sort((a, b) => a.order - b.order)
			.map(({ script }) => script);
	}

	/** Whether there are expiries without trouble only from now on. */
	get isOver(): boolean {
		return this.scripts.every((script) => script.length === 0) && this.script.length === 0;
	}

	get failures(): Injected[] {
		return this.injected.filter(({ trouble }) => isFailure(trouble));
	}

	get lost(): Injected[] {
		return this.injected.filter(({ trouble }) => isLost(trouble));
	}

	/** The next call of the endpoint. */
	call(): Travel {
		const between = (least: number, most: number) => least + this.random() * (most - least);
		const trouble = this.next();
		const travel = { there: between(20, 300), back: between(20, 900) };
		if (trouble === undefined) return travel;
		this.injected.push({ at: this.bench.world.now(), trouble });
		if (trouble === 'slow') return { ...travel, back: between(2_000, 8_500) };
		const hangs = trouble.startsWith('timeout') ? GIVES_UP : 0;
		const fault = troubles[trouble];
		const rule = { match: { path: 'oauth2/token' }, fault };
		return { ...travel, hangs, prepare: async () => await this.bench.sandbox.faults([rule]) };
	}

	private next(): TokenTrouble | undefined {
		if (this.stored !== this.token) {
			this.token = this.stored;
			if (this.script.length === 0) this.script = [...(this.scripts.shift() ?? [])];
		}
		return this.script.shift();
	}

	private get stored(): unknown {
		const tokens = (this.bench.credential.data.oauthTokenData ?? {}) as Record<string, unknown>;
		return tokens.access_token;
	}
}
