import { text } from '../companies.mjs';
import { html, type Html } from '../html.mjs';
import { amountIn, dateIn, numberIn, type CompanyRows } from './cells.mjs';
import { orNone } from './gauges.mjs';

const shown = 20;

/** Status of a term that nothing has been done about yet. */
const OPEN = 20;

/** What is still to be received and to be paid, what is due first on top; amounts as they are stored. */
export function openItems(company: CompanyRows): Html {
	const items = [
		...open(company, 'Receivables', 'To receive'),
		...open(company, 'Payments', 'To pay'),
	];
	items.sort((a, b) => numberIn(a.row, 'DueDate') - numberIn(b.row, 'DueDate'));
	const lines = items.slice(0, shown).map(
		({ row, kind }) =>
			html`<tr>
				<td>${kind}</td>
				<td>${text(row, 'InvoiceNumber')}</td>
				<td>${dateIn(row, 'DueDate')}</td>
				<td>${company.names.get(text(row, 'Account') ?? '')}</td>
				<td>${amountIn(row, 'AmountFC')}</td>
			</tr>`,
	);
	const more = items.length > shown ? `, ${shown} of ${items.length}` : '';
	return html`<h3>Open items${more}</h3>
		<table>
			<tr>
				<th></th>
				<th>Invoice</th>
				<th>Due</th>
				<th>Relation</th>
				<th>Amount</th>
			</tr>
			${orNone(lines, 5, 'Nothing open')}
		</table>`;
}

function open({ rows }: CompanyRows, entity: string, kind: string) {
	return rows(entity)
		.filter((row) => numberIn(row, 'Status') === OPEN)
		.map((row) => ({ row, kind }));
}
