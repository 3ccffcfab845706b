import { installN8n } from '../../demo/install.cjs';
import { packNode } from '../../demo/pack.cjs';
import { artefacts, tarballFolder } from './artefacts.cjs';
import { mkdirSync } from 'node:fs';

/** Once before all end-to-end tests: the real n8n, and the node packed as it would be published. */
export default async function setUp(): Promise<void> {
	mkdirSync(artefacts, { recursive: true });
	await installN8n();
	await packNode(tarballFolder);
}
