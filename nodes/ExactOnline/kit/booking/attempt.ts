/** Runs a step and keeps its error, so that the caller can decide what else goes on. Never throws. */
export async function attempt<T>(
	step: () => T | Promise<T>,
): Promise<{ value: T } | { error: unknown }> {
	try {
		return { value: await step() };
	} catch (error) {
		return { error };
	}
}

/** The word that says why something did not work (`TroubleCode`), if the error was explained. */
export function codeOf(error: unknown): string | undefined {
	const code = (error as { context?: { code?: unknown } }).context?.code;
	return typeof code === 'string' ? code : undefined;
}
