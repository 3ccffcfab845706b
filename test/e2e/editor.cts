import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { CredentialFields } from '../../demo/n8n-credentials.cjs';
import type { Person } from '../../demo/n8n-session.cjs';
import { artefacts } from './artefacts.cjs';

/** n8n's editor in a browser, used the way a person uses it. */
export interface Editor {
	readonly page: Page;
	readonly url: string;
}

export async function openEditor(browser: Browser, url: string, person: Person): Promise<Editor> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
	page.setDefaultTimeout(30_000);
	await page.goto(`${url}/signin`);
	await page.getByLabel('Email').fill(person.email);
	await page.getByLabel('Password').fill(person.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/(home|workflow)/);
	return { page, url };
}

/** Keeps a picture of what the browser shows, to be looked at after the run. */
export async function picture({ page }: Editor, name: string): Promise<string> {
	mkdirSync(artefacts, { recursive: true });
	const path = join(artefacts, `${name}.png`);
	await page.screenshot({ path });
	return path;
}

/** The same of the fields of the open node only, all of them below each other. */
export async function panelPicture({ page }: Editor, name: string): Promise<void> {
	const usual = page.viewportSize();
	await page.setViewportSize({ width: 1440, height: 1700 });
	await page.mouse.move(0, 0);
	const panel = page.locator('[data-test-id="node-parameters"]');
	await panel.screenshot({ path: join(artefacts, `${name}.png`) });
	if (usual !== null) await page.setViewportSize(usual);
}

/** Creates the credential by hand and clicks through OAuth; returns what the editor says in the end. */
export async function connectByHand(editor: Editor, fields: CredentialFields): Promise<string> {
	const { page, url } = editor;
	await page.goto(`${url}/home/credentials/create`);
	await page.getByPlaceholder('Search for app...').fill('Exact Online');
	await page.getByText('Exact Online OAuth2 API', { exact: true }).click();
	await page.getByRole('button', { name: 'Continue' }).click();
	await choose(page, 'region', 'Custom URL');
	await parameter(page, 'customUrl').locator('input').fill(fields.customUrl);
	await parameter(page, 'clientId').locator('input').fill(fields.clientId);
	await parameter(page, 'clientSecret').locator('input').fill(fields.clientSecret);
	const popup = page.waitForEvent('popup');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Connect/ })
		.click();
	await (await popup).getByRole('button', { name: 'Allow' }).click();
	const banner = page.locator('[data-test-id="oauth-connect-success-banner"]');
	await banner.waitFor({ state: 'visible' });
	return (await banner.innerText()).split('\n')[0]?.trim() ?? '';
}

/** Opens a workflow with the panel of one of its nodes, as a double click on the node does. */
export async function openNode(
	{ page, url }: Editor,
	workflowId: string,
	nodeId: string,
): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}/${nodeId}`);
	await parameter(page, 'resource').waitFor();
}

/** Opens the searchable list of a resource locator in the panel and returns what it offers. */
export async function offeredBy({ page }: Editor, name: string): Promise<string[]> {
	await parameter(page, name).locator('input').last().click();
	await entries(page).first().waitFor();
	return await entries(page).allInnerTexts();
}

/** Takes one entry of the list that is open. */
export async function take({ page }: Editor, entry: string): Promise<void> {
	await entries(page).filter({ hasText: entry }).click();
}

/** Runs the node whose panel is open, as its button does, until its output shows a text; returns all of it. */
export async function executeStep({ page }: Editor, expected: string): Promise<string> {
	// The canvas behind the panel has a button of that name as well, without text.
	await page.locator('button', { hasText: 'Execute step' }).first().click();
	const output = page.locator('[data-test-id="output-panel"]');
	await output.getByText(expected).first().waitFor();
	return await output.innerText();
}

const entries = (page: Page): Locator => page.locator('[data-test-id="rlc-item"]');

/** One field of the credential's or the node's panel, by its name in the declaration. */
function parameter(page: Page, name: string): Locator {
	return page.locator(`[data-test-id="parameter-input-${name}"]`);
}

async function choose(page: Page, name: string, option: string): Promise<void> {
	await parameter(page, name).locator('input').click();
	await page.getByRole('option', { name: option }).click();
}
