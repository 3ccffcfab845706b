import { guidOf, spaceOf } from '../demo-data/deterministic.mjs';
import { compareGuids } from '../rows/guidOrder.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row } from './entity.mjs';

const noted = Date.UTC(2011, 0, 3, 9);

/** `Customers` was recorded, on a document that had been stored without a category. */
const descriptions = ['Customers', 'Suppliers', 'Internal', 'Various'];

const categories = descriptions.map((Description, index): Row => {
	const ID = guidOf(spaceOf('document category'), index);
	return { ID, Created: noted, Description, Modified: noted };
});

/** The category of a document that names none. */
export const defaultCategory = categories[0]?.['ID'];

/** The category with this key, as far as there is one. */
export function documentCategory(id: Row[string]): Row | undefined {
	return categories.find((row) => row['ID'] === id);
}

const inKeyOrder = [...categories].sort((a, b) => compareGuids(String(a['ID']), String(b['ID'])));

/** What documents are filed under; the same in every company here. */
export const documentCategories: Entity = {
	name: 'DocumentCategories',
	model: 'Exact.Web.Api.Models.DocumentCategory',
	key: 'ID',
	title: { en: 'Document category', nl: 'Documentcategorie' },
	rows: () => [...inKeyOrder],
	columns: columns(`
	ID                                  Guid
	Created                             Moment
	Description                         String
	Modified                            Moment
	`),
};

export const documentCategoryEndpoints = [
	ordinary('documents/DocumentCategories', documentCategories, { verbs: ['GET'] }),
];
