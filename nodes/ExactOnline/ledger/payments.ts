import { sumOf } from './entries';

/**
 * Which part of each paying line (amounts as stored) belongs to an invoice: up to the whole of either. A line may pay
 * several invoices, so that no more than the invoice itself can be said of it.
 */
export function dedicated(invoice: number, lines: readonly number[]): number[] {
	const total = Math.abs(invoice);
	return lines.map((amount) => Math.min(total, Math.abs(amount)));
}

/** Whether what the lines pay is what is paid: the total less what is still open. */
export function provesPaid(parts: readonly number[], total: number, open: number): boolean {
	return sumOf(parts) === sumOf([Math.abs(total), -Math.abs(open)]);
}
