import { contactColumns } from './columns/contact';
import { record } from './record';
import { day, firstText, flag, guid, moment, text } from './shows';

/** A person at a relation. */
export const contact = record({
	noun: 'contact',
	path: 'crm/Contacts',
	bulk: 'bulk/CRM/Contacts',
	bulkFilters: ['Account', 'ID', 'IdentificationDocument', 'IdentificationUser', 'Person'],
	key: 'ID',
	scope: 'CRM: accounts',
	columns: contactColumns,
	padded: { Code: 18 },
	shows: {
		id: guid('ID'),
		isMain: flag('IsMainContact'),
		fullName: text('FullName'),
		firstName: text('FirstName'),
		lastName: text('LastName'),
		jobTitle: text('JobTitleDescription'),
		email: text('Email'),
		phone: text('Phone'),
		mobile: text('Mobile'),
		language: text('Language'),
	},
});

/** The same person in a list of its own, where it is said whose contact it is. */
export const contactOfRelation = record({
	...contact,
	shows: {
		...contact.shows,
		email: firstText('BusinessEmail', 'Email'),
		phone: firstText('BusinessPhone', 'Phone'),
		mobile: firstText('BusinessMobile', 'Mobile'),
		relationId: guid('Account'),
		relationName: text('AccountName'),
		startDate: day('StartDate'),
		endDate: day('EndDate'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
