import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Commands and places where a Chromium, Chrome or Edge is usually found. */
const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => [
		join(process.env[variable] ?? '', 'Google/Chrome/Application/chrome.exe'),
		join(process.env[variable] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
	]),
];

/** The browser of this machine; `CHROMIUM_PATH` names another one. Undefined when there is none. */
export function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, ...places].find((file) => existsSync(file));
}

export const chromiumMissing =
	'No Chromium was found, and the connection to Exact Online is tested in a real browser. Install one ' +
	'(Debian, Ubuntu: apt-get install -y chromium) or put the path of Chromium, Chrome or Edge in CHROMIUM_PATH.';

/** Starts the browser without a window. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	if (executablePath === undefined) throw new Error(chromiumMissing);
	return await chromium.launch({
		executablePath,
		headless: true,
		args: [
			// Containers run as root, where Chromium has no sandbox of its own.
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			// No calls home in the middle of a test.
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
