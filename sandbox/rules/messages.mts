import type { Language, Words } from '../entities/entity.mjs';

/** Business validation, worded as Exact words it in the language of the user. */
export const messages = {
	mandatory: (what: Words): Words => ({ en: `Mandatory: ${what.en}`, nl: `Verplicht: ${what.nl}` }),
	invalidReference: (what: Words): Words => ({
		en: `Invalid reference: ${what.en}`,
		nl: `Ongeldige referentie: ${what.nl}`,
	}),
	invalid: (what: Words): Words => ({ en: `Invalid: ${what.en}`, nl: `Ongeldig: ${what.nl}` }),
	notAllowed: (what: Words): Words => ({
		en: `Not allowed: ${what.en}`,
		nl: `Niet toegestaan: ${what.nl}`,
	}),
	blocked: (what: Words): Words => ({ en: `Blocked: ${what.en}`, nl: `Geblokkeerd: ${what.nl}` }),
	cannotDelete: (what: Words, users: Words[]): Words => ({
		en: `Cannot delete: ${what.en} - Used in: ${joined(users, 'en')}`,
		nl: `Kan niet verwijderen: ${what.nl} - Gebruikt in: ${joined(users, 'nl')}`,
	}),
	yearClosed: {
		en: 'The financial year cannot be changed.',
		nl: 'Het boekjaar is gesloten.',
	},
	/** The English text as users report it; the form of its end, and the Dutch, are made up. */
	notBalanced: (difference: number): Words => ({
		en: `This entry is not balanced. Difference: ${difference.toFixed(2)}`,
		nl: `Deze boeking is niet in balans. Verschil: ${difference.toFixed(2)}`,
	}),
	closingBalance: (of: 'bank' | 'cash'): Words => ({
		en: `Opening balance plus all ${of} entry lines should result in the closing balance`,
		nl: `Het beginsaldo plus alle ${of === 'bank' ? 'bank' : 'kas'}boekingsregels moet gelijk zijn aan het eindsaldo`,
	}),
	exists: { en: 'Data already exists', nl: 'Gegevens bestaan reeds' },
};

function joined(words: Words[], language: Language): string {
	return words.map((word) => word[language]).join(', ');
}

/** Tag of the language, as it stands beside the message. */
export const languageTags: Record<Language, string> = { en: 'en-us', nl: 'nl-NL' };
