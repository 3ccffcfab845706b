import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { n8nEnvironment } from '../../demo/n8n.cjs';
import { run } from '../../demo/run.cjs';
import { moduleFile, nodeForN8n } from '../../demo/runtime.cjs';

/** The tokens that an n8n holds for its credentials at this moment, decrypted by n8n itself. */
export async function storedTokens(userFolder: string): Promise<string[]> {
	const output = join(userFolder, 'decrypted.json');
	const args = ['export:credentials', '--all', '--decrypted', `--output=${output}`];
	await run({
		name: 'n8n export:credentials',
		file: nodeForN8n(),
		args: [moduleFile('n8n/bin/n8n'), ...args],
		cwd: userFolder,
		env: n8nEnvironment(userFolder),
		output: 'collect',
	});
	const credentials = JSON.parse(readFileSync(output, 'utf8')) as ExportedCredential[];
	rmSync(output);
	return credentials.flatMap(({ data: { oauthTokenData: tokens } }) =>
		tokens === undefined ? [] : [tokens.access_token, tokens.refresh_token],
	);
}

interface ExportedCredential {
	readonly data: {
		readonly oauthTokenData?: { readonly access_token: string; readonly refresh_token: string };
	};
}

/** The files below a folder that contain a text: n8n's database with all executions, its logs, its settings. */
export function filesWith(folder: string, text: string): string[] {
	const found: string[] = [];
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) found.push(...filesWith(path, text));
		else if (entry.isFile() && readFileSync(path).includes(text)) found.push(path);
	}
	return found;
}
