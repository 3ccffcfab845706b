/** A VAT number as Exact stores it: without blanks, dots and dashes, in capitals (`BE 0123.456.789` is `BE0123456789`). */
export function normaliseVatNumber(text: string): string {
	return text.replace(/[\s.\-\u2010-\u2015]/g, '').toUpperCase();
}
