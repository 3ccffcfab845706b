import type { INodeListSearchItems } from 'n8n-workflow';

import type { TroubleCode } from '../../exact/errors/trouble';
import type { Session } from '../../exact/session';
import type { RecordType } from '../../records/record';

/** A record that the user points at: by Exact's key or by the code that people use. */
export type Reference = { id: string } | { code: string };

/** Something that fields point at: how it is found in the editor, and which codes it takes. */
export interface LookUp {
	/** The field's name on the screen, and what one of them is called in a sentence. */
	label: string;
	noun: string;
	searchMethod: string;
	codeExample: string;
	codeWidth: number;
	/** What the list hands over: relations are kept by ID, masters by the code, which holds in other divisions too. */
	listValue: 'id' | 'code';
	/** Whether the list depends on the division that was chosen before. */
	inDivision: boolean;
	search(session: Session, request: SearchRequest): Promise<SearchResult>;
}

/** Something that a booking points at: found by code or ID while a workflow runs. */
export interface MasterLookUp extends LookUp {
	record: RecordType;
	/** The columns that bookings look at. */
	select: readonly string[];
	/** Lists that are short as a rule are read from the start; of relations only those that are asked for. */
	isShort: boolean;
	/** What the error is called when there is none with this code. */
	unknown: TroubleCode;
}

export interface SearchRequest {
	/** The division chosen in the panel; 0 for lists that need none. */
	division: number;
	text: string;
	/** Where the page before said that this one begins. */
	from?: string;
}

export interface SearchResult {
	items: INodeListSearchItems[];
	next?: string;
}
