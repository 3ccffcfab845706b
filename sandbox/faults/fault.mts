/** What can go wrong with a request on purpose; `when` says on which side of its being carried out. */
export type Fault =
	| { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
	| { kind: 'reset'; when: 'before' | 'after' }
	| { kind: 'timeout'; when: 'before' | 'after'; commitAfterMs?: number }
	| { kind: 'truncate' }
	| { kind: 'html'; status?: number }
	| { kind: 'contentType'; value: string }
	| { kind: 'delay'; ms: number }
	| { kind: 'nextLoop' }
	| { kind: 'nextHost'; host: string }
	| { kind: 'emptyPage' }
	| { kind: 'redirect'; location: string }
	| { kind: 'empty500' }
	| { kind: 'expired' };

/** A fault and the requests that it hits. */
export interface FaultRule {
	match: {
		method?: string;
		/** Regular expression on path and query, as they arrived or decoded; case does not matter. */
		path?: string;
	};
	/** Matching requests let through first. */
	skip?: number;
	/** Matching requests hit after that; 1 unless said otherwise. */
	times?: number;
	fault: Fault;
}
