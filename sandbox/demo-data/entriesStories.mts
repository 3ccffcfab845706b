import type { Row } from '../entities/entity.mjs';

/** A line that is booked again and again; credit notes take the first. */
export type LinePlan = readonly [
	account: string,
	description: string,
	vatCode: string,
	price: number,
	more?: Row,
];

/** What is sold or bought. */
export interface StoryPart {
	/** From when, and over how many days. */
	from: number;
	days: number;
	count: number;
	/** Number of the first entry, from which keys are made: no two parts of a story share one. */
	first: number;
	journal: string;
	returns: string;
	lines: readonly LinePlan[];
	/** Numbers of the entries that are credit notes, in dollars, and split over cost centers. */
	credits: readonly number[];
	dollars?: number;
	analytic?: number;
	split: readonly LinePlan[];
	/** Month (from January 2025) in which the journal will be closed. */
	closed?: number;
	reference(number: number, date: number): string;
}

export interface Story {
	sales: StoryPart;
	purchases: StoryPart;
}

/** What was sold and bought in the financial year 2024, which is closed. */
export function inClosedYear({ sales, purchases }: Story, from: number, count: number): Story {
	const past = { from, days: 350, count, first: 500, closed: undefined, credits: [3] };
	const plain = { dollars: undefined, analytic: undefined };
	return { sales: { ...sales, ...past, ...plain }, purchases: { ...purchases, ...past, ...plain } };
}

/** January 2025 to March 2026. */
const lately = { from: Date.UTC(2025, 0, 1), days: 455, first: 0 };

const year = (date: number) => new Date(date).getUTCFullYear();

export const dutchStory: Story = {
	sales: {
		...lately,
		count: 24,
		journal: '70',
		returns: '71',
		lines: [
			['8000', 'Stadsfiets Zwolle', '4', 649],
			['8010', 'Remblokken en kettingen', '4', 84.55],
			['8020', 'Onderhoudsbeurt', '5', 57.35],
			['8000', 'Elektrische fiets', '2', 2499, { CostUnit: 'EBIKE' }],
			['8000', 'Levering België', '7', 1310],
		],
		credits: [9, 19],
		dollars: 5,
		split: [],
		reference: (number, date) => `PO ${year(date)}-${410 + number * 3}`,
	},
	purchases: {
		...lately,
		count: 24,
		journal: '60',
		returns: '61',
		lines: [
			['7000', 'Onderdelen', '4', 412.33],
			['4000', 'Huur werkplaats', '4', 1450],
			['4100', 'Kantoorartikelen', '2', 96.8],
			['4500', 'Energie', '4', 233.15],
			['7000', 'Frames uit Portugal', '6', 1875.4],
			['4300', 'Lunch met klanten', '1', 65.4],
		],
		credits: [8, 18],
		analytic: 7,
		split: [
			['4400', 'Advertentie voorjaar', '4', 375, { CostCenter: 'VERK', CostUnit: 'FIETS' }],
			['4400', 'Advertentie voorjaar', '4', 125, { CostCenter: 'WERKPL', CostUnit: 'ONDERD' }],
		],
		closed: 12,
		reference: (number, date) => `F${year(date)}/${1180 + number * 7}`,
	},
};

export const belgianStory: Story = {
	sales: {
		...lately,
		count: 12,
		journal: '70',
		returns: '71',
		lines: [
			['700000', 'Linde Blond, bak van 24', '4', 31.2],
			['700000', 'Linde Tripel, vat', '4', 118.75],
			['701000', 'Glazen met logo', '2', 42.35],
			['705000', 'Rondleiding brouwerij', '5', 95],
			['700000', 'Levering Nederland', '7', 640],
		],
		credits: [4, 10],
		dollars: 7,
		split: [],
		reference: (number, date) => `BE-${year(date)}-${70 + number}`,
	},
	purchases: {
		...lately,
		count: 12,
		journal: '60',
		returns: '61',
		lines: [
			['600000', 'Mout en hop', '4', 388.64],
			['604000', 'Glaswerk', '9', 154.25],
			['610000', 'Huur magazijn', '4', 980],
			['613000', 'Boekhouder', '4', 265],
			['600000', 'Gist', '5', 77.9],
			['610000', 'Herstelling dak', '6', 1240],
		],
		credits: [3, 9],
		analytic: 6,
		split: [
			['612000', 'Elektriciteit', '4', 212.44, { CostCenter: 'BROUW', CostUnit: 'BIER' }],
			['612000', 'Elektriciteit', '4', 61.18, { CostCenter: 'CAFE' }],
		],
		closed: 6,
		reference: (number, date) => `VF ${year(date)}.${1200 + number * 11}`,
	},
};
