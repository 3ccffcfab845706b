import type { Inputs } from '../../../kit/field';
import { exactFields } from '../../../kit/booking/master';
import { dayField, switchField, textField } from '../../../kit/fields';

/** What persons have besides their name. */
export const personFields = {
	additionalExactFields: exactFields('contact', '{"Gender": "F"}'),
	businessMobile: textField({ label: 'Business Mobile' }),
	businessPhone: textField({ label: 'Business Phone' }),
	email: textField({ label: 'Email', placeholder: 'e.g. name@example.com' }),
	endDate: dayField({ label: 'End Date', hint: 'Last day on which the person is a contact' }),
	initials: textField({ label: 'Initials' }),
	isMain: switchField({
		label: 'Main Contact',
		hint: 'Whether this person becomes the main contact',
	}),
	jobTitle: textField({ label: 'Job Title' }),
	language: textField({ label: 'Language', placeholder: 'e.g. nl', hint: "Exact's code" }),
	middleName: textField({ label: 'Middle Name' }),
	mobile: textField({ label: 'Mobile' }),
	notes: textField({ label: 'Notes' }),
	phone: textField({ label: 'Phone' }),
};
export type PersonInputs = Inputs<typeof personFields>;
