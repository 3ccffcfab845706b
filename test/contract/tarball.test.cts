import { readTracked, npm, trackedFiles } from '../harness/repository.cjs';

interface Pack {
	unpackedSize: number;
	files: Array<{ path: string; size: number }>;
}

const unpackedLimit = 1_150_000;
const atTop = ['CHANGELOG.md', 'LICENSE', 'README.md', 'index.js', 'package.json'];

/** Where the build puts what it makes of a source file; nothing for a file that is not shipped. */
const shipped = (source: string): string[] => {
	if (source.includes('/kit/derive/')) return [];
	if (/^(nodes|credentials)\/.*\.ts$/.test(source))
		return [`dist/${source.replace(/\.ts$/, '.js')}`];
	return /^icons\/.*\.svg$|^nodes\/.*\.node\.json$/.test(source) ? [`dist/${source}`] : [];
};

describe('the tarball', () => {
	const [pack] = JSON.parse(npm('pack', '--dry-run', '--json')) as [Pack];
	const names = pack.files.map(({ path }) => path);
	const schemas = names.filter((name) => name.includes('/__schema__/'));

	it('holds what is compiled from the source as it is now, and nothing older (npm run build)', () => {
		const derived = new Set([...schemas, ...atTop]);
		const expected = trackedFiles().flatMap(shipped).sort();
		expect(names.filter((name) => !derived.has(name)).sort()).toEqual(expected);
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
		expect(pack.files.filter(({ size }) => size > unpackedLimit / 8)).toEqual([]);
	});
});
