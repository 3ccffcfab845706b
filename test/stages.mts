import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `script` is one of package.json and counts as one check; a stage without it is a jest project. */
interface Stage {
	name: string;
	seconds: number;
	script?: string;
	/** Left out of `npm run test:fast`. */
	slow?: true;
	/** Needs a database and a queue that only `.ci/run` installs: left out unless CI=true. */
	ci?: true;
}

interface Count {
	passed: number;
	failed: number;
}

/** The part of jest's `--json` report that is counted. */
interface JestReport {
	numPassedTests: number;
	numTotalTests: number;
	numRuntimeErrorTestSuites: number;
}

/** Cheapest first, so that a typing error is not reported after the tests. */
const stages: Stage[] = [
	{ name: 'format', script: 'format:check', seconds: 15 },
	{ name: 'types', script: 'types', seconds: 25 },
	{ name: 'imports', script: 'imports', seconds: 10 },
	{ name: 'duplicates', script: 'duplicates', seconds: 10 },
	{ name: 'build', script: 'build:check', seconds: 15 },
	{ name: 'lint', script: 'lint', seconds: 25 },
	{ name: 'lint:dev', script: 'lint:dev', seconds: 30 },
	{ name: 'scan', script: 'scan', seconds: 20 },
	{ name: 'unit', seconds: 60 },
	{ name: 'contract', seconds: 30 },
	{ name: 'sandbox', seconds: 120 },
	{ name: 'nodes', seconds: 500 },
	{ name: 'endurance', seconds: 900, slow: true },
	{ name: 'e2e', seconds: 900, slow: true },
	{ name: 'queue', seconds: 900, slow: true, ci: true },
];

const artefacts = join(import.meta.dirname, '..', '.artefacts');
const failure: Count = { passed: 0, failed: 1 };
const success: Count = { passed: 1, failed: 0 };

/** Far beyond every budget: a stage that hangs must fail before the machine gives up on the run. */
const patience = (stage: Stage): number => Math.max(600, stage.seconds * 3) * 1000;

/** Streams what the command prints; true when it ended well, and in time. */
const run = (command: string, timeout: number): Promise<boolean> =>
	new Promise((resolve) => {
		const child = spawn(command, {
			shell: true,
			stdio: ['ignore', 'inherit', 'inherit'],
			timeout,
		});
		child.once('error', () => resolve(false));
		child.once('close', (code) => resolve(code === 0));
	});

/** Nothing is skipped: what jest did not pass has failed, and so has a run that counts nothing. */
function countTests(ended: boolean, reportFile: string): Count {
	try {
		const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
		const missing = report.numTotalTests - report.numPassedTests + report.numRuntimeErrorTestSuites;
		const sound = ended && report.numTotalTests > 0;
		return { passed: report.numPassedTests, failed: sound ? missing : Math.max(missing, 1) };
	} catch {
		return failure;
	}
}

async function carryOut(stage: Stage): Promise<Count> {
	if (stage.script) {
		return (await run(`npm run --silent ${stage.script}`, patience(stage))) ? success : failure;
	}
	const reportFile = join(artefacts, `jest-${stage.name}.json`);
	rmSync(reportFile, { force: true });
	const options = `--selectProjects ${stage.name} --json --outputFile "${reportFile}"`;
	const ended = await run(`npx --no-install jest ${options}`, patience(stage));
	return countTests(ended, reportFile);
}

function chosenStages(words: string[]): Stage[] {
	const names = words.filter((word) => !word.startsWith('--'));
	const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
	if (unknown.length > 0) throw new Error(`No such stage: ${unknown.join(', ')}`);
	if (names.length > 0) return stages.filter((stage) => names.includes(stage.name));
	if (words.includes('--fast')) return stages.filter((stage) => !stage.slow);
	return stages.filter((stage) => !stage.ci || process.env.CI === 'true');
}

function row(stage: Stage, count: Count, seconds: number): string {
	const time = `${seconds.toFixed(0).padStart(5)} of ${String(stage.seconds).padStart(3)} s`;
	const late = seconds > stage.seconds ? '  over its budget' : '';
	const verdict = count.failed > 0 ? `${count.failed} failed` : 'ok';
	return `${stage.name.padEnd(12)}${time}  ${String(count.passed).padStart(5)} passed  ${verdict}${late}`;
}

async function main(): Promise<void> {
	mkdirSync(artefacts, { recursive: true });
	const rows: string[] = [];
	const total: Count = { passed: 0, failed: 0 };
	for (const stage of chosenStages(process.argv.slice(2))) {
		console.log(`\n=== ${stage.name}`);
		const start = performance.now();
		const count = await carryOut(stage);
		rows.push(row(stage, count, (performance.now() - start) / 1000));
		total.passed += count.passed;
		total.failed += count.failed;
	}
	console.log(`\n${rows.join('\n')}\n`);
	console.log(`${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
