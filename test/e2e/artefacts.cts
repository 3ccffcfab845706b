import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the end-to-end tests leave behind to be looked at: screenshots. */
export const artefacts = resolve(__dirname, '../../.artefacts/e2e');

/**
 * n8n's own folders, outside the repository: below it, the node would find the repository's n8n-workflow instead of
 * the one that n8n brings, and lint would read n8n's files.
 */
export const userFolders = join(tmpdir(), 'n8n-nodes-exactonline-e2e');

export const tarballFolder = join(artefacts, 'tarball');

/** The packed node, made by `setup.cts`. */
export function tarball(): string {
	const [name] = readdirSync(tarballFolder);
	if (name === undefined) throw new Error(`${tarballFolder} is empty: did test/e2e/setup.cts run?`);
	return join(tarballFolder, name);
}
