import { text } from '../companies.mjs';
import { html, type Html } from '../html.mjs';
import { amountIn, dateIn, latest, type CompanyRows } from './cells.mjs';
import { orNone } from './gauges.mjs';

const shown = 10;

/** Names of the types of entries. */
const types: Readonly<Record<string, string>> = {
	20: 'Sales invoice',
	21: 'Sales credit note',
	30: 'Purchase invoice',
	31: 'Purchase credit note',
};

/** The sales and purchase entries that were made last. */
export function entries({ rows, names }: CompanyRows): Html {
	const all = [...rows('SalesEntries'), ...rows('PurchaseEntries')];
	const lines = latest(all, 'Created', shown).map((row) => {
		const type = text(row, 'Type') ?? '';
		const relation = text(row, 'Customer') ?? text(row, 'Supplier') ?? '';
		return html`<tr>
			<td>${text(row, 'Journal')}</td>
			<td>${text(row, 'EntryNumber')}</td>
			<td>${dateIn(row, 'EntryDate')}</td>
			<td>${names.get(relation)}</td>
			<td>${amountIn(row, 'AmountFC')}</td>
			<td>${types[type] ?? type}</td>
		</tr>`;
	});
	return html`<h3>Latest entries</h3>
		<table>
			<tr>
				<th>Journal</th>
				<th>Number</th>
				<th>Date</th>
				<th>Relation</th>
				<th>Total</th>
				<th>Type</th>
			</tr>
			${orNone(lines, 6, 'No entries')}
		</table>`;
}
