import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../../exact/source';

/** A row below a relation that has to be there: an address, a bank account, a person. */
export interface PartDraft {
	/** Name of the part in the record of a relation. */
	kind: 'addresses' | 'bankAccounts' | 'contacts';
	/** `invoice address` */
	words: string;
	body: IDataObject;
	/** The row that it is already, if one of these is it. */
	among(rows: readonly Row[]): Row | undefined;
	/** What a row that is there has to be told. */
	changes(row: Row): IDataObject;
	/** Set for the person who becomes the main contact. */
	isMainContact?: boolean;
}
