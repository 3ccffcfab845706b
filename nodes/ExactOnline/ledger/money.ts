/**
 * Amounts come and go as numbers in major units (`120.99`) and are computed in whole minor units (`12099`).
 * How many decimals a currency has is Exact's `Currencies.AmountPrecision`: EUR 2, JPY 0.
 */

/** A double keeps 15 decimal digits; what lies behind them is noise of binary arithmetic (`0.1 + 0.2`). */
const KEPT_DIGITS = 15;

const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Minor units of an amount, rounded half away from zero as people write it: `1.005` is 101. NaN stays NaN. */
export function toMinor(amount: number, decimals: number): number {
	return Number.isFinite(amount) ? Number(scaled(amount, decimals)) : Number.NaN;
}

/** The amount in major units of a whole number of minor units: the inverse of `toMinor` up to 15 digits. */
export function fromMinor(minor: number, decimals: number): number {
	return Number(format(minor, decimals));
}

/** Whether an amount says more than its currency can: `0.125` in EUR. Noise behind the 15th digit says nothing. */
export function hasTooManyDecimals(amount: number, decimals: number): boolean {
	const rounded = Number(decimalText(scaled(amount, decimals), decimals));
	return rounded !== withoutNoise(amount, decimals);
}

/** Minor units as text with all decimals and no thousands separator: `1234.50`. */
export function format(minor: number, decimals: number): string {
	return Number.isFinite(minor) ? decimalText(scaled(minor, 0), decimals) : String(minor);
}

/** The sum of amounts, in major units as they are; each is rounded to the currency first. */
export function addUp(amounts: readonly number[], decimals: number): number {
	const minor = amounts.reduce((sum, amount) => sum + toMinor(amount, decimals), 0);
	return fromMinor(minor, decimals);
}

/** A number times 10 to the power of `decimals`, rounded half away from zero; 0 for what is not finite. */
export function scaled(value: number, decimals: number): bigint {
	const text = String(withoutNoise(value, decimals));
	const match = NUMBER.exec(text);
	if (match === null) return 0n;
	const [, whole = '', fraction = '', exponent = '0'] = match;
	const digits = BigInt(whole + fraction);
	const surplus = fraction.length - Number(exponent) - decimals;
	const size = surplus <= 0 ? digits * 10n ** BigInt(-surplus) : divide(digits, surplus);
	return text.startsWith('-') ? -size : size;
}

/** `digits` divided by 10 to the power of `places`, halves up. */
function divide(digits: bigint, places: number): bigint {
	const divisor = 10n ** BigInt(places);
	return (2n * digits + divisor) / (2n * divisor);
}

/** Where 15 digits do not reach to the last decimal, the number is taken as it is. */
function withoutNoise(value: number, decimals: number): number {
	const fits = Math.abs(value) < 10 ** (KEPT_DIGITS - decimals);
	return fits ? Number(value.toPrecision(KEPT_DIGITS)) : value;
}

function decimalText(minor: bigint, decimals: number): string {
	const sign = minor < 0n ? '-' : '';
	const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
	const point = digits.length - decimals;
	return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
