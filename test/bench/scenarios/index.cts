import type { Scenario } from '../scenario.cjs';
import { files } from './attachments.cjs';
import { clientsRaw, clientsSimplified } from './clients.cjs';
import { idleTrigger } from './idleTrigger.cjs';
import { hundredBooked, thousandBooked } from './invoicesBooked.cjs';
import { invoicesRead } from './invoicesRead.cjs';
import { entriesRaw, entriesSimplified, exportedLines } from './ledger.cjs';

/** In the order of the table. */
export const scenarios: readonly Scenario[] = [
	...[entriesRaw, entriesSimplified, exportedLines],
	...[clientsRaw, clientsSimplified],
	...[invoicesRead, hundredBooked, thousandBooked],
	...[files, idleTrigger],
];

export function scenarioOf(key: string): Scenario {
	const found = scenarios.find((one) => one.key === key);
	if (found === undefined) throw new Error(`No such scenario: ${key}`);
	return found;
}
