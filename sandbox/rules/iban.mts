/** Remainder of a long row of digits, taken in steps that a number can hold. */
export function remainder(digits: string, divisor: number): number {
	let rest = 0;
	for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
	return rest;
}

/** Check of ISO 13616: letters count from A = 10, the first four characters stand at the end. */
export function isIban(text: string): boolean {
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
	return remainder(ibanDigits(text.slice(4) + text.slice(0, 4)), 97) === 1;
}

/** The IBAN of a national account number, its check digits calculated. */
export function ibanOf(country: string, account: string): string {
	const check = 98 - remainder(ibanDigits(`${account}${country}00`), 97);
	return country + String(check).padStart(2, '0') + account;
}

function ibanDigits(text: string): string {
	return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}
