import { belgianIban } from './numbers.mjs';
import { dutchMasters } from './mastersDutch.mjs';
import type { Masters } from './masters.mjs';

const iban = belgianIban(7_345_678_901);
const bank = {
	BankAccountIncludingMask: iban,
	BankAccountIBAN: iban,
	BankAccountBICCode: 'KREDBEBB',
	BankAccountCountry: 'BE',
	BankAccountDescription: 'KBC',
	BankName: 'KBC',
};

/** A Belgian brewery; its financial year runs from July to June. */
export const belgianMasters: Masters = {
	firstMonth: 7,
	journals: [
		['30', 'Kas', 10, '570000'],
		['50', 'KBC', 12, '550000', bank],
		['60', 'Aankopen', 22, '440000'],
		['61', "Creditnota's aankopen", 23, '440000'],
		['62', 'Aankopen invoer', 22, '440000', { AllowVariableCurrency: false }],
		['70', 'Verkopen', 20, '400000'],
		['71', "Creditnota's verkopen", 21, '400000'],
		['90', 'Diverse posten', 90],
	],
	glAccounts: [
		['100000', 'Kapitaal', 50],
		['140000', 'Overgedragen resultaat', 52],
		['230000', 'Installaties', 30],
		['400000', 'Handelsdebiteuren', 20],
		['411000', 'Terug te vorderen btw', 24],
		['440000', 'Leveranciers', 22],
		['451000', 'Te betalen btw', 24, { BalanceSide: 'C' }],
		['490000', 'Over te dragen kosten', 26],
		['493000', 'Over te dragen opbrengsten', 27],
		['550000', 'KBC', 12],
		['570000', 'Kas', 10],
		['580000', 'Interne overboekingen', 90, { Matching: true }],
		['600000', 'Grondstoffen', 111],
		['604000', 'Handelsgoederen', 111],
		['610000', 'Huur', 121],
		['612000', 'Energie', 121, { UseCostcenter: 1 }],
		['613000', 'Erelonen', 121],
		['615000', 'Restaurant', 121],
		['618000', 'Oud', 121, { IsBlocked: true }],
		['650000', 'Bankkosten', 130],
		['654000', 'Koersverschillen', 140],
		['657000', 'Betalingsverschillen', 140],
		['700000', 'Verkoop bier', 110],
		['701000', 'Merchandising', 110],
		['705000', 'Diensten', 110],
	],
	vatToPay: '451000',
	vatToClaim: '411000',
	vatCodes: [
		['0', 'Geen btw', 0, 'N', 'B'],
		['1', 'Btw 6%, inclusief', 0.06, 'I', 'B'],
		['2', 'Btw 21%, inclusief', 0.21, 'I', 'B'],
		['3', 'Btw 12%, exclusief', 0.12, 'E', 'B'],
		['4', 'Btw 21%, exclusief', 0.21, 'E', 'B'],
		['5', 'Btw 6%, exclusief', 0.06, 'E', 'B'],
		['6', 'Medecontractant', 0.21, 'E', 'P', { Charged: true }],
		['7', 'Intracommunautaire levering', 0, 'B', 'S', { EUSalesListing: 'L' }],
		['8', 'Btw 21%, oud', 0.21, 'E', 'B', { IsBlocked: true }],
		['9', 'Btw 21%, aankopen', 0.21, 'E', 'P'],
	],
	costcenters: [
		['ALG', 'Algemeen'],
		['BROUW', 'Brouwerij'],
		['CAFE', 'Café'],
		['OUD', 'Oude brouwzaal', Date.UTC(2023, 5, 30)],
	],
	costunits: [
		['BIER', 'Bier'],
		['MERCH', 'Merchandising'],
	],
	projects: [['FEEST26', 'Bierfeest 2026', Date.UTC(2026, 1, 2)]],
	paymentConditions: dutchMasters.paymentConditions,
};
