/** Length of an IBAN by country (ISO 13616), for the countries and territories of SEPA. */
const lengths: Readonly<Record<string, number>> = {
	AD: 24,
	AL: 28,
	AT: 20,
	BE: 16,
	BG: 22,
	CH: 21,
	CY: 28,
	CZ: 24,
	DE: 22,
	DK: 18,
	EE: 20,
	ES: 24,
	FI: 18,
	FR: 27,
	GB: 22,
	GI: 23,
	GR: 27,
	HR: 21,
	HU: 28,
	IE: 22,
	IS: 26,
	IT: 27,
	LI: 21,
	LT: 20,
	LU: 20,
	LV: 21,
	MC: 27,
	MD: 24,
	ME: 22,
	MK: 19,
	MT: 31,
	NL: 18,
	NO: 15,
	PL: 28,
	PT: 25,
	RO: 24,
	RS: 22,
	SE: 24,
	SI: 19,
	SK: 24,
	SM: 27,
	VA: 22,
};

const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An IBAN as it is stored: without blanks, in capitals. */
export function normaliseIban(text: string): string {
	return text.replace(/\s/g, '').toUpperCase();
}

/** Whether a text has the shape of an IBAN, right or wrong; a local account number has not. */
export function looksLikeIban(text: string): boolean {
	return SHAPE.test(normaliseIban(text));
}

/**
 * Whether an IBAN has its country's length and its check digits fit (ISO 7064, mod 97-10); blanks do not matter. Of
 * countries outside SEPA only the check digits are looked at.
 */
export function isValidIban(text: string): boolean {
	const iban = normaliseIban(text);
	if (!SHAPE.test(iban)) return false;
	const length = lengths[iban.slice(0, 2)] ?? iban.length;
	// Letters count as two digits each: A is 10, Z is 35.
	const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
		String(Number.parseInt(letter, 36)),
	);
	return iban.length === length && BigInt(digits) % 97n === 1n;
}
