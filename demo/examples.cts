import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Credential } from './n8n-credentials.cjs';
import type { N8nSession } from './n8n-session.cjs';
import {
	importWorkflow,
	findWorkflow,
	readWorkflow,
	type SavedWorkflow,
} from './n8n-workflows.cjs';

const examplesFolder = join(dirname(__dirname), 'examples');

/** The workflow files that the package shows its users. */
export function exampleFiles(): string[] {
	const names = readdirSync(examplesFolder).filter((name) => name.endsWith('.json'));
	return names.sort().map((name) => join(examplesFolder, name));
}

/** Imports the examples that this n8n does not have yet: what a person changed in one stays as it is. */
export async function importExamples(
	session: N8nSession,
	credential: Credential,
): Promise<SavedWorkflow[]> {
	const imported: SavedWorkflow[] = [];
	for (const file of exampleFiles()) {
		const workflow = readWorkflow(file, credential);
		const existing = await findWorkflow(session, workflow.name);
		imported.push(existing ?? (await importWorkflow(session, workflow)));
	}
	return imported;
}
