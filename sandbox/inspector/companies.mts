import { html, type Html } from '../html.mjs';
import { companiesOf, text } from '../companies.mjs';
import type { SandboxState } from '../state.mjs';
import { rowsOf } from './cells.mjs';
import { documents } from './documents.mjs';
import { entries } from './entries.mjs';
import { orNone } from './gauges.mjs';
import { openItems } from './openItems.mjs';

const latestCount = 5;

/** The companies of the demo user: what was changed last in each, what is open, and its documents. */
export function companies(state: SandboxState): Html {
	const sections = companiesOf(state.store).map(({ code, name, archived }) => {
		const company = rowsOf(state, code);
		const accounts = company.rows('Accounts');
		const latest = accounts.sort(byModified).slice(0, latestCount);
		return html`<section>
			<h2>${name} <span class="muted">${code}${archived ? ', archived' : ''}</span></h2>
			<p class="muted">${accounts.length} relations; changed last:</p>
			<table>
				${orNone(latest.map(accountRow), 3, 'Nothing stored')}
			</table>
			${entries(company)}${openItems(company)}${documents(company)}
		</section>`;
	});
	return html`${sections}`;
}

function accountRow(row: object): Html {
	const modified = momentOf(row);
	const when = modified ? new Date(modified).toISOString().slice(0, 19).replace('T', ' ') : '';
	return html`<tr>
		<td>${text(row, 'Code')}</td>
		<td>${text(row, 'Name')}</td>
		<td>${when}</td>
	</tr>`;
}

function byModified(a: object, b: object): number {
	return momentOf(b) - momentOf(a);
}

function momentOf(row: object): number {
	const modified: unknown = Reflect.get(row, 'Modified');
	return typeof modified === 'number' ? modified : 0;
}
