import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row } from './entity.mjs';

/** Its list is the same in every company, and this was when it came into being. */
const noted = Date.UTC(2011, 0, 3, 9);

function type(ID: number, Description: string, editable = true): Row {
	return {
		ID,
		Description,
		Created: noted,
		DocumentIsCreatable: editable,
		DocumentIsDeletable: editable,
		DocumentIsUpdatable: editable,
		DocumentIsViewable: true,
		Modified: noted,
	};
}

/** In the order of their key. 10, 20 and 55 are Exact's own; the others stand for the rest of its list. */
const types: readonly Row[] = [
	type(1, 'Note'),
	type(10, 'Sales invoice'),
	type(20, 'Purchase invoice'),
	type(22, 'Purchase order'),
	type(55, 'Miscellaneous'),
	type(130, 'Bank statement', false),
];

/** The type with this number, as far as there is one. */
export function documentType(id: Row[string]): Row | undefined {
	return types.find((row) => row['ID'] === id);
}

/** Kinds of documents: the number that `Documents.Type` refers to. */
export const documentTypes: Entity = {
	name: 'DocumentTypes',
	model: 'Exact.Web.Api.Models.DocumentType',
	key: 'ID',
	title: { en: 'Document type', nl: 'Documenttype' },
	rows: () => [...types],
	columns: columns(`
	ID                                  Int32
	Created                             Moment
	Description                         String
	DocumentIsCreatable                 Boolean
	DocumentIsDeletable                 Boolean
	DocumentIsUpdatable                 Boolean
	DocumentIsViewable                  Boolean
	Modified                            Moment
	TypeCategory                        Int32
	`),
};

export const documentTypeEndpoints = [
	ordinary('documents/DocumentTypes', documentTypes, { verbs: ['GET'] }),
];
