import { installN8n } from '../../demo/install.cjs';
import { packNode } from '../../demo/pack.cjs';
import { tarballFolder } from './artefacts.cjs';

/** Once before all end-to-end tests: the real n8n, and the node packed as it would be published. */
export default async function setUp(): Promise<void> {
	await installN8n();
	await packNode(tarballFolder);
}
