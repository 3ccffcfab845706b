/** OData types of the columns that Exact documents. */
export type EdmType =
	| 'Guid'
	| 'String'
	| 'DateTime'
	| 'Byte'
	| 'Int16'
	| 'Int32'
	| 'Int64'
	| 'Double'
	| 'Boolean'
	| 'Binary'
	| 'Collection';

/** What the protocol needs to know of an entity in order to read it; the records fill it in. */
export interface Source {
	/** Path below the division, as documented: `crm/Accounts`. */
	path: string;
	/** The same rows at 1,000 a page: `bulk/CRM/Accounts`. */
	bulk?: string;
	/** Columns that the bulk twin can be filtered by, where Exact closed that list. */
	bulkFilters?: readonly string[];
	/** Rows a page on `path`. */
	pageSize: number;
	/** Exact wants a filter on at least one of these. */
	mandatoryFilter?: readonly string[];
	/** Column that identifies a row. */
	key?: string;
	columns: Readonly<Record<string, EdmType>>;
	/** Codes that are stored right-aligned, with their width: they must be padded in a filter. */
	padded?: Readonly<Record<string, number>>;
}

/** One row as Exact answers it. */
export type Row = Record<string, unknown>;
