import { readTracked, npm, trackedFiles } from '../harness/repository.cjs';

interface Pack {
	unpackedSize: number;
	files: Array<{ path: string; size: number }>;
}

const unpackedLimit = 950_000;
const atTop = ['CHANGELOG.md', 'LICENSE', 'README.md', 'index.js', 'package.json'];

/** Where the build puts an icon, or what the node panel says of a node. */
const copies = trackedFiles()
	.filter((source) => /^icons\/.*\.svg$|^nodes\/.*\.node\.json$/.test(source))
	.map((source) => `dist/${source}`);

describe('the tarball', () => {
	const [pack] = JSON.parse(npm('pack', '--dry-run', '--json')) as [Pack];
	const names = pack.files.map(({ path }) => path);
	const schemas = names.filter((name) => name.includes('/__schema__/'));
	const { n8n } = JSON.parse(readTracked('package.json')) as { n8n: Record<string, string[]> };

	it('holds all code in one file, and what n8n looks for (npm run build)', () => {
		const derived = new Set([...schemas, ...atTop]);
		const entries = ['credentials', 'nodes'].flatMap((kind) => n8n[kind] ?? []);
		const expected = ['dist/exactonline.js', ...entries, ...copies];
		expect(names.filter((name) => !derived.has(name)).sort()).toEqual(expected.sort());
	});

	it('has five files beside dist', () => {
		expect(names.filter((name) => !name.startsWith('dist/')).sort()).toEqual(atTop);
	});

	it('describes the output of operations for the editor', () => {
		expect(schemas.length).toBeGreaterThan(0);
		for (const name of schemas) {
			expect(name).toMatch(
				/^dist\/nodes\/ExactOnline\/__schema__\/v\d+\.\d+\.\d+\/\w+\/\w+\.json$/,
			);
			expect(JSON.parse(readTracked(name))).toMatchObject({ type: 'object', version: 1 });
		}
	});

	it('is small: an instance loads it at every start', () => {
		expect(pack.unpackedSize).toBeLessThanOrEqual(unpackedLimit);
	});
});
