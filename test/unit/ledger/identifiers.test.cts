import fc from 'fast-check';

import {
	isValidIban,
	looksLikeIban,
	normaliseIban,
} from '../../../nodes/ExactOnline/ledger/iban.js';
import { readPaymentReference } from '../../../nodes/ExactOnline/ledger/paymentReference.js';
import { normaliseVatNumber } from '../../../nodes/ExactOnline/ledger/vatNumber.js';

describe('a structured communication', () => {
	test.each([
		['+++090/9337/55493+++', 'BE', '090933755493'],
		['***090/9337/55493***', 'BE', '090933755493'],
		['+++090/9337/55493+++', 'NL', '090933755493'],
		['+++ 090 / 9337 / 55493 +++', 'BE', '090933755493'],
		['  +++090933755493+++ ', 'BE', '090933755493'],
		['090933755493', 'BE', '090933755493'],
		['090/9337/55493', 'BE', '090933755493'],
		// 97 divides the first ten digits: the check is 97, never 00.
		['+++000/0000/09797+++', 'BE', '000000009797'],
	])('%j in %s is %s', (text, country, digits) => {
		expect(readPaymentReference(text, country)).toEqual({ digits });
	});

	test.each([
		['+++090/9337/55494+++', 'BE'],
		['+++090/9337/55494+++', 'FR'],
		['***090/9337/55494***', 'NL'],
		['+++090/9337/5549+++', 'BE'],
		['+++invoice 12+++', 'BE'],
		['++++++', 'NL'],
		['090933755494', 'BE'],
		['090/9337/55494', 'BE'],
		['+++000/0000/09700+++', 'BE'],
	])('%j in %s is refused', (text, country) => {
		expect(readPaymentReference(text, country, ['Payment Reference'])).toEqual({
			code: 'PARAM_FORMAT',
			where: ['Payment Reference'],
			what: `is '${text}'`,
			expected: expect.stringContaining('+++090/9337/55493+++'),
		});
	});

	test.each([
		['', 'BE'],
		['Invoice 2026-12', 'BE'],
		['RF18 5390 0754 7034', 'BE'],
		['12345678901', 'BE'],
		['1234567890123', 'BE'],
		['090933755494', 'NL'],
		['090/9337/55494', 'FR'],
		['+++090/9337/55493***', 'BE'],
		['  padded  ', 'NL'],
		['C+++', 'BE'],
	])('is not %j in %s: free text is kept as it is', (text, country) => {
		expect(readPaymentReference(text, country)).toEqual({ text });
	});

	test('notices one wrong digit and two that were swapped', () => {
		const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
		const place = fc.integer({ min: 0, max: 8 });
		const written = (all: number[], check: string): string => `+++${all.join('')}${check}+++`;
		fc.assert(
			fc.property(digits, place, fc.integer({ min: 1, max: 9 }), (all, at, off) => {
				const check = String(Number(BigInt(all.join('')) % 97n) || 97).padStart(2, '0');
				expect(readPaymentReference(written(all, check), 'BE')).toEqual({
					digits: all.join('') + check,
				});
				const [left = 0, right = 0, ...rest] = all.slice(at);
				const changed = (...pair: number[]): string =>
					written([...all.slice(0, at), ...pair, ...rest], check);
				const refused = expect.objectContaining({ code: 'PARAM_FORMAT' });
				expect(readPaymentReference(changed((left + off) % 10, right), 'BE')).toEqual(refused);
				if (left === right) return;
				expect(readPaymentReference(changed(right, left), 'BE')).toEqual(refused);
			}),
		);
	});
});

// Examples of the IBAN registry.
const ibans = [
	'AD12 0001 2030 2003 5910 0100',
	'AT61 1904 3002 3457 3201',
	'BE68 5390 0754 7034',
	'BG80 BNBG 9661 1020 3456 78',
	'CH93 0076 2011 6238 5295 7',
	'CY17 0020 0128 0000 0012 0052 7600',
	'CZ65 0800 0000 1920 0014 5399',
	'DE89 3704 0044 0532 0130 00',
	'DK50 0040 0440 1162 43',
	'EE38 2200 2210 2014 5685',
	'ES91 2100 0418 4502 0005 1332',
	'FI21 1234 5600 0007 85',
	'FR14 2004 1010 0505 0001 3M02 606',
	'GB29 NWBK 6016 1331 9268 19',
	'GR16 0110 1250 0000 0001 2300 695',
	'HR12 1001 0051 8630 0016 0',
	'HU42 1177 3016 1111 1018 0000 0000',
	'IE29 AIBK 9311 5212 3456 78',
	'IS14 0159 2600 7654 5510 7303 39',
	'IT60 X054 2811 1010 0000 0123 456',
	'LI21 0881 0000 2324 013A A',
	'LT12 1000 0111 0100 1000',
	'LU28 0019 4006 4475 0000',
	'LV80 BANK 0000 4351 9500 1',
	'MC58 1122 2000 0101 2345 6789 030',
	'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
	'NL91 ABNA 0417 1643 00',
	'NO93 8601 1117 947',
	'PL61 1090 1014 0000 0712 1981 2874',
	'PT50 0002 0123 1234 5678 9015 4',
	'RO49 AAAA 1B31 0075 9384 0000',
	'SE45 5000 0000 0583 9825 7466',
	'SI56 1910 0000 0123 438',
	'SK31 1200 0000 1987 4263 7541',
	'SM86 U032 2509 8000 0000 0270 100',
	'VA59 0011 2300 0012 3456 78',
];

describe('an IBAN', () => {
	test.each(ibans)('is %s', (iban) => {
		expect(isValidIban(iban)).toBe(true);
		expect(isValidIban(iban.toLowerCase())).toBe(true);
		expect(looksLikeIban(iban)).toBe(true);
	});

	test.each([
		['a wrong check', 'BE68 5390 0754 7035', true],
		['the wrong length for its country', 'NL30 ABNA 0417 1643 000', true],
		['a local account number', '0417164300', false],
		['nothing', '', false],
		['a letter in the check', 'BEA8 5390 0754 7034', false],
		['signs between', 'BE68-5390-0754-7034', false],
		['too short for any country', 'BE68 5390 0754', false],
	])('is not one with %s', (_name, text, looks) => {
		expect(isValidIban(text)).toBe(false);
		expect(looksLikeIban(text)).toBe(looks);
	});

	test('of a country outside SEPA is judged by its check digits', () => {
		expect(isValidIban('TR33 0006 1005 1978 6457 8413 26')).toBe(true);
		expect(isValidIban('TR33 0006 1005 1978 6457 8413 27')).toBe(false);
	});

	test('has its length also when the check digits fit by chance', () => {
		// 1 % of all texts pass mod 97-10: this one has a digit too many for Belgium, and its own check.
		const body = '53900754703400';
		const check = 98 - Number(BigInt(`${body}111400`) % 97n);
		const iban = `BE${String(check).padStart(2, '0')}${body}`;
		expect(looksLikeIban(iban)).toBe(true);
		expect(isValidIban(iban)).toBe(false);
	});

	test('is stored without blanks and in capitals', () => {
		expect(normaliseIban(' be68 5390\u00a00754\t7034 ')).toBe('BE68539007547034');
	});

	test('notices every single wrong digit', () => {
		const known = fc.constantFrom(...ibans.map(normaliseIban));
		fc.assert(
			fc.property(known, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, at, off) => {
				const places = [...iban.matchAll(/\d/g)].map(({ index }) => index);
				const place = places[at % places.length] ?? 0;
				const digit = (Number(iban[place]) + off) % 10;
				expect(isValidIban(iban.slice(0, place) + digit + iban.slice(place + 1))).toBe(false);
			}),
		);
	});
});

describe('a VAT number', () => {
	test.each([
		['BE 0123.456.789', 'BE0123456789'],
		['nl 1234-56789-b01', 'NL123456789B01'],
		['FR\u00a040\u2011303265045', 'FR40303265045'],
		['', ''],
	])('%j is stored as %j', (text, stored) => {
		expect(normaliseVatNumber(text)).toBe(stored);
		expect(normaliseVatNumber(stored)).toBe(stored);
	});
});
