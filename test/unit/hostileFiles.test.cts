import fc from 'fast-check';

import { mismatch } from '../../nodes/ExactOnline/kit/attaching/fileContent.js';
import {
	cleanName,
	endingFor,
	endingOf,
	isFileName,
	LONGEST_NAME,
	named,
} from '../../nodes/ExactOnline/kit/attaching/fileName.js';
import { Cases, hostileText } from './hostileText.cjs';

const cases = new Cases();

const piece = fc.oneof(
	fc.constantFrom(
		...[
			'..',
			'.',
			'/',
			'\\',
			'../../etc/passwd',
			'C:\\Windows\\',
			'\u0000',
			'\r\n',
			'\u202e',
			'\u2066',
		],
		...[
			'CON',
			'nul',
			'COM1',
			'LPT9',
			'aux.',
			'prn',
			'.pdf',
			'.PDF',
			'.exe',
			'.pdf.exe',
			'.html',
			'.tar.gz',
		],
		...[
			' ',
			'. .',
			'...',
			'~',
			'$HOME',
			'%TEMP%',
			'`id`',
			':ads',
			'::$DATA',
			'|',
			'"',
			'<svg>',
			'-rf',
		],
		...[
			'é',
			'e\u0301',
			'漢字',
			'😀',
			'👩‍👩‍👧',
			'\ud83d',
			'\u200b',
			'\ufeff',
			'\u00ad',
			'\u2028',
			'a'.repeat(300),
		],
	),
	hostileText,
);
const fileName = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));

const DEVICES = [
	'con',
	'prn',
	'aux',
	'nul',
	...[...'0123456789'].flatMap((n) => [`com${n}`, `lpt${n}`]),
];

/** Signs that turn the direction of writing, join or hide: `gpj.exe` must not look like `exe.jpg`. */
const HIDDEN =
	/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]|[^\u0020-\u007e\u00a0-\u{10ffff}]/u;

/** What a disk of any system keeps as one file, in the folder that it was meant for. */
function expectHarmless(name: string): void {
	const wrong = {
		hidden: HIDDEN.test(name),
		forbidden: [...'\\/<>:"|?*'].some((sign) => name.includes(sign)),
		folder: name === '.' || name === '..',
		trimmed: name !== name.trim() || name.endsWith('.'),
		device: DEVICES.includes((name.split('.')[0] ?? '').toLowerCase()),
		spelling: name !== name.normalize('NFC'),
	};
	const found = Object.entries(wrong).filter(([, is]) => is);
	expect([name, found]).toEqual([name, []]);
}

test('a name from elsewhere becomes the name of one file, or none', () => {
	let some = 0;
	cases.check(15_000, fileName, (name) => {
		const clean = cleanName(name);
		expectHarmless(clean);
		if (clean !== '') some++;
		// Cleaned once is clean.
		expect(cleanName(clean)).toBe(clean);
		// What needs no cleaning stays as it is.
		if (/^\w[\w -]*\.[a-z]{3}$/.test(name) && !DEVICES.includes(name.slice(0, -4).toLowerCase())) {
			expect(clean).toBe(name);
		}
	});
	expect(some).toBeGreaterThan(5_000);
});

test('with its ending it is not too long, and still ends as it did', () => {
	cases.check(10_000, fileName, (name) => {
		const clean = cleanName(name);
		const ending = endingOf(clean) ?? '';
		const whole = named(clean.slice(0, clean.length - ending.length), ending);
		expect(whole.length).toBeLessThanOrEqual(LONGEST_NAME);
		if (clean.length <= LONGEST_NAME) expect(whole.toLowerCase()).toBe(clean.toLowerCase());
		expect(endingOf(whole) ?? '').toBe(ending);
	});
});

test('a name that somebody chose is taken as it is, or refused', () => {
	cases.check(10_000, fileName, (name) => {
		if (!isFileName(name)) return;
		const kept = name.normalize('NFC').trim();
		expect(kept.length).toBeGreaterThan(0);
		expect(/[\\/<>:"|?*]|\p{Cc}|\p{Cf}|\p{Cs}/u.test(kept)).toBe(false);
		expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
	});
});

test('a type from elsewhere gives one of few endings', () => {
	const type = fc.oneof(
		fileName,
		fc.constantFrom(
			'application/pdf',
			'APPLICATION/PDF; x=".exe"',
			'__proto__',
			'constructor',
			'toString',
		),
	);
	cases.check(4_000, type, (mimeType) => {
		const ending = endingFor(mimeType);
		expect(typeof ending === 'string' && /^(?:\.[a-z]{3,4})?$/.test(ending)).toBe(true);
	});
});

test('what a content is is told from its first bytes, whatever it is', () => {
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 40 }),
		hostileText.map((text) => Buffer.from(text)),
		fc
			.constantFrom('%PDF-', '<html>', '\x89PNG', 'PK\x03\x04', '{')
			.chain((head) =>
				fc
					.uint8Array({ maxLength: 8 })
					.map((rest) => Buffer.concat([Buffer.from(head, 'latin1'), rest])),
			),
	);
	const ending = fc.constantFrom('.pdf', '.png', '.xml', '.exe', '', '.docx', '__proto__');
	cases.check(4_000, fc.tuple(ending, bytes), ([of, content]) => {
		const wrong = mismatch(of, Buffer.from(content));
		if (wrong !== undefined) expect(Object.values(wrong).every((word) => word !== '')).toBe(true);
		const isPdf = Buffer.from(content).toString('latin1').includes('%PDF-');
		if (of === '.pdf') expect(wrong === undefined).toBe(isPdf);
	});
});

test('a name as long as a book is cleaned at once', () => {
	const books = ['.', ' .', '/', '\u202e', 'a', '.a', '😀'].map(
		(sign) => `${sign.repeat(500_000)}x`,
	);
	cases.each(books, (name) => {
		const start = performance.now();
		expectHarmless(
			cleanName(name)
				.slice(0, 50)
				.replace(/[. ]+$/, ''),
		);
		expect(isFileName(name)).toBe(false);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});

test('these were many cases', () => {
	expect(cases.tried).toBeGreaterThan(40_000);
});
