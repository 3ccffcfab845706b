/** A simple value as text without blanks around it: Exact pads codes. What is missing, or no simple value, is empty. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	const isSimple = ['number', 'boolean', 'bigint'].includes(typeof value);
	return isSimple ? `${value as number | boolean | bigint}` : '';
}
