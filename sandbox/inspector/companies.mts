import { html, type Html } from '../html.mjs';
import { companiesOf, text } from '../companies.mjs';
import type { SandboxState } from '../state.mjs';
import { orNone } from './gauges.mjs';

const latestCount = 5;

/** The companies of the demo user, and what was changed last in each. */
export function companies({ store }: SandboxState): Html {
	const sections = companiesOf(store).map(({ code, name, archived }) => {
		const accounts = store.dump(code, 'Accounts');
		const latest = accounts.sort(byModified).slice(0, latestCount);
		return html`<section>
			<h2>${name} <span class="muted">${code}${archived ? ', archived' : ''}</span></h2>
			<p class="muted">${accounts.length} relations; changed last:</p>
			<table>
				${orNone(latest.map(accountRow), 3, 'Nothing stored')}
			</table>
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
