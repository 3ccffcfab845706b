import fc from 'fast-check';

import type { Trouble } from '../../nodes/ExactOnline/exact/errors/trouble.js';
import type { Session } from '../../nodes/ExactOnline/exact/session.js';
import { mismatch } from '../../nodes/ExactOnline/kit/attaching/fileContent.js';
import {
	cleanName,
	endingFor,
	endingOf,
	isFileName,
	LONGEST_NAME,
	named,
} from '../../nodes/ExactOnline/kit/attaching/fileName.js';
import { largestFile, megabytes } from '../../nodes/ExactOnline/kit/attaching/fileSize.js';
import { prepareFile } from '../../nodes/ExactOnline/kit/attaching/prepareFile.js';
import { hostileText } from './hostileText.cjs';

const MB = 1024 * 1024;
const labels = { file: 'Input Data Field Name', name: 'Options > File Name' };

class Refused extends Error {
	constructor(readonly trouble: Trouble) {
		super(trouble.message);
	}
}

const sessionOn = (baseUrl: string) =>
	({
		connection: { baseUrl },
		fail: (trouble: Trouble) => {
			throw new Refused(trouble);
		},
	}) as unknown as Session;

interface Given {
	name?: string;
	mimeType?: string;
	content?: string | Buffer;
	nameGiven?: string;
	site?: string;
}

const prepare = async ({
	name = '',
	mimeType = 'application/octet-stream',
	content = '%PDF-1.7',
	nameGiven,
	site = 'https://start.exactonline.nl',
}: Given) => {
	const load = async () => Buffer.from(content as string, 'latin1');
	return await prepareFile(sessionOn(site), { name, mimeType, load }, nameGiven, labels);
};

const refusal = async (given: Given): Promise<Trouble> => {
	const outcome = await prepare(given).catch((error: unknown) => error);
	if (outcome instanceof Refused) return outcome.trouble;
	throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
};

describe('the name of a file', () => {
	it.each([
		['invoice.pdf', 'invoice.pdf'],
		['C:\\Users\\ann\\invoice.pdf', 'invoice.pdf'],
		['/uploads/../etc/invoice.pdf', 'invoice.pdf'],
		['a\nb\u0000c\u202Ed.pdf', 'abcd.pdf'],
		[' invoice.pdf. ', 'invoice.pdf'],
		['what?*.pdf', 'what__.pdf'],
		['cafe\u0301.pdf', 'caf\u00E9.pdf'],
		['half \uD83D.pdf', 'half .pdf'],
		['../', ''],
		['...', ''],
	])('%j becomes %j', (name, clean) => {
		expect(cleanName(name)).toBe(clean);
	});

	it.each([
		['invoice 2026-001.pdf', true],
		['Überweisung (2).PDF', true],
		['2026/001.pdf', false],
		['a\\b.pdf', false],
		['a:b.pdf', false],
		['a\nb.pdf', false],
		['...', false],
		['x'.repeat(LONGEST_NAME), true],
		['x'.repeat(LONGEST_NAME + 1), false],
	])('%j may be chosen: %s', (name, may) => {
		expect(isFileName(name)).toBe(may);
	});

	it.each([
		['invoice.PDF', '.pdf'],
		['archive.tar.gz', '.gz'],
		['Invoice 12.50', undefined],
		['invoice', undefined],
		['.pdf', undefined],
	])('%j ends with %s', (name, ending) => {
		expect(endingOf(name)).toBe(ending);
	});

	it('stays clean and short enough, whatever it was', () => {
		fc.assert(
			fc.property(hostileText, fc.constantFrom('', '.pdf', '.xlsx'), (text, ending) => {
				const name = named(cleanName(text), ending);
				expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
				expect(name === '' || isFileName(name)).toBe(true);
				expect(cleanName(name)).toBe(name);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is cut in front of its ending, and through no character', () => {
		expect(named('x'.repeat(300), '.pdf')).toBe(`${'x'.repeat(196)}.pdf`);
		expect(named(`${'x'.repeat(195)}\u{1F600}`, '.pdf')).toBe(`${'x'.repeat(195)}.pdf`);
	});

	it.each([
		['application/pdf', '.pdf'],
		['APPLICATION/PDF; charset=binary', '.pdf'],
		['image/png', '.png'],
		['image/jpeg', '.jpg'],
		['image/tiff', '.tif'],
		['text/xml', '.xml'],
		['application/json', '.json'],
		['text/plain', '.txt'],
		['text/csv', '.csv'],
		['message/rfc822', '.eml'],
		['application/zip', '.zip'],
		['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
		['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
		['application/octet-stream', ''],
	])('gets the ending of %s', (mimeType, ending) => {
		expect(endingFor(mimeType)).toBe(ending);
	});
});

const PDF = '%PDF-1.7\n%\xE2\xE3';
const ZIP = 'PK\x03\x04rest';
const OLE = '\xD0\xCF\x11\xE0rest';

describe('what is inside of a file', () => {
	it.each([
		['.pdf', PDF],
		['.pdf', `${' '.repeat(1024)}${PDF}`],
		['.png', '\x89PNG\r\n\x1A\nrest'],
		['.jpg', '\xFF\xD8\xFF\xE0rest'],
		['.jpeg', '\xFF\xD8\xFF\xE1rest'],
		['.tif', 'II*\0rest'],
		['.tiff', 'MM\0*rest'],
		['.zip', ZIP],
		['.xlsx', ZIP],
		['.docx', OLE],
		['.xml', '{"not": "XML"}'],
		['.eml', 'anything'],
		['', 'anything'],
	])('%s: fits', (ending, content) => {
		expect(mismatch(ending, Buffer.from(content, 'latin1'))).toBeUndefined();
	});

	it.each([
		['.pdf', '{"error": "not found"}', 'JSON', 'a PDF'],
		['.pdf', '\xEF\xBB\xBF[{}]', 'JSON', 'a PDF'],
		['.pdf', '<!DOCTYPE html><html>', 'a web page', 'a PDF'],
		['.pdf', '\n<HTML>', 'a web page', 'a PDF'],
		['.pdf', '<?xml version="1.0"?>', 'XML', 'a PDF'],
		['.pdf', 'Not found', 'text', 'a PDF'],
		['.pdf', '\xFF\xD8\xFF\xE0', 'a JPEG picture', 'a PDF'],
		['.pdf', '\0\x01\x02', 'something else', 'a PDF'],
		['.pdf', `${' '.repeat(1025)}${PDF}`, 'text', 'a PDF'],
		['.png', PDF, 'a PDF', 'a PNG picture'],
		['.tif', ZIP, 'a ZIP archive', 'a TIFF picture'],
		['.zip', OLE, 'an Office document', 'a ZIP archive'],
		['.xlsx', 'a;b;c', 'text', 'an Office document'],
	])('%s that begins %j: is %s and not %s', (ending, content, found, expected) => {
		expect(mismatch(ending, Buffer.from(content, 'latin1'))).toEqual({ found, expected });
	});
});

describe('the size of a file', () => {
	it.each([
		['https://start.exactonline.nl', 10 * MB],
		['https://start.exactonline.be', 10 * MB],
		['https://start.exactonline.fr', 7.1 * MB],
		['https://start.exactonline.de', 7.1 * MB],
		['https://start.exactonline.es', 7.1 * MB],
		['https://start.exactonline.co.uk', 7.1 * MB],
		['https://start.exactonline.com', 7.1 * MB],
		['https://start.exactonline.nl.example.org', 7.1 * MB],
		['http://127.0.0.1:8500', 7.1 * MB],
	])('%s takes %d bytes', (site, bytes) => {
		expect(largestFile(site)).toBe(bytes);
	});

	it('leaves room for base64 and the rest in a message of 9.5 MB', () => {
		expect((largestFile('https://start.exactonline.fr') * 4) / 3 + 2048).toBeLessThan(9.5 * MB);
	});

	it('is never rounded down to what is allowed', () => {
		expect(megabytes(10 * MB)).toBe('10 MB');
		expect(megabytes(10 * MB + 1)).toBe('10.1 MB');
	});
});

describe('a file before it is sent', () => {
	it.each<[string, Given, { name?: string; ending: string }]>([
		['its own name', { name: 'x/Factuur.PDF' }, { name: 'Factuur.pdf', ending: '.pdf' }],
		['the chosen name', { name: 'a.pdf', nameGiven: 'b.pdf' }, { name: 'b.pdf', ending: '.pdf' }],
		[
			'the ending of its type',
			{ nameGiven: 'Invoice 12.50', mimeType: 'application/pdf' },
			{ name: 'Invoice 12.50.pdf', ending: '.pdf' },
		],
		['no name', { mimeType: 'application/pdf' }, { name: undefined, ending: '.pdf' }],
		['nothing known', { name: 'scan' }, { name: 'scan', ending: '' }],
	])('%s', async (_, given, expected) => {
		const { content, ...rest } = await prepare(given);
		expect(rest).toEqual(expected);
		expect(content.toString()).toBe('%PDF-1.7');
	});

	it.each<[string, Given, string, string]>([
		[
			'a path as name',
			{ nameGiven: '2026/1.pdf' },
			'PARAM_FORMAT',
			'\'Options > File Name\' is "2026/1.pdf"',
		],
		['an empty file', { content: '' }, 'FILE', "'Input Data Field Name' names an empty file"],
		[
			'JSON as PDF',
			{ name: 'a.pdf', content: '{"error":"secret"}' },
			'FILE',
			'\'Input Data Field Name\' holds JSON and not a PDF, as "a.pdf" says',
		],
		[
			'a web page without a name',
			{ mimeType: 'application/pdf', content: '<html>' },
			'FILE',
			'\'Input Data Field Name\' holds a web page and not a PDF, as ".pdf" says',
		],
		[
			'too much',
			{ content: Buffer.alloc(10 * MB + 1) },
			'FILE',
			"'Input Data Field Name' names a file of 10.1 MB",
		],
	])('refuses %s', async (_, given, code, message) => {
		const trouble = await refusal(given);
		expect(trouble).toMatchObject({ code, message });
		expect(trouble.description).not.toBe('');
	});

	it('takes as much as the site does', async () => {
		const content = Buffer.alloc(10 * MB, ' ');
		expect((await prepare({ content })).content).toHaveLength(10 * MB);
		const elsewhere = await refusal({ content, site: 'https://start.exactonline.fr' });
		expect(elsewhere.description).toContain('up to 7.1 MB');
	});

	it('that n8n has lost is not a defect of this node', async () => {
		const lost = {
			name: 'a.pdf',
			mimeType: 'application/pdf',
			load: async () => await Promise.reject<Buffer>(new Error('ENOENT /srv/binary')),
		};
		const task = prepareFile(sessionOn('https://start.exactonline.nl'), lost, undefined, labels);
		await expect(task).rejects.toMatchObject({
			trouble: {
				code: 'FILE',
				message: "'Input Data Field Name' names a file that n8n could not load",
			},
		});
	});
});
