/**
 * The sandbox's time: limits, token life, stored moments and late commits all read this clock, never the
 * machine's. Tests freeze it and move it, so that an hour passes in a millisecond.
 */
export interface Clock {
	/** Milliseconds since 1970 UTC. */
	now(): number;
	mode(): 'real' | 'manual';
	/** Freezes the clock at that moment. */
	set(moment: number): void;
	/** Freezes the clock that many milliseconds after what it shows. */
	advance(milliseconds: number): void;
	/** Follows the machine's clock again. */
	useReal(): void;
	/** Runs the task once the clock has reached the moment; while it runs the clock shows that moment. */
	at(moment: number, task: () => void): void;
	/** Runs what has become due; callers need it only where no timer can have done so. */
	settle(): void;
	/** Back to real time, waiting tasks forgotten. */
	reset(): void;
}

interface Appointment {
	moment: number;
	task: () => void;
}

/** setTimeout takes a signed 32-bit number of milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A clock that starts in real time. */
export function createClock(): Clock {
	let frozenAt: number | undefined;
	let appointments: Appointment[] = [];
	let timer: NodeJS.Timeout | undefined;

	const now = (): number => frozenAt ?? Date.now();

	const arm = (): void => {
		clearTimeout(timer);
		const next = appointments[0];
		if (next === undefined || frozenAt !== undefined) return;
		const wait = Math.max(0, Math.min(next.moment - Date.now(), LONGEST_TIMER));
		timer = setTimeout(() => runUntil(Date.now(), false), wait).unref();
	};

	const runUntil = (moment: number, freeze: boolean): void => {
		for (let next = appointments[0]; next && next.moment <= moment; next = appointments[0]) {
			appointments.shift();
			frozenAt = next.moment;
			next.task();
		}
		frozenAt = freeze ? moment : undefined;
		arm();
	};

	return {
		now,
		mode: () => (frozenAt === undefined ? 'real' : 'manual'),
		set: (moment) => runUntil(moment, true),
		advance: (milliseconds) => runUntil(now() + milliseconds, true),
		useReal: () => runUntil(Date.now(), false),
		at: (moment, task) => {
			appointments.push({ moment, task });
			appointments.sort((a, b) => a.moment - b.moment);
			arm();
		},
		settle: () => runUntil(now(), frozenAt !== undefined),
		reset: () => {
			appointments = [];
			frozenAt = undefined;
			arm();
		},
	};
}
