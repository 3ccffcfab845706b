import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installCommunityPackage } from '../../demo/community-package.cjs';
import type { CredentialFields } from '../../demo/n8n-credentials.cjs';
import { logInAsOwner, type N8nSession, type Person } from '../../demo/n8n-session.cjs';
import { startN8n, type N8n } from '../../demo/n8n.cjs';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { tarball, userFolders } from './artefacts.cjs';

export const owner: Person = {
	email: 'owner@example.com',
	password: 'Owner-1234',
	firstName: 'Olga',
	lastName: 'Owner',
};

/** A new n8n with the packed node in it, its owner logged in, and a sandbox for it to talk to. */
export interface Installation {
	readonly n8n: N8n;
	readonly session: N8nSession;
	readonly sandbox: Sandbox;
	/** Everything that this n8n writes is below it. */
	readonly folder: string;
	/** What a person enters to reach this sandbox. */
	readonly fields: CredentialFields;
	stop(): Promise<void>;
}

export async function install(name: string): Promise<Installation> {
	const folder = join(userFolders, name);
	rmSync(folder, { recursive: true, force: true });
	await installCommunityPackage(tarball(), folder);
	const sandbox = await startSandbox({ profile: 'strict' });
	const n8n = await startN8n({ userFolder: folder }).catch(async (error: unknown) => {
		await sandbox.stop();
		throw error;
	});
	const session = await logInAsOwner(n8n.url, owner);
	const { url: customUrl, clientId, clientSecret } = sandbox;
	const fields = { region: 'custom', customUrl, clientId, clientSecret };
	const stop = async () => {
		await n8n.stop();
		await sandbox.stop();
	};
	return { n8n, session, sandbox, folder, fields, stop };
}
