import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../harness/repository.cjs';

const file = join(root, 'docs', 'performance.md');
const place = /<!-- bench -->[^]*<!-- \/bench -->/;

/** Puts a text between the markers of the page. */
export function writePage(text: string): void {
	const page = readFileSync(file, 'utf8');
	if (!place.test(page)) throw new Error('docs/performance.md has lost its markers');
	writeFileSync(
		file,
		page.replace(place, () => `<!-- bench -->\n\n${text}\n\n<!-- /bench -->`),
	);
}
