/** Codes such as an account's are stored right-aligned; filters compare with the spaces. */
export function padCode(code: string, width: number): string {
	return code.trim().padStart(width, ' ');
}
