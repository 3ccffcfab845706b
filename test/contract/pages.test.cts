import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTracked, root, trackedFiles } from '../harness/repository.cjs';

const pages = trackedFiles().filter((file) => file.endsWith('.md'));

/** Links to other files and to headings, not to the web. */
const innerLinks = (page: string): string[] =>
	[...readTracked(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = '']) => target)
		.filter((target) => !/^[a-z]+:/.test(target));

/** The anchor that GitHub gives to a heading. */
const anchor = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');

const anchorsOf = (page: string): string[] =>
	[...readTracked(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));

function leadsSomewhere(page: string, target: string): boolean {
	const [path = '', heading] = target.split('#');
	const file = path === '' ? page : join(dirname(page), decodeURI(path));
	if (!existsSync(join(root, file))) return false;
	return heading === undefined || anchorsOf(file).includes(heading);
}

describe('pages', () => {
	it('are there', () => {
		const expected = ['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md'];
		expect(pages).toEqual(expect.arrayContaining(expected));
	});

	it.each(pages)('%s links only to what exists', (page) => {
		expect(innerLinks(page).filter((target) => !leadsSomewhere(page, target))).toEqual([]);
	});

	it('have a changelog entry for the version of the package', () => {
		const { version } = JSON.parse(readTracked('package.json')) as { version: string };
		expect(readTracked('CHANGELOG.md')).toContain(version);
	});
});
