import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the end-to-end tests leave behind to be looked at: screenshots, n8n's folders and logs. */
export const artefacts = resolve(__dirname, '../../.artefacts/e2e');

export const tarballFolder = join(artefacts, 'tarball');

/** The packed node, made by `setup.cts`. */
export function tarball(): string {
	const [name] = readdirSync(tarballFolder);
	if (name === undefined) throw new Error(`${tarballFolder} is empty: did test/e2e/setup.cts run?`);
	return join(tarballFolder, name);
}
