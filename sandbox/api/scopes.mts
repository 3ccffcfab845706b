/** Scopes of an app registration as Exact names them, by the paths that they open. */
const scopes: ReadonlyArray<readonly [pattern: RegExp, scope: string]> = [
	[/^crm\/(accounts|addresses|bankaccounts|contacts)\b/i, 'crm.accounts'],
	[
		/^financial\/(journals|glaccounts|deductibilitypercentages|reportingbalance)\b/i,
		'financial.generalledgers',
	],
	[/^financial\/(financialperiods|journalstatuslist|transactionlines)\b/i, 'financial.accounting'],
	[
		/^(vat|salesentry|purchaseentry|financialtransaction|generaljournalentry)\//i,
		'financial.accounting',
	],
	[/^openingbalance\//i, 'financial.generalledgers'],
	[/^(general\/currencies|financial\/exchangerates)\b/i, 'financial.currencies'],
	[/^hrm\/(costcenters|costunits)\b/i, 'financial.costcenters'],
	[/^cashflow\/(paymentconditions|payments|paymentterms)\b/i, 'financial.cashflow'],
	[/^(cashflow\/receivables|financial\/receivableslist)\b/i, 'financial.receivables'],
	[/^financial\/payableslist\b/i, 'financial.payables'],
	[/^payroll\//i, 'hrm.payroll'],
	[/^project\/projects\b/i, 'projects.projects'],
	[/^documents\//i, 'organization.documents'],
	[/^docs\/sysattachment\b/i, 'organization.documents'],
	[/^(system|hrm)\/(all)?divisions\b/i, 'organization.administration'],
	[/^sync\/deleted\b/i, 'organization.administration'],
];

/** The scope that an endpoint needs; undefined where the sandbox knows none. */
export function scopeOf(endpoint: string): string | undefined {
	const plain = endpoint.replace(/^(beta\/)?((bulk|sync|read)\/(?!deleted))?/i, '');
	return scopes.find(([pattern]) => pattern.test(plain))?.[1];
}
