import { join } from 'node:path';

import { root } from '../harness/repository.cjs';
import type { Editor } from './editor.cjs';

/** The part of the editor that a picture shows: an element, or a rectangle of the window. */
const parts = {
	node: '[data-test-id="ndv"]',
	panel: '[data-test-id="node-parameters"]',
	dialog: '[role="dialog"]:visible',
	agent: { x: 440, y: 300, width: 640, height: 420 },
};

/** Renews a picture of the pages in docs/; only with SCREENSHOTS=1, since no two machines draw alike. */
export async function docsPicture(
	{ page }: Editor,
	name: string,
	part: keyof typeof parts,
): Promise<void> {
	if (process.env.SCREENSHOTS !== '1') return;
	await page.mouse.move(0, 0);
	// The address of this n8n is that of a test, and messages in the corner cover the panel.
	await page.evaluate(`
		document.querySelectorAll('.el-notification').forEach((one) => one.remove());
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const { currentNode: text } = texts;
			if (text.data.includes('://localhost:')) {
				text.data = text.data.replace(/http:..localhost:\\d+/, 'https://n8n.example.com');
			}
		}`);
	const path = join(root, 'docs/images', `${name}.png`);
	const shown = parts[part];
	if (typeof shown === 'string') await page.locator(shown).first().screenshot({ path });
	else await page.screenshot({ path, clip: shown });
}
