/** The codes that the regular bookings of a demo company use, and where its books begin. */
export interface Bookkeeping {
	/** First day of the year that is closed, and how many sales and purchases it has. */
	begins: number;
	closedYear: number;
	invoices: number;
	journals: { bank: string; cash: string; general: string };
	accounts: {
		bank: string;
		cash: string;
		transit: string;
		bankCosts: string;
		takings: string;
		petty: string;
		wages: string;
		wagesDue: string;
		assets: string;
		written: string;
		writtenOff: string;
		capital: string;
		result: string;
		vat: string;
	};
	/** VAT inclusive. */
	vatCode: string;
	/** Cost centers that wages are split over. */
	centers: readonly [string, string];
	wage: number;
	/** Words of the descriptions. */
	words: Record<
		| 'bankCosts'
		| 'takings'
		| 'petty'
		| 'deposit'
		| 'wages'
		| 'paid'
		| 'received'
		| 'onAccount'
		| 'depreciation'
		| 'opening'
		| 'vat',
		string
	>;
}

const dutchWords = {
	bankCosts: 'Bankkosten',
	takings: 'Winkelverkopen',
	petty: 'Koffie en gebak',
	deposit: 'Afstorting',
	wages: 'Lonen',
	paid: 'Betaling',
	received: 'Ontvangst',
	onAccount: 'Ontvangst zonder kenmerk',
	depreciation: 'Afschrijving',
	opening: 'Beginbalans',
	vat: 'Btw-aangifte',
};

export const dutchBookkeeping: Bookkeeping = {
	begins: Date.UTC(2024, 0, 1),
	closedYear: 2024,
	invoices: 8,
	journals: { bank: '20', cash: '10', general: '90' },
	accounts: {
		...{ bank: '1100', cash: '1000', transit: '1150', bankCosts: '9200', takings: '8010' },
		...{ petty: '4300', wages: '4800', wagesDue: '1700', assets: '0100', written: '4810' },
		...{ writtenOff: '0190', capital: '0900', result: '0999', vat: '1500' },
	},
	vatCode: '2',
	centers: ['VERK', 'WERKPL'],
	wage: 1850,
	words: dutchWords,
};

export const belgianBookkeeping: Bookkeeping = {
	begins: Date.UTC(2023, 6, 1),
	closedYear: 2024,
	invoices: 12,
	journals: { bank: '50', cash: '30', general: '90' },
	accounts: {
		...{ bank: '550000', cash: '570000', transit: '580000', bankCosts: '650000' },
		...{ takings: '701000', petty: '615000', wages: '620000', wagesDue: '455000' },
		...{ assets: '230000', written: '630200', writtenOff: '230900', capital: '100000' },
		...{ result: '140000', vat: '451000' },
	},
	vatCode: '2',
	centers: ['BROUW', 'CAFE'],
	wage: 1420,
	words: { ...dutchWords, takings: 'Verkopen café', petty: 'Lunch', wages: 'Bezoldigingen' },
};
