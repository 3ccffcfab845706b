import { text } from '../companies.mjs';
import { html, type Html } from '../html.mjs';
import { dateIn, latest, numberIn, type CompanyRows } from './cells.mjs';
import { orNone } from './gauges.mjs';

const shown = 10;

/** The latest documents, and the names and sizes of their files. */
export function documents({ rows, names }: CompanyRows): Html {
	const files = rows('DocumentAttachments');
	const lines = latest(rows('Documents'), 'HID', shown).map((row) => {
		const own = files.filter((file) => text(file, 'Document') === text(row, 'ID'));
		return html`<tr>
			<td>${text(row, 'HID')}</td>
			<td>${dateIn(row, 'DocumentDate')}</td>
			<td>${names.get(text(row, 'Account') ?? '')}</td>
			<td>${text(row, 'Subject')}</td>
			<td>${own.map(fileLine)}</td>
		</tr>`;
	});
	return html`<h3>Documents</h3>
		<table>
			<tr>
				<th>#</th>
				<th>Date</th>
				<th>Relation</th>
				<th>Subject</th>
				<th>Files</th>
			</tr>
			${orNone(lines, 5, 'No documents')}
		</table>`;
}

function fileLine(file: object): Html {
	return html`<div>
		${text(file, 'FileName')} <span class="muted">${numberIn(file, 'FileSize')} bytes</span>
	</div>`;
}
