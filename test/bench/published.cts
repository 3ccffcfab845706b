import { execFileSync } from 'node:child_process';
import { PackageDirectoryLoader } from 'n8n-core';

import { npm, root } from '../harness/repository.cjs';
import { median } from './measuring/median.cjs';

/** How often a fresh process loads the nodes. */
const LOADS = 11;

/** What the package costs an instance that does nothing with it yet. */
export interface Published {
	/** Bytes on disk. */
	unpacked: number;
	/** Milliseconds to load the files of both nodes, and to make one of each after that. */
	required: number;
	made: number;
	/** Characters of JSON for the editor, for all nodes. */
	described: number;
}

export async function measurePackage(): Promise<Published> {
	const [{ unpackedSize }] = JSON.parse(npm('pack', '--dry-run', '--json')) as [
		{ unpackedSize: number },
	];
	const loads = Array.from({ length: LOADS }, load);
	return {
		unpacked: unpackedSize,
		required: median(loads.map(([required]) => required)),
		made: median(loads.map(([, made]) => made)),
		described: await describedSize(),
	};
}

/** n8n-workflow is there already when n8n loads a package. */
const LOAD = `
	require('n8n-workflow');
	const started = performance.now();
	const { ExactOnline } = require('./dist/nodes/ExactOnline/ExactOnline.node.js');
	const { ExactOnlineTrigger } = require('./dist/nodes/ExactOnline/ExactOnlineTrigger.node.js');
	const required = performance.now();
	new ExactOnline();
	new ExactOnlineTrigger();
	console.log(JSON.stringify([required - started, performance.now() - required]));
`;

function load(): [number, number] {
	const options = { cwd: root, encoding: 'utf8' } as const;
	return JSON.parse(execFileSync(process.execPath, ['-e', LOAD], options)) as [number, number];
}

/** As n8n's own loader makes it for /types/nodes.json. */
async function describedSize(): Promise<number> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	return JSON.stringify(loader.types.nodes).length;
}
