import { html, type Html } from '../html.mjs';
import type { LogEntry } from '../log.mjs';
import type { SandboxState } from '../state.mjs';
import { clockTime, orNone } from './gauges.mjs';

const shown = 40;

/** The latest requests, newest first. */
export function requests({ log }: SandboxState): Html {
	const rows = log.latest(shown).reverse().map(requestRow);
	return html`<section>
		<h2>Latest requests</h2>
		<table>
			<tr>
				<th>#</th>
				<th>Time</th>
				<th></th>
				<th>Address</th>
				<th>Answer</th>
				<th>Rows</th>
			</tr>
			${orNone(rows, 6, 'No requests yet')}
		</table>
	</section>`;
}

/** Messages of the XML API that refuse something: 0 error, 3 fatal. */
const refusal = /^[03] /;

function requestRow({ n, at, method, url, status, rows, said = [], fault }: LogEntry): Html {
	const refused = said.filter((text) => refusal.test(text)).map((text) => text.slice(2));
	const bad = status >= 400 || status === 0 || refused.length > 0 ? html` class="bad"` : html``;
	return html`<tr><td>${n}</td><td>${clockTime(at)}</td><td>${method}</td>
		<td class="url">${readable(url)}</td>
		<td${bad}>${status === 0 ? 'none' : status}${fault ? ` (scripted: ${fault})` : ''} ${refused.join(' · ')}</td>
		<td>${rows}</td></tr>`;
}

function readable(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
