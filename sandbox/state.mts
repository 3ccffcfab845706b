import type { Socket } from 'node:net';
import { createClock, type Clock } from './clock.mjs';
import { createErrorLimit, type ErrorLimit } from './errorLimit.mjs';
import { createFaultScript, type FaultScript } from './faults/script.mjs';
import { createLimits, type Limits } from './limits.mjs';
import { createLog, type RequestLog } from './log.mjs';
import { createTokenBook, type TokenBook } from './oauth/tokens.mjs';
import type { Store } from './seam.mjs';
import { settingsOf, type ProfileName, type Settings } from './settings.mjs';
import { createStore } from './store.mjs';

/** What a sandbox starts with, and starts with again after a reset. */
export interface StartOptions {
	profile: ProfileName;
	settings?: Partial<Settings>;
	data?: 'demo' | 'empty';
}

/** Everything that a running sandbox knows; nothing outlives the process. */
export interface SandboxState {
	readonly clock: Clock;
	readonly startOptions: StartOptions;
	/** Connections of requests that are never answered. */
	readonly hanging: Set<Socket>;
	profile: ProfileName;
	settings: Settings;
	log: RequestLog;
	faults: FaultScript;
	limits: Limits;
	errorLimit: ErrorLimit;
	tokens: TokenBook;
	store: Store;
}

export function createState(startOptions: StartOptions): SandboxState {
	const clock = createClock();
	return { clock, startOptions, hanging: new Set(), ...freshParts(startOptions) };
}

/** Back to the start, or to a start with other options. */
export function resetState(state: SandboxState, options: Partial<StartOptions>): void {
	state.clock.reset();
	closeHanging(state);
	const settings = { ...state.startOptions.settings, ...options.settings };
	Object.assign(state, freshParts({ ...state.startOptions, ...options, settings }));
}

/** Ends the connections of requests that are never answered. */
export function closeHanging({ hanging }: SandboxState): void {
	for (const socket of hanging) socket.destroy();
	hanging.clear();
}

function freshParts({ profile, settings, data = 'demo' }: StartOptions) {
	return {
		profile,
		settings: { ...settingsOf(profile), ...settings },
		log: createLog(),
		faults: createFaultScript(),
		limits: createLimits(),
		errorLimit: createErrorLimit(),
		tokens: createTokenBook(),
		store: createStore(data),
	};
}
