import { setTimeout as sleep } from 'node:timers/promises';
import { request, type N8nSession } from '../../demo/n8n-session.cjs';
import { finished, type Execution, type SavedWorkflow } from '../../demo/n8n-workflows.cjs';

/** Activates a workflow, as *Publish* in the editor does. */
export async function activate(session: N8nSession, { id }: SavedWorkflow): Promise<void> {
	const path = `/rest/workflows/${id}`;
	const { versionId } = await request<{ versionId: string }>(session, 'GET', path);
	await request(session, 'POST', `${path}/activate`, { versionId });
}

/** Everything that a workflow has been started for, the first first. */
export async function executionsOf(
	session: N8nSession,
	{ id }: SavedWorkflow,
): Promise<Execution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const path = `/rest/executions?filter=${filter}&limit=50`;
	const { results } = await request<{ results: { id: string }[] }>(session, 'GET', path);
	const inOrder = results.map((one) => Number(one.id)).sort((a, b) => a - b);
	const deadline = Date.now() + 60_000;
	return await Promise.all(
		inOrder.map(async (one) => await finished(session, String(one), deadline)),
	);
}

/** Waits until a workflow has been started that often. */
export async function startedTimes(
	session: N8nSession,
	workflow: SavedWorkflow,
	times: number,
	patienceMs = 150_000,
): Promise<Execution[]> {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		const executions = await executionsOf(session, workflow);
		if (executions.length >= times) return executions;
		if (Date.now() > deadline) {
			throw new Error(`"${workflow.name}" was started ${executions.length} times, not ${times}.`);
		}
		await sleep(2000);
	}
}
