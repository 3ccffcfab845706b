import { createRequire } from 'node:module';

import type { World } from '../../nodes/ExactOnline/exact/world.js';

const core = createRequire(require.resolve('n8n-core'));

interface Lease {
	waitTimeoutMs?: number;
}

interface LockProvider {
	withLease<T>(
		namespace: number,
		key: string,
		task: (signal: AbortSignal) => Promise<T>,
		options?: Lease,
	): Promise<T>;
}

interface Locking {
	LockService: new () => { setProvider(provider: LockProvider): void };
	LockAcquisitionTimeoutError: new (message: string) => Error;
	Logger: new () => { warn(message: string): void };
}

const { LockService, LockAcquisitionTimeoutError, Logger } = core('@n8n/backend-common') as Locking;
const { Container } = core('@n8n/di') as {
	Container: { get<T>(type: new () => T): T };
};

/** n8n asks Redis that often whether the lock is free, give or take (ms). */
const ASK_AGAIN = 75;

/**
 * The lock that n8n processes share through Redis, as `redis-lock.service` of n8n 2.41 has it: who waits too long for it
 * is told so, and n8n-core then goes on without. The part of a credential's ID behind `#` names the process.
 */
export function shareLock(world: World): { waits: number; timeouts: number } {
	const held = new Set<string>();
	const seen = { waits: 0, timeouts: 0 };
	const withLease: LockProvider['withLease'] = async (namespace, id, task, options = {}) => {
		const key = `${namespace} ${id.replace(/#.*$/, '')}`;
		const { waitTimeoutMs = Infinity } = options;
		const start = world.now();
		if (held.has(key)) seen.waits++;
		while (held.has(key)) {
			if (world.now() - start > waitTimeoutMs) {
				seen.timeouts++;
				throw new LockAcquisitionTimeoutError(`Timed out waiting for lock '${id}'`);
			}
			await world.sleep(ASK_AGAIN);
		}
		held.add(key);
		try {
			return await task(new AbortController().signal);
		} finally {
			held.delete(key);
		}
	};
	// n8n-core warns of each time-out; they are counted here instead.
	jest.spyOn(Container.get(Logger), 'warn').mockImplementation(() => undefined);
	Container.get(LockService).setProvider({ withLease });
	return seen;
}
