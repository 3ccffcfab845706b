import type { IDataObject } from 'n8n-workflow';

import { fromMinor } from '../../../ledger/money';
import type { BinaryFile } from '../../field';
import type { Reference } from '../../lookups/lookUp';
import type { OutputInputs } from '../../output';
import type { FreeDraft } from './draft';
import type { FreeHeaderInput } from './header';

/** A free entry as it was entered, but for its lines. */
export interface FreeInputs extends OutputInputs, FreeHeaderInput {
	division: number;
	journal?: Reference;
	additionalFields: FreeHeaderInput['additionalFields'] & {
		bookingReference?: string;
		file?: BinaryFile;
		fileName?: string;
		additionalExactFields?: Record<string, unknown>;
	};
	options: { ifAlreadyBooked: 'return' | 'fail'; preview: boolean };
}

/** The draft of a free entry, with how it was asked to be booked; or what *Preview* shows of it. */
export function freeDraft(
	inputs: FreeInputs,
	parts: Omit<FreeDraft, 'division' | 'ifBooked' | 'file' | 'output' | 'preview'>,
): FreeDraft {
	const { division, additionalFields: more, options } = inputs;
	const draft: FreeDraft = {
		...parts,
		division,
		ifBooked: options.ifAlreadyBooked,
		file: more.file && { source: more.file, name: more.fileName },
		output: inputs,
	};
	if (!options.preview || draft.problems.length > 0) return draft;
	return { ...draft, preview: previewOf(draft) };
}

/** What *Preview* shows of a free entry. */
function previewOf({
	division,
	words: what,
	expect,
	record,
	body,
	warnings,
}: FreeDraft): IDataObject {
	return {
		division,
		preview: true,
		what,
		total: fromMinor(expect.debit, expect.decimals),
		path: record.path,
		body,
		...(warnings.length === 0 ? {} : { _warnings: [...warnings] }),
	};
}
