import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is used of n8n's verification scanner, which has no types. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(
		folder: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}

const scannerModule: string = '@n8n/scan-community-package/scanner/scanner.mjs';
const windows = process.platform === 'win32';

/** Unpacks what `npm publish` would send. */
function unpackTarball(folder: string): string {
	const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
		encoding: 'utf8',
		shell: windows,
	});
	const unpacked = join(folder, 'unpacked');
	mkdirSync(unpacked);
	const names = ['-xzf', packed.trim(), '-C', 'unpacked', '--strip-components=1'];
	execFileSync('tar', names, { cwd: folder });
	return unpacked;
}

/**
 * n8n's verification scan without the registry: the published scanner first fetches a package, here
 * the same rules run on this source and on the tarball. Its remaining question, the provenance
 * statement, is answered by the publish workflow.
 */
async function scan(): Promise<boolean> {
	const scanner = (await import(scannerModule)) as Scanner;
	const folder = mkdtempSync(join(tmpdir(), 'exactonline-scan-'));
	try {
		const legs = {
			source: await scanner.analyzePackage(process.cwd(), scanner.SOURCE_FILE_PATTERNS),
			tarball: await scanner.analyzePackage(unpackTarball(folder), ['**/*.js', 'package.json']),
		};
		for (const [leg, { passed, message, details }] of Object.entries(legs)) {
			console.log(passed ? `${leg}: clean` : `${leg}: ${message ?? ''}\n${details ?? ''}`);
		}
		return Object.values(legs).every(({ passed }) => passed);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

process.exitCode = (await scan()) ? 0 : 1;
