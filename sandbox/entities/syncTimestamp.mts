import { badSyntax } from '../odata/failure.mjs';
import { literalOf } from '../odata/literal.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row, Scope } from './entity.mjs';

/** The names that the function accepts. Accounts and its kin are not among them: those start at 1. */
const names = [
	...['QuotationHeaders', 'QuotationLines', 'TransactionLines', 'ItemStorageLocations'],
	...['ShopOrders', 'ShopOrderMaterialPlans', 'ShopOrderRoutingStepPlans'],
	...['ShopOrderPurchasePlanning', 'ShopOrderSubOrders', 'MaterialIssues'],
	...['BillOfMaterialVersions', 'BillOfMaterialMaterials', 'PurchaseOrders', 'Projects'],
	...['ProjectPlanning', 'ProjectWBS', 'TimeCostTransactions', 'SalesInvoices'],
	...['GoodsDeliveries', 'GoodsDeliveryLines', 'SalesOrderHeaders', 'SalesOrderLines'],
	...['Subscriptions', 'SubscriptionLines'],
];

/** Where the sync of an entity has to start to get what was modified since a date. */
export const syncTimestamp: Entity = {
	name: 'SyncTimestamp',
	model: 'Exact.Web.Api.Models.Sync.SyncTimestamp',
	key: 'TimeStampAsBigInt',
	title: { en: 'SyncTimestamp', nl: 'SyncTimestamp' },
	rows: () => [],
	columns: columns(`
	Modified                            Moment
	API                                 String
	TimeStampAsBigInt                   Int64
	`),
};

function firstSince(query: URLSearchParams, { company }: Scope): Row[] {
	const modified = query.get('modified');
	const endPoint = query.get('endPoint');
	if (!modified || !endPoint) throw badSyntax();
	const since = Number(literalOf('DateTime', modified));
	const name = names.find((known) => known === literalOf('String', endPoint));
	if (!name) throw badSyntax();
	let first: Row | undefined;
	for (const row of company.table(name).rows()) {
		if (Number(row['Modified']) < since) continue;
		if (!first || Number(row['Timestamp']) < Number(first['Timestamp'])) first = row;
	}
	if (!first) return [];
	return [{ Modified: first['Modified'], API: name, TimeStampAsBigInt: first['Timestamp'] }];
}

export const syncTimestampEndpoints = [
	ordinary('read/sync/Sync/SyncTimestamp', syncTimestamp, {
		kind: 'function',
		verbs: ['GET'],
		call: firstSince,
	}),
];
