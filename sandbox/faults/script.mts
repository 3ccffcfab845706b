import type { Fault, FaultRule } from './fault.mjs';

/** The faults still to come. */
export interface FaultScript {
	add(rules: readonly FaultRule[]): void;
	/** The fault that hits this request, if any; asking uses it up. */
	take(method: string, url: string): Fault | undefined;
	/**
	 * The same for a call of the token endpoint: only rules that name a path can hit it, so that a fault
	 * meant for "the next call" is not spent on a token.
	 */
	takeNamed(method: string, url: string): Fault | undefined;
	clear(): void;
}

interface Waiting {
	rule: FaultRule;
	pattern: RegExp | undefined;
	skip: number;
	times: number;
}

/** No faults. */
export function createFaultScript(): FaultScript {
	let script: Waiting[] = [];

	const hit = (candidates: readonly Waiting[], method: string, url: string): Fault | undefined => {
		const matching = candidates.filter((waiting) => matches(waiting, method, url));
		const ready = matching.find(({ skip }) => skip === 0);
		for (const waiting of matching) waiting.skip = Math.max(0, waiting.skip - 1);
		if (ready) ready.times -= 1;
		script = script.filter(({ times }) => times > 0);
		return ready?.rule.fault;
	};

	return {
		add: (rules) => {
			script.push(...rules.map(waitingOf));
		},
		take: (method, url) => hit(script, method, url),
		takeNamed: (method, url) =>
			hit(
				script.filter(({ pattern }) => pattern !== undefined),
				method,
				url,
			),
		clear: () => {
			script = [];
		},
	};
}

function waitingOf(rule: FaultRule): Waiting {
	const { path } = rule.match;
	const pattern = path === undefined ? undefined : new RegExp(path, 'i');
	return { rule, pattern, skip: rule.skip ?? 0, times: rule.times ?? 1 };
}

function matches({ rule, pattern }: Waiting, method: string, url: string): boolean {
	if (rule.match.method && rule.match.method.toUpperCase() !== method) return false;
	return pattern === undefined || pattern.test(url) || pattern.test(decoded(url));
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
