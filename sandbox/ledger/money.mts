/** Rounds half away from zero; what binary fractions lose (1.005) is given back first. */
export function rounded(amount: number, digits = 2): number {
	const factor = 10 ** digits;
	const whole = Math.round(Number((Math.abs(amount) * factor).toPrecision(15)));
	return whole === 0 ? 0 : (Math.sign(amount) * whole) / factor;
}

/** A sum without the dust of binary fractions. */
export function total(amounts: readonly number[], digits = 2): number {
	return rounded(
		amounts.reduce((sum, amount) => sum + amount, 0),
		digits,
	);
}
