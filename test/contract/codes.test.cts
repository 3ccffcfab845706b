import { readTracked } from '../harness/repository.cjs';

/** The words of `TroubleCode`, as its source lists them. */
const codes = [
	...readTracked('nodes/ExactOnline/exact/errors/trouble.ts').matchAll(/^\t\| '([A-Z_]+)'/gm),
].map(([, code]) => code);

describe('the codes of error items', () => {
	it('are all explained to those who switch on them, and no others', () => {
		const page = readTracked('docs/operations.md');
		const [, section = ''] = page.split('## Errors in a workflow');
		const rows = [...section.matchAll(/^\| `([A-Z_]+)` \| \S.* \| \S.* \|$/gm)];
		expect(codes.length).toBeGreaterThan(20);
		expect(rows.map(([, code]) => code).sort()).toEqual([...codes].sort());
	});

	it('that no answer of Exact leads to have a heading of their own', () => {
		const answers = readTracked('nodes/ExactOnline/exact/errors/explanations.ts');
		const own = codes.filter((code) => !answers.includes(`code: '${code}'`));
		const headings = readTracked('docs/troubleshooting.md').match(/^### .*$/gm) ?? [];
		const without = own.filter(
			(code) => !headings.some((heading) => heading.includes(`\`${code}\``)),
		);
		expect(own.length).toBeGreaterThan(20);
		expect(without).toEqual([]);
	});
});
