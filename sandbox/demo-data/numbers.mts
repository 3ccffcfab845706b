import { ibanOf, remainder } from '../rules/iban.mjs';

/** A Belgian account: twelve digits, the last two of them the first ten modulo 97. */
export function belgianIban(serial: number): string {
	const start = String(serial % 1e10).padStart(10, '0');
	const check = remainder(start, 97) || 97;
	return ibanOf('BE', start + String(check).padStart(2, '0'));
}

/** A Dutch account: a bank and ten digits that pass the eleven test. */
export function dutchIban(bank: string, serial: number): string {
	for (let number = serial % 1e9; ; number += 1) {
		const digits = String(number).padStart(10, '0');
		const sum = [...digits].reduce(
			(total, digit, index) => total + Number(digit) * (10 - index),
			0,
		);
		if (sum % 11 === 0) return ibanOf('NL', bank + digits);
	}
}

/** A Belgian enterprise number: ten digits, the last two 97 minus the first eight modulo 97. */
export function belgianEnterprise(serial: number): string {
	const start = String(40_000_000 + (serial % 39_000_000)).padStart(8, '0');
	return start + String(97 - remainder(start, 97)).padStart(2, '0');
}

/** A Dutch VAT number: nine digits that pass the eleven test of the RSIN, then B and a serial. */
export function dutchVat(serial: number): string {
	for (let number = 800_000_000 + (serial % 60_000_000); ; number += 1) {
		const digits = String(number);
		const sum = [...digits].reduce(
			(total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
			0,
		);
		if (sum % 11 === 0) return `NL${digits}B01`;
	}
}
