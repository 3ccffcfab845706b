import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';

const since = Date.UTC(2026, 0, 1);

/** The paper behind the purchases of 2026: a PDF of one page on the document of each entry. */
export function fillScans(company: Company): void {
	const documents = company.table('Documents');
	const bought = company
		.table('PurchaseEntries')
		.rows()
		.filter(
			(entry) => Number(entry['EntryDate']) >= since && documents.get(String(entry['Document'])),
		);
	const files = bought.map((entry, index) => scan(company, entry, index));
	company.store('DocumentAttachments', files);
}

function scan(company: Company, entry: Row, index: number): Row {
	const number = String(entry['EntryNumber']);
	const file = onePage(`${number}: ${String(entry['YourRef'])}`);
	return {
		ID: guidOf(spaceOf(`${company.code} DocumentAttachments`), index),
		Document: entry['Document'],
		FileName: `${number}.pdf`,
		FileSize: file.length,
		Attachment: file.toString('base64'),
	};
}

/** A PDF that any reader opens: one page, one line. */
export function onePage(text: string): Buffer {
	const content = `BT /F1 14 Tf 40 90 Td (${text}) Tj ET`;
	const page = '/Type /Page /Parent 2 0 R /MediaBox [0 0 420 180] /Contents 4 0 R';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< ${page} /Resources << /Font << /F1 5 0 R >> >> >>`,
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let file = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const place = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(place).padStart(10, '0')} 00000 n \n`;
	});
	const size = objects.length + 1;
	const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
	const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file + table + end, 'latin1');
}
